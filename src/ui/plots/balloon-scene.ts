import {
  balloonFaces,
  direction,
  radiusOf,
  seenFrom,
  type BalloonFace,
  type BalloonScale,
  type BalloonView,
  type SphereLevels,
} from './balloon-mesh.ts';
import { colourAt, mixed, type ColourMap } from './colour-map.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotRoom, PlotTheme } from './plot-figure.ts';
import { levelForColour } from './polar-levels.ts';
import type { Point, Scene, Shape } from './scene.ts';
import { formatFixed } from '../format.ts';
import { plotsText } from '../text/plots.ts';

export interface BalloonLook extends BalloonScale {
  readonly colourMap: ColourMap;
}

/** A balloon as it is drawn, and what it takes to find the patch under a point of it. */
export interface BalloonPicture {
  readonly scene: Scene;
  readonly faces: readonly BalloonFace[];
  /** To the balloon's own coordinates. */
  readonly toSeen: (x: number, y: number) => readonly [right: number, up: number];
}

const TALLEST_PX = 520;
const STEP_DB = 3;
const CEILING_DB = 3;
/** Beyond the balloon, as a share of its radius. */
const AXIS_LENGTH = 1.16;
const AXES = [
  { name: 'front', azimuthDeg: 0, elevationDeg: 0 },
  { name: 'left', azimuthDeg: 90, elevationDeg: 0 },
  { name: 'up', azimuthDeg: 0, elevationDeg: 90 },
] as const;

/** The balloon in steps of 3 dB, with its axes and the circle of 0 dB in the horizontal plane. */
export function balloonPicture(
  levels: SphereLevels,
  look: BalloonLook,
  view: BalloonView,
  theme: PlotTheme,
  room: PlotRoom,
): BalloonPicture {
  const { widthPx } = room;
  const heightPx = Math.round(Math.min(room.heightPx ?? TALLEST_PX, TALLEST_PX, widthPx));
  const barPx = isCompact(room) ? 48 : 84;
  const scalePx = Math.min(widthPx - barPx, heightPx) / 2 / 1.3;
  const middle: Point = [(widthPx - barPx) / 2, heightPx / 2];
  const toPx = ([right, up]: readonly number[]): Point => [
    middle[0] + right * scalePx,
    middle[1] - up * scalePx,
  ];
  const faces = balloonFaces(levels, look, view);
  const { behind, before } = frame(levels, look, view, theme, toPx);
  return {
    faces,
    toSeen: (x, y) => [(x - middle[0]) / scalePx, (middle[1] - y) / scalePx],
    scene: {
      widthPx,
      heightPx,
      fontFamily: theme.fontFamily,
      ground: theme.ground,
      shapes: [
        ...behind,
        ...faces.map(({ corners, levelDb, light }): Shape => ({
          kind: 'area',
          points: corners.map(toPx),
          color: mixed('#000000', stepColour(look, levelDb), 0.55 + 0.45 * light),
        })),
        ...before,
        ...colourBar(look, theme, widthPx, heightPx),
      ],
    },
  };
}

/** The colour of the step that a level is in: the bands of a map. */
function stepColour({ colourMap, floorDb }: BalloonLook, levelDb: number): string {
  const step =
    Math.floor(Math.min(CEILING_DB - 0.01, Math.max(floorDb, levelForColour(levelDb))) / STEP_DB) * STEP_DB;
  return colourAt(colourMap, (step + STEP_DB / 2 - floorDb) / (CEILING_DB - floorDb));
}

/** Axes and the 0 dB circle, in front of the balloon where they are on the viewer's side, behind it elsewhere. */
function frame(
  levels: SphereLevels,
  look: BalloonLook,
  view: BalloonView,
  theme: PlotTheme,
  toPx: (seen: readonly number[]) => Point,
): { behind: Shape[]; before: Shape[] } {
  const behind: Shape[] = [];
  const before: Shape[] = [];
  const radius = radiusOf(levels, look)(0);
  const side = (near: number) => (near >= 0 ? before : behind);
  const along = (azimuthDeg: number, elevationDeg: number, length: number) =>
    seenFrom(view, direction(azimuthDeg, elevationDeg).map((x) => x * length) as [number, number, number]);
  const stepDeg = 5;
  for (let azimuth = 0; azimuth < 360; azimuth += stepDeg) {
    const ends = [azimuth, azimuth + stepDeg].map((at) => along(at, 0, radius));
    const points = ends.map(toPx);
    side(ends[0][2] + ends[1][2]).push({ kind: 'line', points, color: theme.muted, widthPx: 1 });
  }
  for (const { name, azimuthDeg, elevationDeg } of AXES) {
    const from = along(azimuthDeg, elevationDeg, radius);
    const to = along(azimuthDeg, elevationDeg, AXIS_LENGTH);
    const label = along(azimuthDeg, elevationDeg, AXIS_LENGTH + 0.07);
    side(to[2]).push(
      { kind: 'line', points: [toPx(from), toPx(to)], color: theme.ink, widthPx: 1.5 },
      {
        kind: 'text',
        at: toPx(label),
        text: plotsText.directions[name],
        color: theme.ink,
        sizePx: 12,
        anchor: 'middle',
        isBold: true,
      },
    );
  }
  return { behind, before };
}

function colourBar(look: BalloonLook, theme: PlotTheme, widthPx: number, heightPx: number): Shape[] {
  const firstDb = Math.ceil(look.floorDb / STEP_DB) * STEP_DB;
  const stepsDb = Array.from({ length: (CEILING_DB - firstDb) / STEP_DB }, (_, i) => firstDb + i * STEP_DB);
  const startsDb = firstDb > look.floorDb ? [look.floorDb, ...stepsDb] : stepsDb;
  const [top, bottom] = [24, heightPx - 24];
  const left = widthPx - 44;
  const y = (levelDb: number) =>
    bottom - ((levelDb - look.floorDb) / (CEILING_DB - look.floorDb)) * (bottom - top);
  const bars = startsDb.map((from, i): Shape => {
    const to = startsDb[i + 1] ?? CEILING_DB;
    const [low, high] = [y(from), y(to)];
    return {
      kind: 'area',
      points: [
        [left, low],
        [left + 12, low],
        [left + 12, high],
        [left, high],
      ],
      color: stepColour(look, (from + to) / 2),
    };
  });
  const tickDb = look.floorDb < -30 ? 12 : 6;
  const ticks = Array.from({ length: Math.floor(-look.floorDb / tickDb) + 1 }, (_, i): Shape => ({
    kind: 'text',
    at: [left + 18, y(-i * tickDb)],
    text: formatFixed(-i * tickDb, 0),
    color: theme.muted,
    sizePx: 11,
    anchor: 'start',
  }));
  const unit: Shape = {
    kind: 'text',
    at: [left + 6, 10],
    text: 'dB',
    color: theme.muted,
    sizePx: 11,
    anchor: 'middle',
  };
  return [...bars, ...ticks, unit];
}
