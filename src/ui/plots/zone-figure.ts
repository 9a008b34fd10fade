import type { Annotation, ColorBar, Data, Shape } from 'plotly.js';
import { axisTitle, baseAxis, baseLayout } from './axes.ts';
import type { Margins } from './axes.ts';
import { colourScale } from './colour-map.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';

/** Separation over head positions. The value at front x and left y is `separationDb[x * leftM.length + y]`. */
export interface ZoneLevels {
  readonly frontM: ArrayLike<number>;
  readonly leftM: ArrayLike<number>;
  readonly separationDb: Float32Array;
  readonly areaM2: number;
  readonly thresholdDb: number;
}

/** What stands in the room, seen from above. Positions `[front, left, up]` in metres. */
export interface ZoneScene {
  readonly driversM: readonly { readonly positionM: readonly number[]; readonly radiusM: number }[];
  /** Radius of a spherical baffle. */
  readonly baffleRadiusM: number | null;
  readonly headM: readonly number[];
  readonly headRadiusM: number;
  /** Head positions that share one filter, relative to the head. */
  readonly headOffsetsM: readonly (readonly number[])[];
}

const CEILING_DB = 30;
const STEP_DB = 3;
/** Empty space kept around what is drawn, m. */
const AROUND_M = 0.15;

export function zoneMargins(room: PlotRoom): Margins {
  return isCompact(room)
    ? { left: 50, right: 12, top: 10, bottom: 98 }
    : { left: 60, right: 84, top: 12, bottom: 48 };
}

/** Height at which the plan fills its width to scale, px. */
export function zoneHeightPx(zone: ZoneLevels, scene: ZoneScene, room: PlotRoom): number {
  const margins = zoneMargins(room);
  const extent = planExtent(zone, scene);
  const metrePx = (room.widthPx - margins.left - margins.right) / (extent.leftM[1] - extent.leftM[0]);
  const heightPx = (extent.frontM[1] - extent.frontM[0]) * metrePx + margins.top + margins.bottom;
  return Math.round(Math.min(heightPx, room.heightPx ?? Infinity));
}

/**
 * Plan of the listening zone to scale, seen from above: the device at the top, the listener facing it, so that the
 * audience's left is on the left. Contours of separation each 3 dB, the threshold's contour heavy.
 */
export function zoneFigure(zone: ZoneLevels, scene: ZoneScene, theme: PlotTheme, room: PlotRoom): PlotFigure {
  const extent = planExtent(zone, scene);
  const axis = { ...baseAxis(theme), tickmode: 'auto', hoverformat: '.2f', constrain: 'range' } as const;
  return {
    data: [filled(zone, theme, room), thresholdLine(zone, '#000000', 5), thresholdLine(zone, '#ffffff', 2.5)],
    layout: {
      ...baseLayout(theme, room, zoneMargins(room)),
      height: zoneHeightPx(zone, scene, room),
      xaxis: {
        ...axis,
        title: axisTitle('To the left (m)', theme),
        range: [extent.leftM[1], extent.leftM[0]],
        nticks: isCompact(room) ? 6 : 12,
      },
      yaxis: {
        ...axis,
        title: axisTitle('To the front (m)', theme),
        range: [extent.frontM[1], extent.frontM[0]],
        scaleanchor: 'x',
        scaleratio: 1,
        nticks: 12,
      },
      shapes: [...deviceShapes(scene, theme), ...headShapes(scene)],
      annotations: labels(scene, theme),
    },
  };
}

function filled(zone: ZoneLevels, theme: PlotTheme, room: PlotRoom): Data {
  const level = rowsOf(zone);
  return {
    type: 'contour',
    x: Array.from(zone.leftM),
    y: Array.from(zone.frontM),
    z: level.map((row) => row.map((value) => Math.min(CEILING_DB, Math.max(0, value)))),
    customdata: level,
    hovertemplate: 'front %{y:.2f} m · left %{x:.2f} m · <b>%{customdata:.1f} dB</b><extra></extra>',
    autocontour: false,
    contours: { start: 0, end: CEILING_DB, size: STEP_DB, coloring: 'fill', showlines: false },
    line: { width: 0 },
    zmin: 0,
    zmax: CEILING_DB,
    colorscale: colourScale('viridis'),
    colorbar: colourBar(theme, room),
  };
}

function thresholdLine(zone: ZoneLevels, color: string, width: number): Data {
  const at = zone.thresholdDb;
  return {
    type: 'contour',
    name: `${at} dB`,
    x: Array.from(zone.leftM),
    y: Array.from(zone.frontM),
    z: rowsOf(zone),
    autocontour: false,
    contours: { start: at, end: at, size: 1, coloring: 'none' },
    line: { color, width },
    showscale: false,
    hoverinfo: 'skip',
  };
}

function rowsOf(zone: ZoneLevels): number[][] {
  const columns = zone.leftM.length;
  return Array.from({ length: zone.frontM.length }, (_, row) =>
    Array.from(zone.separationDb.subarray(row * columns, (row + 1) * columns)),
  );
}

function colourBar(theme: PlotTheme, room: PlotRoom): Partial<ColorBar> {
  const ends = {
    thickness: 12,
    outlinewidth: 0,
    tickmode: 'linear',
    tick0: 0,
    dtick: 6,
    tickfont: { color: theme.muted, size: 11 },
    title: { text: 'Separation (dB)', font: { color: theme.muted, size: 11 } },
  } satisfies Partial<ColorBar>;
  return isCompact(room)
    ? { ...ends, orientation: 'h', x: 0.5, yref: 'container', y: 0, yanchor: 'bottom', ypad: 4, len: 1 }
    : { ...ends, x: 1, xpad: 14, len: 1, title: { ...ends.title, side: 'right' } };
}

interface PlanExtent {
  readonly frontM: readonly [number, number];
  readonly leftM: readonly [number, number];
}

function planExtent(zone: ZoneLevels, scene: ZoneScene): PlanExtent {
  const baffle = scene.baffleRadiusM ?? 0;
  const drivers = scene.driversM.flatMap(({ positionM, radiusM }) => [
    [positionM[0] - radiusM, positionM[1] - radiusM],
    [positionM[0] + radiusM, positionM[1] + radiusM],
  ]);
  const head = [0, 1].map((side) => [
    scene.headM[0] + (side - 0.5) * 3 * scene.headRadiusM,
    scene.headM[1] + (side - 0.5) * 3 * scene.headRadiusM,
  ]);
  const around = [...drivers, ...head, [-baffle, -baffle], [baffle, baffle]];
  const rangeOf = (grid: ArrayLike<number>, axis: number): [number, number] => {
    const all = [grid[0], grid[grid.length - 1], ...around.map((point) => point[axis])];
    return [Math.min(...all) - AROUND_M, Math.max(...all) + AROUND_M];
  };
  return { frontM: rangeOf(zone.frontM, 0), leftM: rangeOf(zone.leftM, 1) };
}

function circle(frontM: number, leftM: number, radiusM: number, style: Partial<Shape>): Partial<Shape> {
  return {
    type: 'circle',
    xref: 'x',
    yref: 'y',
    x0: leftM - radiusM,
    x1: leftM + radiusM,
    y0: frontM - radiusM,
    y1: frontM + radiusM,
    ...style,
  };
}

function deviceShapes(scene: ZoneScene, theme: PlotTheme): Partial<Shape>[] {
  const baffle =
    scene.baffleRadiusM === null
      ? []
      : [
          circle(0, 0, scene.baffleRadiusM, {
            line: { color: theme.muted, width: 1.5 },
            fillcolor: theme.ground,
          }),
        ];
  const drivers = scene.driversM.map(({ positionM, radiusM }) =>
    circle(positionM[0], positionM[1], radiusM, {
      line: { color: theme.ground, width: 1 },
      fillcolor: theme.ink,
    }),
  );
  return [...baffle, ...drivers];
}

/** The head with its nose towards the device, and thin outlines where else the filters are held to the target. */
function headShapes(scene: ZoneScene): Partial<Shape>[] {
  const [front, left] = scene.headM;
  const radius = scene.headRadiusM;
  const ink = { color: '#ffffff', width: 2 };
  const offsets = scene.headOffsetsM
    .filter((offset) => offset.some((coordinate) => coordinate !== 0))
    .map((offset) =>
      circle(front + offset[0], left + offset[1], radius, {
        line: { color: 'rgba(255, 255, 255, 0.7)', width: 1, dash: 'dot' },
      }),
    );
  const nose = `M ${left - radius * 0.28} ${front - radius * 0.96} L ${left} ${front - radius * 1.3} L ${left + radius * 0.28} ${front - radius * 0.96}`;
  return [
    ...offsets,
    { type: 'path', xref: 'x', yref: 'y', path: nose, line: ink },
    circle(front, left, radius, { line: ink, fillcolor: 'rgba(0, 0, 0, 0.35)' }),
  ];
}

function labels(scene: ZoneScene, theme: PlotTheme): Partial<Annotation>[] {
  const backM = Math.min(0, ...scene.driversM.map(({ positionM, radiusM }) => positionM[0] - radiusM));
  return [
    {
      x: 0,
      y: Math.min(backM, -(scene.baffleRadiusM ?? 0)),
      yshift: 9,
      text: 'device',
      showarrow: false,
      font: { color: theme.muted, size: 11 },
    },
  ];
}
