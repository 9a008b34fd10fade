import { useCallback, useMemo, type ReactNode } from 'react';
import { selectView, type DesignView } from '../../store/index.ts';
import { NumberField, Switch } from '../kit/index.ts';
import { ratioCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { ratioFigure } from '../plots/ratio-figure.ts';
import { ratioReadings } from '../plots/readings.ts';
import { designerText } from '../text/designer.ts';
import { csvName, measuredText, withOrigin } from '../text/measured.ts';
import { designHelpText } from '../text/design-help.ts';
import { plotsText } from '../text/plots.ts';
import * as edits from './edits.ts';
import type { Choosing } from './analysis/choice.ts';
import { HeadOffsets } from './head-offsets.tsx';
import { HeadGroup } from './heads/head-group.tsx';
import { useHeardSeparation } from './heads/use-heard.ts';
import { LimitList } from './limit-list.tsx';
import { MismatchGroup, useMismatchBand } from './mismatch-band.tsx';
import { Legend, type LegendItem } from './plot/legend.tsx';
import { RatioTarget } from './ratio-target.tsx';
import { TargetPlot } from './target-plot.tsx';
import { useSoundstage } from '../use-soundstage.tsx';
import { useEditing, type Editing } from './use-editing.ts';
import { usePutAside } from './use-put-aside.ts';
import { separationCurves } from './view-curves.ts';
import { ControlGroup, Workbench } from './workbench.tsx';

const text = designerText.cancellation;
const FIELD = 'sides.cancellation';
const NAMES = { achieved: text.achieved, axis: text.axis, colour: 'left' } as const;
const LEGEND: readonly LegendItem[] = [
  { name: text.achieved, tone: 'left' },
  { name: plotsText.curves.target, tone: 'ink', dashed: true },
  { name: plotsText.curves.natural, tone: 'natural' },
];
const BAND: LegendItem = { name: plotsText.curves.mismatch, tone: 'left', isArea: true };
const HEARD = { tone: 'reference', dash: [2, 3] } as const;
const DEFAULT_VIRTUAL_DEG = 30;

/** How far each ear hears the other side less: the target drawn on what is reached, and what it costs. */
export function CancellationTab(choosing: Choosing): ReactNode {
  const editing = useEditing();
  const { showsMismatch } = choosing.choice;
  return (
    <Workbench plot={<Separation editing={editing} showsMismatch={showsMismatch} />}>
      <Targets {...editing} />
      <HeadOffsets {...editing} />
      <MismatchGroup {...choosing} />
      <VirtualPair {...editing} />
      <HeadGroup />
    </Workbench>
  );
}

interface SeparationProps {
  readonly editing: Editing;
  readonly showsMismatch: boolean;
}

/** Draws again with every design; the controls beside it need not. */
function Separation(props: SeparationProps): ReactNode {
  const view = useSoundstage(selectView);
  return view && <SeparationPlot {...props} view={view} />;
}

function SeparationPlot({
  view,
  editing,
  showsMismatch,
}: SeparationProps & { readonly view: DesignView }): ReactNode {
  const spread = useMismatchBand(view, 'separation', showsMismatch);
  const heard = useHeardSeparation();
  const curves = useMemo(() => separationCurves(view, spread, heard), [view, spread, heard]);
  const legend = useMemo(
    () => [...LEGEND, ...(spread ? [BAND] : []), ...(heard ? [{ ...HEARD, name: heard.name }] : [])],
    [spread, heard],
  );
  const caption = useMemo(
    () => withOrigin(designerText.ratioCaption(text.achieved, ratioReadings(curves)), view.document, 'ears'),
    [curves, view.document],
  );
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => ratioFigure(curves, NAMES, theme, room),
    [curves],
  );
  const { cancellation } = editing.document.sides;
  return (
    <TargetPlot
      title={view.document.plant ? measuredText.inPlace(text.plot) : text.plot}
      caption={caption}
      build={build}
      csv={() => ratioCsv(curves, csvName(text.achieved.toLowerCase(), view.document))}
      fileName="separation"
      legend={<Legend items={legend} />}
      target={
        cancellation && {
          label: text.points,
          tone: 'left',
          curve: cancellation.targetGainDb,
          onChange: (targetGainDb) =>
            editing.edit(edits.withCancellation(editing.document, { targetGainDb })),
        }
      }
      notes={
        <LimitList
          limits={view.metrics.sides.limits}
          maxEffortDb={view.document.sides.cancellation?.maxEffortDb}
          words={text}
        />
      }
    />
  );
}

function Targets({ document, edit, errorAt }: Editing): ReactNode {
  const { cancellation } = document.sides;
  const putAside = usePutAside(cancellation, edits.DEFAULT_CANCELLATION);
  const change = (part: Partial<NonNullable<typeof cancellation>>): void =>
    edit(edits.withCancellation(document, part));
  return (
    <ControlGroup
      title={text.on}
      help={designHelpText.design.target}
      {...(!cancellation && { hint: text.off })}
      toggle={
        <Switch
          label={text.on}
          checked={cancellation !== null}
          onChange={(on) => edit(edits.withSides(document, { cancellation: on ? putAside : null }))}
        />
      }
    >
      {cancellation && (
        <RatioTarget text={text} target={cancellation} field={FIELD} errorAt={errorAt} onChange={change} />
      )}
    </ControlGroup>
  );
}

function VirtualPair({ document, edit, errorAt }: Editing): ReactNode {
  const azimuth = document.sides.virtualSpeakerAzimuthDeg;
  const putAside = usePutAside(azimuth, DEFAULT_VIRTUAL_DEG);
  const change = (virtualSpeakerAzimuthDeg: number | null): void =>
    edit(edits.withSides(document, { virtualSpeakerAzimuthDeg }));
  return (
    <ControlGroup
      title={text.virtualPair}
      help={designHelpText.design.virtualPair}
      {...(azimuth === null && { hint: text.virtualOff })}
      toggle={
        <Switch
          label={text.virtualPair}
          checked={azimuth !== null}
          onChange={(on) => change(on ? putAside : null)}
        />
      }
    >
      {azimuth !== null && (
        <NumberField
          label={text.virtualAzimuth}
          value={azimuth}
          unit="°"
          step={1}
          error={errorAt('sides.virtualSpeakerAzimuthDeg')}
          onCommit={change}
        />
      )}
    </ControlGroup>
  );
}
