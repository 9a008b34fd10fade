import { useCallback, useMemo, type ReactNode } from 'react';
import type { DesignView } from '../../store/index.ts';
import { ratioCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { ratioFigure } from '../plots/ratio-figure.ts';
import { ratioReadings } from '../plots/readings.ts';
import { designerText, ratioCaption } from '../text/designer.ts';
import * as edits from './edits.ts';
import { CurveHandles } from './plot/curve-handles.tsx';
import { Legend, type LegendItem } from './plot/legend.tsx';
import { Plot } from './plot/plot.tsx';
import type { Editing } from './use-editing.ts';
import { rejectionCurves } from './view-curves.ts';

const text = designerText.beam;
const NAMES = { achieved: text.achieved, axis: text.axis, colour: 'centre' } as const;
const LEGEND: readonly LegendItem[] = [
  { name: text.achieved, tone: 'centre' },
  { name: designerText.plot.target, tone: 'ink', dashed: true },
  { name: designerText.plot.directivityIndexShort, tone: 'reference' },
];

/** How deep the nulls are over frequency, the depth asked for to be dragged on it. */
export function RejectionPlot(props: {
  readonly view: DesignView;
  readonly editing: Editing;
  readonly choice: ReactNode;
}): ReactNode {
  const { view, editing } = props;
  const curves = useMemo(() => rejectionCurves(view), [view]);
  const caption = useMemo(() => ratioCaption(text.achieved, ratioReadings(curves)), [curves]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => ratioFigure(curves, NAMES, theme, room),
    [curves],
  );
  const { beam } = editing.document.centre;
  return (
    <Plot
      title={text.ratioPlot}
      caption={caption}
      build={build}
      csv={() => ratioCsv(curves, text.achieved.toLowerCase())}
      fileName="rejection"
      controls={props.choice}
      legend={<Legend items={LEGEND} />}
      overlay={(frame) =>
        beam && (
          <CurveHandles
            label={text.points}
            frame={frame}
            curve={beam.targetGainDb}
            tone="centre"
            onChange={(targetGainDb) => editing.edit(edits.withBeam(editing.document, { targetGainDb }))}
          />
        )
      }
    />
  );
}
