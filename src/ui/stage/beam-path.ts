import type { StageBeams } from '../../store/index.ts';
import { inDirection, type Point } from './geometry.ts';

/** Levels below this are drawn at the centre. */
export const BEAM_FLOOR_DB = -30;

/** Radius of a level on the beams' scale, linear in dB: 0 dB at the rim, the floor at the centre. */
export function beamRadius(levelDb: number, rimPx: number): number {
  const clipped = Math.min(0, Math.max(BEAM_FLOOR_DB, Number.isNaN(levelDb) ? BEAM_FLOOR_DB : levelDb));
  return rimPx * (1 - clipped / BEAM_FLOOR_DB);
}

/** Closed outline of one column's level over azimuth, as an SVG path around `centre`.
 *  @param column 0 L, 1 R, 2 C */
export function beamPath(beams: StageBeams, column: number, centre: Point, rimPx: number): string {
  const { azimuthDeg, levelDb } = beams;
  const count = azimuthDeg.length;
  const points: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const radius = beamRadius(levelDb[column * count + i]!, rimPx);
    const { x, y } = inDirection(centre, azimuthDeg[i]!, radius);
    points.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
  }
  return points.length === 0 ? '' : `M${points.join('L')}Z`;
}
