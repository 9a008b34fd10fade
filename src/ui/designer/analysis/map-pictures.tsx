import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { PictureOf, PolarMap } from '../../../store/index.ts';
import { Select } from '../../kit/index.ts';
import { directivityFigure } from '../../plots/directivity-figure.ts';
import { directivityCsv } from '../../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import type { Normalisation } from '../../plots/polar-levels.ts';
import { levelWindow } from '../../plots/value-axes.ts';
import { analysisText } from '../../text/analysis.ts';
import { designerText } from '../../text/designer.ts';
import { Plot } from '../plot/plot.tsx';
import styles from './analysis.module.css';
import type { AnalysisChoice } from './choice.ts';
import { sourceName } from './curve-pictures.tsx';
import { CurvePlot, type CurveSet } from './curve-plot.tsx';
import { optionsOf } from './options.ts';

const text = designerText.beam;
const NORMALISATIONS = optionsOf<Normalisation>(text.normalisations);
const FLOORS = (['-30', '-40', '-60'] as const).map((value) => ({
  value,
  label: `${value.replace('-', '−')} dB`,
}));
const NO_NULLS: readonly number[] = [];

/** Level over azimuth and frequency. */
function MapPlot(props: {
  readonly map: PolarMap;
  readonly title: string;
  readonly caption: string;
  readonly fileName: string;
}): ReactNode {
  const { map } = props;
  const [normalisation, setNormalisation] = useState<Normalisation>('on-axis');
  const [floor, setFloor] = useState<(typeof FLOORS)[number]['value']>('-30');
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) =>
      directivityFigure(
        map,
        {
          normalisation,
          floorDb: Number(floor),
          colourMap: 'viridis',
          nullAzimuthsDeg: NO_NULLS,
          nullWidthDeg: 0,
        },
        theme,
        room,
      ),
    [map, normalisation, floor],
  );
  return (
    <Plot
      title={props.title}
      caption={props.caption}
      build={build}
      csv={() => directivityCsv(map, normalisation)}
      fileName={props.fileName}
      mostHeightPx={420}
      options={
        <div className={styles.options}>
          <Select
            label={text.normalisation}
            value={normalisation}
            options={NORMALISATIONS}
            onChange={setNormalisation}
          />
          <Select label={text.floor} value={floor} options={FLOORS} onChange={setFloor} />
        </div>
      }
    />
  );
}

/** The map of a column or of one driver alone. */
export function PolarMapPlot({ picture }: { readonly picture: PictureOf<'map'> }): ReactNode {
  const { data, request, document } = picture;
  return (
    <MapPlot
      map={data}
      title={analysisText.map.title(sourceName(request.source, document.device.drivers))}
      caption={analysisText.map.caption}
      fileName="polar-map"
    />
  );
}

/** The plain matrix and the beamformer side by side. */
export function ComparisonPlot(props: {
  readonly picture: PictureOf<'comparison'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { data, request } = props.picture;
  const words = analysisText.comparison;
  const set = useMemo((): CurveSet => {
    const { frequencyHz, matrixSeparationDb, beamformerSeparationDb } = data;
    return {
      frequencyHz,
      axis: levelWindow(words.axis, [matrixSeparationDb, beamformerSeparationDb], 45),
      curves: [
        { name: words.matrix, values: matrixSeparationDb, tone: 'natural' },
        { name: words.beamformer, values: beamformerSeparationDb, tone: 'left' },
      ],
    };
  }, [data, words]);
  if (props.choice.comparison === 'separation') {
    return (
      <CurvePlot title={words.title} caption={words.caption} fileName="comparison-separation" set={set} />
    );
  }
  return (
    <div className={styles.beside}>
      {(['matrix', 'beamformer'] as const).map((which) => (
        <MapPlot
          key={which}
          map={data[which]}
          title={words.mapTitle(words[which], analysisText.columns[request.column])}
          caption={words.mapCaption[which]}
          fileName={`comparison-${which}`}
        />
      ))}
    </div>
  );
}
