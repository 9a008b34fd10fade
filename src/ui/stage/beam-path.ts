import type { StageBeams } from '../../store/index.ts';
import { inDirection, type Point } from './geometry.ts';

/** Levels below this are drawn at the centre. */
export const BEAM_FLOOR_DB = -20;

/** Radius of a level on the beams' scale, linear in dB: 0 dB at the rim, the floor at the centre. */
export function beamRadius(levelDb: number, rimPx: number): number {
  const clipped = Math.min(0, Math.max(BEAM_FLOOR_DB, Number.isNaN(levelDb) ? BEAM_FLOOR_DB : levelDb));
  return rimPx * (1 - clipped / BEAM_FLOOR_DB);
}

/** Closed outline of one column's level over azimuth, as an SVG path around `centre`. It passes through every level; between
 *  them runs a Catmull–Rom spline.
 *  @param column 0 L, 1 R, 2 C */
export function beamPath(beams: StageBeams, column: number, centre: Point, rimPx: number): string {
  const { azimuthDeg, levelDb } = beams;
  const count = azimuthDeg.length;
  const points: Point[] = [];
  for (let i = 0; i < count; i += 1) {
    // The direction straight behind may be given at both ends.
    if (i > 0 && azimuthDeg[i]! - azimuthDeg[0]! >= 360) break;
    points.push(inDirection(centre, azimuthDeg[i]!, beamRadius(levelDb[column * count + i]!, rimPx)));
  }
  return closedSpline(points);
}

function closedSpline(points: readonly Point[]): string {
  const count = points.length;
  if (count === 0) return '';
  const at = (index: number): Point => points[(index + count) % count]!;
  const write = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  /** Bézier handle of a point: a sixth of the way between its neighbours. */
  const handle = (index: number, sign: number): Point => ({
    x: at(index).x + (sign * (at(index + 1).x - at(index - 1).x)) / 6,
    y: at(index).y + (sign * (at(index + 1).y - at(index - 1).y)) / 6,
  });
  const curves = points.map(
    (_, i) => `C${write(handle(i, 1))} ${write(handle(i + 1, -1))} ${write(at(i + 1))}`,
  );
  return `M${write(at(0))}${curves.join('')}Z`;
}
