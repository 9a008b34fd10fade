/**
 * What the map's 0 dB is: at each frequency the level on axis, the mean power inside ±30° or the loudest direction; or, with
 * `none`, the loudest of the whole map, so that the response itself is seen.
 */
export type Normalisation = 'on-axis' | 'listening-window' | 'maximum' | 'none';

/** Levels over azimuth and frequency. The level at azimuth a and frequency f is `levelDb[a * frequencyHz.length + f]`. */
export interface PolarLevels {
  readonly azimuthDeg: ArrayLike<number>;
  readonly frequencyHz: ArrayLike<number>;
  readonly levelDb: Float32Array;
  /** The same without any normalisation, where it is known. */
  readonly absoluteDb?: Float32Array;
}

const LISTENING_WINDOW_DEG = 30;

/** Above 0 dB, what is drawn as below it. */
export const ALIKE_DB = 0.1;
const JUST_BELOW_DB = -0.001;

/**
 * A level as a picture in steps colours it, of which one ends at 0 dB: a tenth of a decibel above counts as below, so that
 * directions which are alike look alike.
 */
export function levelForColour(levelDb: number): number {
  return levelDb >= 0 && levelDb <= ALIKE_DB ? JUST_BELOW_DB : levelDb;
}

/** The map with its 0 dB moved, frequency by frequency. */
export function normalised(map: PolarLevels, normalisation: Normalisation): PolarLevels {
  if (normalisation === 'none') return belowLoudest(map);
  const columns = map.frequencyHz.length;
  const levelDb = new Float32Array(map.levelDb.length);
  for (let column = 0; column < columns; column += 1) {
    const zeroDb = zeroLevelDb(map, column, normalisation);
    for (let row = 0; row < map.azimuthDeg.length; row += 1) {
      const at = row * columns + column;
      levelDb[at] = map.levelDb[at] - zeroDb;
    }
  }
  return { azimuthDeg: map.azimuthDeg, frequencyHz: map.frequencyHz, levelDb };
}

function belowLoudest(map: PolarLevels): PolarLevels {
  const source = map.absoluteDb ?? map.levelDb;
  let loudest = -Infinity;
  for (const level of source) loudest = Math.max(loudest, level);
  return {
    azimuthDeg: map.azimuthDeg,
    frequencyHz: map.frequencyHz,
    levelDb: source.map((level) => level - loudest),
  };
}

/** The map from −180° to 180°: the seam's direction stands at both ends, because it is one direction. */
export function closedCircle(map: PolarLevels): PolarLevels {
  const rows = map.azimuthDeg.length;
  const columns = map.frequencyHz.length;
  if (rows < 2) return map;
  const first = map.azimuthDeg[0];
  const last = map.azimuthDeg[rows - 1];
  const levelAtRow = (row: number) => map.levelDb.subarray(row * columns, (row + 1) * columns);
  if (first === -180 && last < 180) {
    return closed(map, [...Array.from(map.azimuthDeg), 180], [map.levelDb, levelAtRow(0)]);
  }
  if (last === 180 && first > -180) {
    return closed(map, [-180, ...Array.from(map.azimuthDeg)], [levelAtRow(rows - 1), map.levelDb]);
  }
  return map;
}

/** Row of the direction closest to an azimuth. */
export function rowNearest(map: PolarLevels, azimuthDeg: number): number {
  let best = 0;
  for (let row = 1; row < map.azimuthDeg.length; row += 1) {
    if (Math.abs(map.azimuthDeg[row] - azimuthDeg) < Math.abs(map.azimuthDeg[best] - azimuthDeg)) best = row;
  }
  return best;
}

/** One direction's level over frequency. */
export function levelTowards(map: PolarLevels, azimuthDeg: number): Float32Array {
  const columns = map.frequencyHz.length;
  const row = rowNearest(map, azimuthDeg);
  return map.levelDb.slice(row * columns, (row + 1) * columns);
}

function zeroLevelDb(map: PolarLevels, column: number, normalisation: Normalisation): number {
  const columns = map.frequencyHz.length;
  const levelAt = (row: number) => map.levelDb[row * columns + column];
  if (normalisation === 'on-axis') return levelAt(rowNearest(map, 0));
  let loudest = -Infinity;
  let power = 0;
  let count = 0;
  for (let row = 0; row < map.azimuthDeg.length; row += 1) {
    loudest = Math.max(loudest, levelAt(row));
    if (Math.abs(map.azimuthDeg[row]) > LISTENING_WINDOW_DEG) continue;
    power += 10 ** (levelAt(row) / 10);
    count += 1;
  }
  return normalisation === 'maximum' || count === 0 ? loudest : 10 * Math.log10(power / count);
}

function closed(map: PolarLevels, azimuthDeg: number[], parts: Float32Array[]): PolarLevels {
  const levelDb = new Float32Array(azimuthDeg.length * map.frequencyHz.length);
  let at = 0;
  for (const part of parts) {
    levelDb.set(part, at);
    at += part.length;
  }
  return { azimuthDeg, frequencyHz: map.frequencyHz, levelDb };
}
