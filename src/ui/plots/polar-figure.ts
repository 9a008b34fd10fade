import type { Data } from 'plotly.js';
import { baseLayout } from './axes.ts';
import { plotlyDash } from './driver-strokes.ts';
import { frequencyStrokes } from './frequency-strokes.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { closedCircle, normalised } from './polar-levels.ts';
import type { Normalisation, PolarLevels } from './polar-levels.ts';
import { frequency } from './units.ts';
import { plotsText } from '../text/plots.ts';

/** Levels over azimuth at a few frequencies, with the −6 dB points around the axis. */
export interface SliceLevels extends PolarLevels {
  readonly edges: readonly ({ readonly leftDeg: number; readonly rightDeg: number } | null)[];
}

export interface PolarOptions {
  readonly normalisation: Normalisation;
  /** The middle of the figure, dB. */
  readonly floorDb: number;
}

const TALLEST_PX = 560;
const STEP_DEG = 30;
const TOP_STEP_DB = 5;

/**
 * Level over azimuth, the axis upwards and the audience's left on the left: one curve for each frequency, its −6 dB points
 * marked.
 */
export function polarFigure(
  slices: SliceLevels,
  { normalisation, floorDb }: PolarOptions,
  theme: PlotTheme,
  room: PlotRoom,
): PlotFigure {
  const circle = closedCircle(normalised(slices, normalisation));
  const top = Math.max(0, Math.ceil((loudest(circle.levelDb) - 0.1) / TOP_STEP_DB) * TOP_STEP_DB);
  const strokes = frequencyStrokes(circle.frequencyHz.length, theme);
  const side = Math.min(room.widthPx, room.heightPx ?? TALLEST_PX, TALLEST_PX);
  return {
    data: strokes.flatMap(({ color, dash }, column) => {
      const name = frequency(circle.frequencyHz[column]);
      const curve = columnOf(circle, column);
      return [
        lineOf(curve, circle.azimuthDeg, floorDb, { name, color, dash }),
        ...marksOf(curve, circle.azimuthDeg, slices.edges[column], floorDb, { name, color }),
      ];
    }),
    layout: {
      ...baseLayout(theme, room, { left: 44, right: 44, top: 26, bottom: 26 }),
      height: side,
      hovermode: 'closest',
      polar: {
        bgcolor: theme.ground,
        radialaxis: {
          range: [floorDb, top],
          tickmode: 'linear',
          tick0: 0,
          dtick: floorDb <= -60 ? 12 : 6,
          // Between two spokes, and where few lobes end.
          angle: 285,
          tickangle: -75,
          gridcolor: theme.grid,
          linecolor: theme.grid,
          tickfont: { color: theme.muted, size: 11 },
        },
        angularaxis: {
          rotation: 90,
          direction: 'counterclockwise',
          tickmode: 'array',
          ...angularTicks(isCompact(room)),
          gridcolor: theme.grid,
          linecolor: theme.muted,
          tickfont: { color: theme.muted, size: 12 },
        },
      },
    },
  };
}

/** Azimuths as the product counts them: positive to the left, up to 180°. */
export function angularTicks(compact: boolean) {
  const tickvals = Array.from({ length: 360 / STEP_DEG }, (_, i) => i * STEP_DEG);
  const named: Readonly<Record<number, string>> = compact
    ? {}
    : { 0: plotsText.around.onAxis, 90: plotsText.around.left, 270: plotsText.around.right };
  const ticktext = tickvals.map(
    (azimuth) => named[azimuth] ?? `${azimuth > 180 ? `−${360 - azimuth}` : azimuth}°`,
  );
  return { tickvals, ticktext };
}

function columnOf({ levelDb, frequencyHz, azimuthDeg }: PolarLevels, column: number): number[] {
  return Array.from(azimuthDeg, (_, row) => levelDb[row * frequencyHz.length + column]);
}

interface Stroke {
  readonly name: string;
  readonly color: string;
  readonly dash?: readonly number[];
}

function lineOf(curve: number[], azimuthDeg: ArrayLike<number>, floorDb: number, stroke: Stroke): Data {
  return {
    type: 'scatterpolar',
    mode: 'lines',
    name: stroke.name,
    theta: Array.from(azimuthDeg),
    // Below the middle a level would come out on the other side.
    r: curve.map((level) => Math.max(floorDb, level)),
    customdata: curve.map((level, row) => [azimuthDeg[row], level]),
    line: { color: stroke.color, width: 2.25, dash: plotlyDash(stroke.dash ?? []) },
    hovertemplate: '%{customdata[0]:.0f}° · <b>%{customdata[1]:.1f} dB</b>',
  };
}

function marksOf(
  curve: number[],
  azimuthDeg: ArrayLike<number>,
  edges: SliceLevels['edges'][number],
  floorDb: number,
  stroke: Stroke,
): Data[] {
  if (!edges) return [];
  const axis = curve[Array.from(azimuthDeg).indexOf(0)];
  const edgeDb = axis - 6;
  return [
    {
      type: 'scatterpolar',
      mode: 'markers',
      name: plotsText.minusSix(stroke.name),
      theta: [edges.leftDeg, -edges.rightDeg],
      customdata: [edges.leftDeg, -edges.rightDeg],
      r: [edgeDb, edgeDb].map((level) => Math.max(floorDb, level)),
      marker: { color: stroke.color, size: 9, symbol: 'diamond' },
      showlegend: false,
      hovertemplate: '%{customdata:.1f}° · <b>−6 dB</b>',
    },
  ];
}

function loudest(levels: Float32Array): number {
  return levels.reduce((most, level) => Math.max(most, level), -Infinity);
}
