import { useCallback, useMemo, type ReactNode } from 'react';
import type { PictureOf } from '../../../store/index.ts';
import { directivityCsv } from '../../plots/exports.ts';
import { frequencyStrokes } from '../../plots/frequency-strokes.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { polarFigure } from '../../plots/polar-figure.ts';
import { frequency } from '../../plots/units.ts';
import { analysisText, slicesCaption } from '../../text/analysis.ts';
import { withOrigin } from '../../text/measured.ts';
import { Legend } from '../plot/legend.tsx';
import { Plot } from '../plot/plot.tsx';
import { usePlotTheme } from '../plot/plot-theme.ts';
import type { AnalysisChoice } from './choice.ts';
import { sourceName } from './curve-pictures.tsx';

const text = analysisText.slices;

/** Level over azimuth at a few frequencies. */
export function SlicesPlot(props: {
  readonly picture: PictureOf<'slices'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { data, request, document } = props.picture;
  const { normalisation, floor } = props.choice.look;
  const theme = usePlotTheme();
  const build = useCallback(
    (themed: PlotTheme, room: PlotRoom) =>
      polarFigure(data, { normalisation, floorDb: Number(floor) }, themed, room),
    [data, normalisation, floor],
  );
  const legend = useMemo(() => {
    const strokes = frequencyStrokes(data.frequencyHz.length, theme);
    return strokes.map((stroke, i) => ({ name: frequency(data.frequencyHz[i]), ...stroke }));
  }, [data, theme]);
  return (
    <Plot
      title={text.title(sourceName(request.source, document.device.drivers))}
      caption={withOrigin(slicesCaption(data), document, 'radiation')}
      build={build}
      csv={() => directivityCsv(data, normalisation)}
      fileName="polar-slices"
      mostHeightPx={560}
      legend={<Legend items={legend} />}
    />
  );
}
