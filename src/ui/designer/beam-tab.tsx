import { useCallback, useState, type ReactNode } from 'react';
import { selectView, type SoundstageState, type UpmixKind } from '../../store/index.ts';
import { SegmentedControl, Select, Switch } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { designHelpText } from '../text/design-help.ts';
import { CompassPlot } from './compass-plot.tsx';
import { CentreMapPlot, SideMapPlot } from './directivity-plot.tsx';
import type { Choosing } from './analysis/choice.ts';
import * as edits from './edits.ts';
import { MismatchGroup } from './mismatch-band.tsx';
import { CentreNulls, SideNulls } from './null-groups.tsx';
import { centreNullEditing, sideNullEditing } from './null-editing.ts';
import { optionsOf } from './options.ts';
import { RatioTarget } from './ratio-target.tsx';
import { RejectionPlot } from './rejection-plot.tsx';
import { useSoundstage } from '../use-soundstage.tsx';
import { useEditing, type Editing } from './use-editing.ts';
import { usePutAside } from './use-put-aside.ts';
import { ControlGroup, Workbench } from './workbench.tsx';

const text = designerText.beam;
const FIELD = 'centre.beam';
const UPMIXES = (Object.keys(text.upmixes) as UpmixKind[]).map((value) => ({
  value,
  label: text.upmixes[value],
}));

type Shown = keyof typeof text.plots;
const SHOWN = optionsOf<Shown>(text.plots);
const WITHOUT_SIDE = SHOWN.filter(({ value }) => value !== 'side');

/** Where the beams go and where they do not: directivity with the nulls on it, and how deep they are. */
export function BeamTab(choosing: Choosing): ReactNode {
  const editing = useEditing();
  const [wanted, setWanted] = useState<Shown>('map');
  const [isMirrored, setMirrored] = useState(true);
  const hasSide = useSoundstage(selectHasSideMap);
  const shown = wanted === 'side' && !hasSide ? 'map' : wanted;
  return (
    <Workbench
      plot={
        <ShownPlot
          shown={shown}
          editing={editing}
          isMirrored={isMirrored}
          showsMismatch={choosing.choice.showsMismatch}
          choice={
            <SegmentedControl
              label={text.view}
              size="small"
              value={shown}
              segments={hasSide ? SHOWN : WITHOUT_SIDE}
              onChange={setWanted}
            />
          }
        />
      }
    >
      <Targets {...editing} />
      <CentreNulls {...editing} isMirrored={isMirrored} onMirrored={setMirrored} />
      <SideNulls {...editing} isMirrored={isMirrored} />
      {shown === 'rejection' && <MismatchGroup {...choosing} />}
      <Upmix {...editing} />
    </Workbench>
  );
}

const selectHasSideMap = (state: SoundstageState): boolean => (selectView(state)?.sideMap ?? null) !== null;

/** What of the beams is looked at: draws again with every design; the controls beside it need not. */
function ShownPlot(props: {
  readonly shown: Shown;
  readonly editing: Editing;
  readonly isMirrored: boolean;
  readonly showsMismatch: boolean;
  readonly choice: ReactNode;
}): ReactNode {
  const { shown, editing, isMirrored, showsMismatch, choice } = props;
  const view = useSoundstage(selectView);
  if (view === null) return null;
  switch (shown) {
    case 'map':
      return <CentreMapPlot view={view} choice={choice} editing={centreNullEditing(editing, isMirrored)} />;
    case 'side':
      return <SideMapPlot view={view} choice={choice} editing={sideNullEditing(editing, isMirrored)} />;
    case 'above':
      return <CompassPlot view={view} choice={choice} editing={centreNullEditing(editing, isMirrored)} />;
    case 'rejection':
      return <RejectionPlot view={view} editing={editing} choice={choice} showsMismatch={showsMismatch} />;
  }
}

function Targets({ document, edit, errorAt }: Editing): ReactNode {
  const { beam } = document.centre;
  const putAside = usePutAside(beam, edits.DEFAULT_BEAM);
  const change = useCallback(
    (part: Partial<NonNullable<typeof beam>>) => edit(edits.withBeam(document, part)),
    [document, edit],
  );
  return (
    <ControlGroup
      title={text.on}
      help={designHelpText.design.beam}
      {...(!beam && { hint: text.off })}
      toggle={
        <Switch
          label={text.on}
          checked={beam !== null}
          onChange={(on) => edit({ ...document, centre: { beam: on ? putAside : null } })}
        />
      }
    >
      {beam && (
        <RatioTarget
          text={text}
          help={designHelpText.design.nullDepth}
          target={beam}
          field={FIELD}
          errorAt={errorAt}
          onChange={change}
        />
      )}
    </ControlGroup>
  );
}

function Upmix({ document, edit }: Editing): ReactNode {
  return (
    <ControlGroup title={text.upmixTitle} help={designHelpText.design.upmix}>
      <Select
        label={text.upmix}
        value={document.upmix.kind}
        options={UPMIXES}
        onChange={(kind) => edit({ ...document, upmix: { kind } })}
      />
    </ControlGroup>
  );
}
