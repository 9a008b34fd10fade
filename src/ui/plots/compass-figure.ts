import type { Data } from 'plotly.js';
import type { StageBeams } from '../../store/index.ts';
import { baseLayout } from './axes.ts';
import { isCompact, withAlpha, type PlotFigure, type PlotRoom, type PlotTheme } from './plot-figure.ts';
import { angularTicks } from './polar-figure.ts';

/** Directions that a null or a window takes. */
export interface Sector {
  readonly fromDeg: number;
  readonly toDeg: number;
  readonly name: string;
  readonly kind: 'null' | 'window';
}

/** Room for the handles, which stand on the rim, and the azimuths outside it. */
const MARGIN_PX = 44;
const TALLEST_PX = 520;
const FLOOR_DB = -24;
const STEP_DEG = 2.5;

/**
 * The three beams from above as the stage has them, mean over their band: the audience below, its left to the left; nulls and
 * listening window as sectors.
 */
export function compassFigure(
  beams: StageBeams,
  sectors: readonly Sector[],
  names: readonly [left: string, right: string, centre: string],
  theme: PlotTheme,
  room: PlotRoom,
): PlotFigure {
  const colours = [theme.left, theme.right, theme.centre];
  return {
    data: [
      ...sectors.map((sector) => sectorOf(sector, theme)),
      ...names.map((name, column) => beamOf(beams, column, { name, color: colours[column] })),
    ],
    layout: {
      ...baseLayout(theme, room, { left: MARGIN_PX, right: MARGIN_PX, top: MARGIN_PX, bottom: MARGIN_PX }),
      height: Math.min(room.widthPx, room.heightPx ?? TALLEST_PX, TALLEST_PX),
      hovermode: 'closest',
      polar: {
        bgcolor: theme.ground,
        radialaxis: {
          range: [FLOOR_DB, 0],
          tickmode: 'linear',
          tick0: 0,
          dtick: 6,
          angle: 15,
          tickangle: 0,
          gridcolor: theme.grid,
          linecolor: theme.grid,
          tickfont: { color: theme.muted, size: 11 },
        },
        angularaxis: {
          rotation: 270,
          direction: 'clockwise',
          tickmode: 'array',
          ...angularTicks(true),
          gridcolor: theme.grid,
          linecolor: theme.muted,
          tickfont: { color: theme.muted, size: isCompact(room) ? 11 : 12 },
        },
      },
    },
  };
}

function beamOf(
  { azimuthDeg, levelDb }: StageBeams,
  column: number,
  { name, color }: { readonly name: string; readonly color: string },
): Data {
  const levels = Array.from(azimuthDeg, (_, at) => levelDb[column * azimuthDeg.length + at]);
  return {
    type: 'scatterpolar',
    mode: 'lines',
    name,
    theta: Array.from(azimuthDeg),
    // Below the middle a level would come out on the other side.
    r: levels.map((level) => Math.max(FLOOR_DB, level)),
    customdata: levels.map((level, at) => [azimuthDeg[at], level]),
    line: { color, width: 2.25 },
    hovertemplate: '%{customdata[0]:.0f}° · <b>%{customdata[1]:.1f} dB</b>',
  };
}

function sectorOf({ fromDeg, toDeg, name, kind }: Sector, theme: PlotTheme): Data {
  const steps = Math.max(1, Math.ceil((toDeg - fromDeg) / STEP_DEG));
  const rim = Array.from({ length: steps + 1 }, (_, i) => fromDeg + ((toDeg - fromDeg) * i) / steps);
  return {
    type: 'scatterpolar',
    mode: 'lines',
    name,
    theta: [fromDeg, ...rim, toDeg],
    r: [FLOOR_DB, ...rim.map(() => 0), FLOOR_DB],
    fill: 'toself',
    fillcolor: withAlpha(kind === 'null' ? theme.ink : theme.reference, kind === 'null' ? 0.16 : 0.1),
    line: {
      color: kind === 'null' ? theme.ink : theme.reference,
      width: 1,
      dash: kind === 'null' ? 'dash' : 'dot',
    },
    hoverinfo: 'skip',
  };
}
