import { Plus, X } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { DesignView, UpmixKind } from '../../store/index.ts';
import { Button, IconButton, NumberField, SegmentedControl, Select, Switch } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { DirectivityPlot } from './directivity-plot.tsx';
import type { Choosing } from './analysis/choice.ts';
import * as edits from './edits.ts';
import { MismatchGroup } from './mismatch-band.tsx';
import { RatioTarget } from './ratio-target.tsx';
import { RejectionPlot } from './rejection-plot.tsx';
import styles from './rows.module.css';
import { useEditing, type Editing } from './use-editing.ts';
import { usePutAside } from './use-put-aside.ts';
import { ControlGroup, Workbench } from './workbench.tsx';

const text = designerText.beam;
const FIELD = 'centre.beam';
const UPMIXES = (Object.keys(text.upmixes) as UpmixKind[]).map((value) => ({
  value,
  label: text.upmixes[value],
}));
const NEW_NULL_DEG = 135;

type Shown = 'map' | 'rejection';
const SHOWN = [
  { value: 'map', label: text.plots.map },
  { value: 'rejection', label: text.plots.rejection },
] as const;

/** Where the centre goes and where it does not: its directivity with the nulls on it, and how deep they are. */
export function BeamTab({ view, ...choosing }: Choosing & { readonly view: DesignView | null }): ReactNode {
  const editing = useEditing();
  const [shown, setShown] = useState<Shown>('map');
  const choice = (
    <SegmentedControl label={text.view} size="small" value={shown} segments={SHOWN} onChange={setShown} />
  );
  const shownOf = (present: DesignView): ReactNode =>
    shown === 'map' ? (
      <DirectivityPlot view={present} editing={editing} choice={choice} />
    ) : (
      <RejectionPlot
        view={present}
        editing={editing}
        choice={choice}
        showsMismatch={choosing.choice.showsMismatch}
      />
    );
  return (
    <Workbench plot={view && shownOf(view)}>
      <Targets {...editing} />
      <Nulls {...editing} />
      {shown === 'rejection' && <MismatchGroup {...choosing} />}
      <Upmix {...editing} />
    </Workbench>
  );
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
      {...(!beam && { hint: text.off })}
      toggle={
        <Switch
          label={text.on}
          checked={beam !== null}
          onChange={(on) => edit({ ...document, centre: { beam: on ? putAside : null } })}
        />
      }
    >
      {beam && <RatioTarget text={text} target={beam} field={FIELD} errorAt={errorAt} onChange={change} />}
    </ControlGroup>
  );
}

function Nulls({ document, edit, errorAt }: Editing): ReactNode {
  const { beam } = document.centre;
  if (!beam) return null;
  const azimuths = beam.nullAzimuthsDeg;
  const change = (nullAzimuthsDeg: readonly number[]): void =>
    edit(edits.withBeam(document, { nullAzimuthsDeg }));
  return (
    <ControlGroup title={text.nulls}>
      <ol className={styles.rows}>
        {azimuths.map((azimuth, index) => (
          <li key={index} className={styles.single}>
            <NumberField
              label={text.null(index)}
              hideLabel
              value={azimuth}
              unit="°"
              step={5}
              error={errorAt(`${FIELD}.nullAzimuthsDeg[${index}]`)}
              onCommit={(value) => change(azimuths.map((old, at) => (at === index ? value : old)))}
            />
            <IconButton
              label={text.removeNull(index)}
              variant="quiet"
              size="small"
              onClick={() => change(azimuths.filter((_, at) => at !== index))}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        className={styles.add}
        variant="quiet"
        size="small"
        onClick={() => change([...azimuths, NEW_NULL_DEG])}
      >
        <Plus size={15} aria-hidden />
        {text.addNull}
      </Button>
      <NumberField
        label={text.width}
        value={beam.nullWidthDeg}
        unit="°"
        step={5}
        error={errorAt(`${FIELD}.nullWidthDeg`)}
        onCommit={(nullWidthDeg) => edit(edits.withBeam(document, { nullWidthDeg }))}
      />
    </ControlGroup>
  );
}

function Upmix({ document, edit }: Editing): ReactNode {
  return (
    <ControlGroup title={text.upmixTitle}>
      <Select
        label={text.upmix}
        value={document.upmix.kind}
        options={UPMIXES}
        onChange={(kind) => edit({ ...document, upmix: { kind } })}
      />
    </ControlGroup>
  );
}
