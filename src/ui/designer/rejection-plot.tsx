import { useCallback, useMemo, type ReactNode } from 'react';
import type { DesignView } from '../../store/index.ts';
import { ratioCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { ratioFigure } from '../plots/ratio-figure.ts';
import { ratioReadings } from '../plots/readings.ts';
import { designerText } from '../text/designer.ts';
import { plotsText } from '../text/plots.ts';
import { withOrigin } from '../text/measured.ts';
import * as edits from './edits.ts';
import { LimitList } from './limit-list.tsx';
import { useMismatchBand } from './mismatch-band.tsx';
import { Legend, type LegendItem } from './plot/legend.tsx';
import { TargetPlot } from './target-plot.tsx';
import type { Editing } from './use-editing.ts';
import { rejectionCurves } from './view-curves.ts';

const text = designerText.beam;
const NAMES = { achieved: text.achieved, axis: text.axis, colour: 'centre' } as const;
const LEGEND: readonly LegendItem[] = [
  { name: text.achieved, tone: 'centre' },
  { name: plotsText.curves.target, tone: 'ink', dashed: true },
  { name: designerText.plot.directivityIndexShort, tone: 'reference' },
];

const BAND: LegendItem = { name: plotsText.curves.mismatch, tone: 'centre', isArea: true };

/** How deep the nulls are over frequency, the depth asked for to be dragged on it. */
export function RejectionPlot(props: {
  readonly view: DesignView;
  readonly editing: Editing;
  readonly choice: ReactNode;
  readonly showsMismatch: boolean;
}): ReactNode {
  const { view, editing } = props;
  const spread = useMismatchBand(view, 'rejection', props.showsMismatch);
  const curves = useMemo(() => rejectionCurves(view, spread), [view, spread]);
  const caption = useMemo(
    () =>
      withOrigin(designerText.ratioCaption(text.achieved, ratioReadings(curves)), view.document, 'radiation'),
    [curves, view.document],
  );
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => ratioFigure(curves, NAMES, theme, room),
    [curves],
  );
  const { beam } = editing.document.centre;
  return (
    <TargetPlot
      title={text.ratioPlot}
      caption={caption}
      build={build}
      csv={() => ratioCsv(curves, text.achieved.toLowerCase())}
      fileName="rejection"
      controls={props.choice}
      legend={<Legend items={spread ? [...LEGEND, BAND] : LEGEND} />}
      target={
        beam && {
          label: text.points,
          tone: 'centre',
          curve: beam.targetGainDb,
          onChange: (targetGainDb) => editing.edit(edits.withBeam(editing.document, { targetGainDb })),
        }
      }
      notes={
        <LimitList
          limits={view.metrics.centre.limits}
          maxEffortDb={view.document.centre.beam?.maxEffortDb}
          words={text}
        />
      }
    />
  );
}
