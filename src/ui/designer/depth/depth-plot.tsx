import { useCallback, useMemo, type ReactNode } from 'react';
import { heardDepth, type DepthFigures, type DesignDocument, type Room } from '../../../store/index.ts';
import { columnsToCsv } from '../../plots/csv.ts';
import { distanceFigure } from '../../plots/distance-figure.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { depthText as text } from '../../text/depth.ts';
import { withOrigin } from '../../text/measured.ts';
import { CurvePlot } from '../plot/curve-plot.tsx';
import { Legend } from '../plot/legend.tsx';
import { Plot } from '../plot/plot.tsx';
import { criticalSet, distanceCurves, ratioSet } from './depth-figures.ts';

export type DepthPictureName = keyof typeof text.pictures;

interface Drawn {
  readonly document: DesignDocument;
  readonly figures: DepthFigures;
  readonly room: Room;
  /** Of the listener. */
  readonly distanceM: number;
}

/** One of the pictures of depth. */
export function DepthPlot({ shown, ...drawn }: Drawn & { readonly shown: DepthPictureName }): ReactNode {
  return shown === 'distance' ? <OverDistance {...drawn} /> : <OverFrequency shown={shown} {...drawn} />;
}

function OverFrequency(props: Drawn & { readonly shown: 'ratio' | 'critical' }): ReactNode {
  const { document, figures, room, distanceM, shown } = props;
  const set = useMemo(
    () => (shown === 'ratio' ? ratioSet(figures, room, distanceM) : criticalSet(figures, room)),
    [figures, room, distanceM, shown],
  );
  const [design, matrix] = centres(props).map(({ ratioDb }) => ratioDb);
  return (
    <CurvePlot
      title={text.titles[shown](distanceM)}
      caption={withOrigin(
        shown === 'ratio' ? text.captions.ratio(design, matrix) : text.captions.critical,
        document,
        'radiation',
      )}
      fileName={`depth-${shown}`}
      set={set}
      smoothing="none"
    />
  );
}

function OverDistance(props: Drawn): ReactNode {
  const { document, figures, room, distanceM } = props;
  const build = useCallback(
    (theme: PlotTheme, place: PlotRoom) =>
      distanceFigure(distanceCurves(figures, room, distanceM, theme), theme, place),
    [figures, room, distanceM],
  );
  const [design, matrix] = centres(props).map(({ criticalM }) => criticalM);
  return (
    <Plot
      title={text.titles.distance()}
      caption={withOrigin(text.captions.distance(design, matrix), document, 'radiation')}
      build={build}
      csv={() => distanceCsv(props)}
      fileName="depth-distance"
      legend={<Legend items={LEGEND} />}
    />
  );
}

const TONES = ['left', 'right', 'centre'] as const;
const LEGEND = [
  ...TONES.map((tone) => ({ name: text.columns[tone], tone })),
  ...TONES.map((tone) => ({ name: text.matrix(text.columns[tone]), tone, dashed: true })),
];
const NO_COLOURS = { left: '', right: '', centre: '' };

function distanceCsv({ figures, room, distanceM }: Drawn): string {
  const curves = distanceCurves(figures, room, distanceM, NO_COLOURS);
  return columnsToCsv([
    { name: 'distance (m)', values: curves.distanceM },
    ...curves.lines.map(({ name, values }) => ({ name: `${name} (dB)`, values })),
  ]);
}

/** The centre of the design and of the plain matrix. */
function centres({ figures, room, distanceM }: Drawn) {
  return [figures.design, figures.matrix].map(([, , centre]) => heardDepth(centre, room, distanceM));
}
