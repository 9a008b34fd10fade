import type { Vec3 } from '../acoustics/types.ts';
import { dot } from '../acoustics/vectors.ts';

/** Measurements whose weighted mean stands for a direction; the weights add up to 1. */
export interface DirectionWeights {
  readonly indices: readonly number[];
  readonly weights: readonly number[];
  /** Angle to the nearest measured direction, degrees. */
  readonly nearestDeg: number;
}

/** Triangles are looked for among so many neighbours; among more where, as near the poles of a grid, one row crowds out the next. */
const NEIGHBOURS = [9, 48] as const;
/** Nearer than this a measured direction is the one that is asked for. */
const SAME_COSINE = 1 - 1e-12;
/** Corners that lie on one line span no triangle. */
const FLAT = 1e-9;
/** Directions on an edge belong to it. */
const INSIDE = -1e-9;

/**
 * Barycentric weights of a direction in the smallest triangle of measured neighbours around it; on an arc between two, or the
 * nearest alone, where there is no such triangle: outside what was measured, or of a set in one plane.
 * @param directions (count, 3) unit vectors
 */
export function directionWeights(directions: Float64Array, towards: Vec3): DirectionWeights {
  const [few, many] = NEIGHBOURS;
  const near = nearest(directions, towards, few);
  const nearestDeg = (180 / Math.PI) * Math.acos(Math.min(1, near[0]!.cosine));
  if (near[0]!.cosine < SAME_COSINE) {
    const corners =
      triangleAround(near, towards) ??
      triangleAround(nearest(directions, towards, many), towards) ??
      arcAround(near, towards);
    if (corners) return { ...corners, nearestDeg };
  }
  return { indices: [near[0]!.index], weights: [1], nearestDeg };
}

interface Neighbour {
  readonly index: number;
  readonly direction: Vec3;
  readonly cosine: number;
}

/** The nearest measured directions, no two alike, the nearest first. */
function nearest(directions: Float64Array, towards: Vec3, most: number): Neighbour[] {
  const found: Neighbour[] = [];
  for (let at = 0; at < directions.length; at += 3) {
    const direction: Vec3 = [directions[at]!, directions[at + 1]!, directions[at + 2]!];
    const cosine = dot(direction, towards);
    if (found.length === most && cosine <= found.at(-1)!.cosine) continue;
    if (found.some((other) => dot(other.direction, direction) > SAME_COSINE)) continue;
    const place = found.findIndex((other) => other.cosine < cosine);
    found.splice(place < 0 ? found.length : place, 0, { index: at / 3, direction, cosine });
    if (found.length > most) found.pop();
  }
  return found;
}

function determinant(a: Vec3, b: Vec3, c: Vec3): number {
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    a[1] * (b[0] * c[2] - b[2] * c[0]) +
    a[2] * (b[0] * c[1] - b[1] * c[0])
  );
}

type Corners = Omit<DirectionWeights, 'nearestDeg'>;

/** Weights of the corners, scaled to add up to 1. */
function cornersOf(corners: readonly Neighbour[], shares: readonly number[]): Corners {
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    indices: corners.map(({ index }) => index),
    weights: shares.map((share) => Math.max(0, share) / sum),
  };
}

/** The triangle around the direction whose farthest corner is nearest: neighbours come in the order of distance. */
function triangleAround(near: readonly Neighbour[], towards: Vec3): Corners | null {
  for (let c = 2; c < near.length; c++) {
    for (let b = 1; b < c; b++) {
      for (let a = 0; a < b; a++) {
        const corners = [near[a]!, near[b]!, near[c]!];
        const [p, q, r] = corners.map(({ direction }) => direction) as [Vec3, Vec3, Vec3];
        const volume = determinant(p, q, r);
        if (Math.abs(volume) < FLAT) continue;
        const shares = [
          determinant(towards, q, r) / volume,
          determinant(p, towards, r) / volume,
          determinant(p, q, towards) / volume,
        ];
        if (shares.every((share) => share >= INSIDE)) return cornersOf(corners, shares);
      }
    }
  }
  return null;
}

/** The two neighbours that the direction lies between, seen along the arc through them. */
function arcAround(near: readonly Neighbour[], towards: Vec3): Corners | null {
  const first = near[0]!;
  for (const second of near.slice(1)) {
    const between = dot(first.direction, second.direction);
    const [along, across] = [dot(first.direction, towards), dot(second.direction, towards)];
    const shares = [along - between * across, across - between * along];
    if (shares.every((share) => share >= INSIDE * (1 - between))) return cornersOf([first, second], shares);
  }
  return null;
}
