import { colourScale } from './colour-map.ts';
import { gridLines, haloed, mapColourBar, mapLayout, rowsOf } from './directivity-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { closedCircle, normalised } from './polar-levels.ts';
import type { Normalisation, PolarLevels } from './polar-levels.ts';
import { plotsText } from '../text/plots.ts';

export interface DifferenceOptions {
  readonly normalisation: Normalisation;
  /** Levels below are taken as this: what two nulls differ by far down is of no use. */
  readonly floorDb: number;
}

const STEP_DB = 3;
const RANGE_DB = 12;

/** What one map is above another, dB: both relative to their own zero, both cut off at the floor. */
export function mapDifference(
  ours: PolarLevels,
  theirs: PolarLevels,
  { normalisation, floorDb }: DifferenceOptions,
): PolarLevels {
  const [a, b] = [ours, theirs].map((map) => normalised(map, normalisation).levelDb);
  const levelDb = a.map((level, at) => Math.max(floorDb, level) - Math.max(floorDb, b[at]));
  return { azimuthDeg: ours.azimuthDeg, frequencyHz: ours.frequencyHz, levelDb };
}

/** The difference of two maps over frequency and azimuth in steps of 3 dB, neutral within ±1.5 dB. */
export function differenceFigure(difference: PolarLevels, theme: PlotTheme, room: PlotRoom): PlotFigure {
  const circle = closedCircle(difference);
  const level = rowsOf(circle.levelDb, circle.frequencyHz.length);
  return {
    data: [
      {
        type: 'contour',
        x: Array.from(circle.frequencyHz),
        y: Array.from(circle.azimuthDeg),
        z: level.map((row) => row.map((db) => Math.max(-RANGE_DB, Math.min(RANGE_DB, db)))),
        customdata: level,
        hovertemplate: '%{x:,.0f} Hz · %{y:.0f}° · <b>%{customdata:.1f} dB</b><extra></extra>',
        autocontour: false,
        contours: {
          start: -RANGE_DB + STEP_DB / 2,
          end: RANGE_DB - STEP_DB / 2,
          size: STEP_DB,
          coloring: 'fill',
          showlines: false,
        },
        line: { width: 0 },
        zmin: -RANGE_DB,
        zmax: RANGE_DB,
        colorscale: colourScale('sides'),
        colorbar: mapColourBar(plotsText.difference, 6, theme, room),
      },
    ],
    layout: { ...mapLayout(theme, room), shapes: [...gridLines(), ...haloed(0, 2.5, 'solid')] },
  };
}
