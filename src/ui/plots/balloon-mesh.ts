/** Levels all around: elevation e, azimuth a at `e * azimuthDeg.length + a`, dB. Azimuths go around, elevations from pole to pole. */
export interface SphereLevels {
  readonly azimuthDeg: ArrayLike<number>;
  readonly elevationDeg: ArrayLike<number>;
  readonly levelDb: ArrayLike<number>;
}

/** Where a balloon is looked at from: in the audience, turned so that its left side comes to the front, and from above. */
export interface BalloonView {
  readonly turnDeg: number;
  readonly tiltDeg: number;
  /** 1 shows it whole. */
  readonly zoom: number;
}

/** Where a balloon is looked at from to begin with. */
export const VIEWS = {
  audience: { turnDeg: 35, tiltDeg: 25, zoom: 1 },
  front: { turnDeg: 0, tiltDeg: 0, zoom: 1 },
  side: { turnDeg: 90, tiltDeg: 0, zoom: 1 },
  above: { turnDeg: 0, tiltDeg: 90, zoom: 1 },
} as const satisfies Record<string, BalloonView>;

/** How levels become lengths: 0 dB is as long as the longest unless something is louder, the floor is the middle. */
export interface BalloonScale {
  /** What is subtracted of every level, dB. */
  readonly zeroDb: number;
  readonly floorDb: number;
}

/** A point on the screen: to the right, up, and towards the viewer; the balloon is within 1 of the middle. */
export type Seen = readonly [right: number, up: number, near: number];

/** A patch between neighbouring directions. */
export interface BalloonFace {
  readonly corners: readonly Seen[];
  /** Relative to the scale's zero, mean of its corners, dB. */
  readonly levelDb: number;
  /** Of its middle. */
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
  /** Light that falls on it, 0…1. */
  readonly light: number;
}

/** A point in the stage frame as it is seen, without perspective. */
export function seenFrom(
  view: BalloonView,
  [front, left, up]: readonly [front: number, left: number, up: number],
): Seen {
  const turn = (view.turnDeg * Math.PI) / 180;
  const tilt = (view.tiltDeg * Math.PI) / 180;
  const ahead = front * Math.cos(turn) + left * Math.sin(turn);
  const aside = left * Math.cos(turn) - front * Math.sin(turn);
  // From the audience its left is on the left.
  return [
    -aside * view.zoom,
    (up * Math.cos(tilt) - ahead * Math.sin(tilt)) * view.zoom,
    (ahead * Math.cos(tilt) + up * Math.sin(tilt)) * view.zoom,
  ];
}

/** Unit vector of a direction. */
export function direction(azimuthDeg: number, elevationDeg: number): readonly [number, number, number] {
  const [azimuth, elevation] = [azimuthDeg, elevationDeg].map((degrees) => (degrees * Math.PI) / 180);
  return [
    Math.cos(elevation) * Math.cos(azimuth),
    Math.cos(elevation) * Math.sin(azimuth),
    Math.sin(elevation),
  ];
}

/** Length of a level: 0 at the floor, 1 at 0 dB or at the loudest where that is louder. */
export function radiusOf(
  levels: SphereLevels,
  { zeroDb, floorDb }: BalloonScale,
): (levelDb: number) => number {
  let loudest = 0;
  for (let at = 0; at < levels.levelDb.length; at += 1)
    loudest = Math.max(loudest, levels.levelDb[at] - zeroDb);
  return (levelDb) => Math.max(0, levelDb - floorDb) / (loudest - floorDb);
}

/** The balloon's patches, the farthest first. */
export function balloonFaces(levels: SphereLevels, scale: BalloonScale, view: BalloonView): BalloonFace[] {
  const { azimuthDeg, elevationDeg } = levels;
  const around = azimuthDeg.length;
  const radius = radiusOf(levels, scale);
  const levelAt = (row: number, column: number) =>
    levels.levelDb[row * around + (column % around)] - scale.zeroDb;
  const points = Array.from({ length: elevationDeg.length * around }, (_, at): Seen => {
    const [row, column] = [Math.floor(at / around), at % around];
    const length = radius(levelAt(row, column));
    const [x, y, z] = direction(azimuthDeg[column], elevationDeg[row]);
    return seenFrom(view, [x * length, y * length, z * length]);
  });
  const faces: BalloonFace[] = [];
  for (let row = 0; row + 1 < elevationDeg.length; row += 1) {
    for (let column = 0; column < around; column += 1) {
      const next = (column + 1) % around;
      const at = [
        [row, column],
        [row, next],
        [row + 1, next],
        [row + 1, column],
      ] as const;
      const corners = at.map(([r, c]) => points[r * around + c]);
      faces.push({
        corners,
        levelDb: at.reduce((sum, [r, c]) => sum + levelAt(r, c), 0) / at.length,
        azimuthDeg: azimuthDeg[column] + 360 / around / 2,
        elevationDeg: (elevationDeg[row] + elevationDeg[row + 1]) / 2,
        light: lightOn(corners),
      });
    }
  }
  const depth = ({ corners }: BalloonFace) => corners.reduce((sum, [, , near]) => sum + near, 0);
  return faces
    .map((face) => ({ face, near: depth(face) }))
    .sort((a, b) => a.near - b.near)
    .map(({ face }) => face);
}

/** The nearest patch under a point of the screen; `null` beside the balloon. @param faces as `balloonFaces` orders them */
export function faceAt(faces: readonly BalloonFace[], right: number, up: number): BalloonFace | null {
  return faces.findLast(({ corners }) => isInside(corners, right, up)) ?? null;
}

/** How squarely a patch faces a light at the viewer's left shoulder; both its sides are lit. */
function lightOn([a, b, c, d]: readonly Seen[]): number {
  const [ux, uy, uz] = [0, 1, 2].map((i) => c[i] - a[i]);
  const [vx, vy, vz] = [0, 1, 2].map((i) => d[i] - b[i]);
  const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(...normal);
  if (length < 1e-12) return 1;
  return Math.abs(normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2]) / length;
}

const LIGHT = [-0.42, 0.42, 0.8] as const;

function isInside(corners: readonly Seen[], right: number, up: number): boolean {
  let inside = false;
  corners.forEach(([x, y], i) => {
    const [x0, y0] = corners[(i + corners.length - 1) % corners.length];
    if (y > up !== y0 > up && right < ((x0 - x) * (up - y)) / (y0 - y) + x) inside = !inside;
  });
  return inside;
}
