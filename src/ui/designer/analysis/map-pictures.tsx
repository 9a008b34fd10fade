import { useCallback, useMemo, type ReactNode } from 'react';
import { DEFAULT_WINDOW_DEG, type PictureOf, type PolarMap } from '../../../store/index.ts';
import { directivityFigure } from '../../plots/directivity-figure.ts';
import { directivityCsv } from '../../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { levelWindow } from '../../plots/value-axes.ts';
import { analysisText } from '../../text/analysis.ts';
import { withOrigin } from '../../text/measured.ts';
import type { MapLook } from '../plot/map-look.tsx';
import { Plot } from '../plot/plot.tsx';
import styles from './analysis.module.css';
import type { AnalysisChoice } from './choice.ts';
import { sourceName } from './curve-pictures.tsx';
import { CurvePlot, type CurveSet } from '../plot/curve-plot.tsx';

/** Level over azimuth and frequency. */
function MapPlot(props: {
  readonly map: PolarMap;
  readonly title: string;
  readonly caption: string;
  readonly fileName: string;
  readonly look: MapLook;
}): ReactNode {
  const { map } = props;
  const { normalisation, floor, colourMap } = props.look;
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) =>
      directivityFigure(
        map,
        {
          normalisation,
          floorDb: Number(floor),
          colourMap,
          nulls: [],
          windowDeg: DEFAULT_WINDOW_DEG,
        },
        theme,
        room,
      ),
    [map, normalisation, floor, colourMap],
  );
  return (
    <Plot
      title={props.title}
      caption={props.caption}
      build={build}
      csv={() => directivityCsv(map, normalisation)}
      fileName={props.fileName}
      mostHeightPx={420}
    />
  );
}

/** The map of a column or of one driver alone. */
export function PolarMapPlot(props: {
  readonly picture: PictureOf<'map'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { data, request, document } = props.picture;
  return (
    <MapPlot
      map={data}
      title={analysisText.map.title(sourceName(request.source, document.device.drivers))}
      caption={withOrigin(analysisText.map.caption, document, 'radiation')}
      fileName="polar-map"
      look={props.choice.look}
    />
  );
}

/** The plain matrix and the beamformer side by side. */
export function ComparisonPlot(props: {
  readonly picture: PictureOf<'comparison'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { data, document, request } = props.picture;
  const words = analysisText.comparison;
  const isInPlace = document.plant !== undefined;
  const set = useMemo((): CurveSet => {
    const { frequencyHz, matrixSeparationDb, beamformerSeparationDb } = data;
    return {
      frequencyHz,
      axis: levelWindow(words.axis, [matrixSeparationDb, beamformerSeparationDb], 45),
      curves: [
        { name: words.matrix, values: matrixSeparationDb, tone: 'natural', isInPlace },
        { name: words.beamformer, values: beamformerSeparationDb, tone: 'left', isInPlace },
      ],
    };
  }, [data, words, isInPlace]);
  if (props.choice.comparison === 'separation') {
    return (
      <CurvePlot
        title={words.title}
        caption={withOrigin(words.caption, document, 'ears')}
        fileName="comparison-separation"
        set={set}
        smoothing={props.choice.smoothing}
      />
    );
  }
  return (
    <div className={styles.beside}>
      {(['matrix', 'beamformer'] as const).map((which) => (
        <MapPlot
          key={which}
          map={data[which]}
          title={words.mapTitle(words[which], analysisText.columns[request.column])}
          caption={withOrigin(words.mapCaption[which], document, 'radiation')}
          fileName={`comparison-${which}`}
          look={props.choice.look}
        />
      ))}
    </div>
  );
}
