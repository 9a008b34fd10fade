import type { Annotation, Shape } from 'plotly.js';
import type { PlotTheme } from './plot-figure.ts';
import { plotsText } from '../text/plots.ts';

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

/** Empty space kept around what is drawn, m. */
const AROUND_M = 0.15;

export interface PlanExtent {
  readonly frontM: readonly [number, number];
  readonly leftM: readonly [number, number];
}

/** What a plan has to show: the grid, the device and the head. */
export function planExtent(
  grid: { readonly frontM: ArrayLike<number>; readonly leftM: ArrayLike<number> },
  scene: ZoneScene,
): PlanExtent {
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
  const rangeOf = (axis: ArrayLike<number>, index: number): [number, number] => {
    const all = [axis[0], axis[axis.length - 1], ...around.map((point) => point[index])];
    return [Math.min(...all) - AROUND_M, Math.max(...all) + AROUND_M];
  };
  return { frontM: rangeOf(grid.frontM, 0), leftM: rangeOf(grid.leftM, 1) };
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

export function sceneShapes(scene: ZoneScene, theme: PlotTheme): Partial<Shape>[] {
  return [...deviceShapes(scene, theme), ...headShapes(scene)];
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
  // A light line on a dark one is read on any colour of a map.
  const edges = [
    { color: '#000000', width: 4 },
    { color: '#ffffff', width: 2 },
  ];
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
    ...edges.flatMap((line): Partial<Shape>[] => [
      { type: 'path', xref: 'x', yref: 'y', path: nose, line },
      circle(front, left, radius, { line, fillcolor: 'rgba(0, 0, 0, 0.2)' }),
    ]),
  ];
}

export function sceneLabels(scene: ZoneScene, theme: PlotTheme): Partial<Annotation>[] {
  const backM = Math.min(0, ...scene.driversM.map(({ positionM, radiusM }) => positionM[0] - radiusM));
  return [
    {
      x: 0,
      y: Math.min(backM, -(scene.baffleRadiusM ?? 0)),
      yshift: 9,
      text: plotsText.device,
      showarrow: false,
      font: { color: theme.muted, size: 11 },
    },
  ];
}
