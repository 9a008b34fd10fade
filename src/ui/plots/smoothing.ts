/** Width of the window that a curve is averaged over, octaves; 0 leaves it as it is. */
export type Smoothing = 'none' | '1/12' | '1/6' | '1/3' | '1/1';

const OCTAVES: Readonly<Record<Smoothing, number>> = {
  none: 0,
  '1/12': 1 / 12,
  '1/6': 1 / 6,
  '1/3': 1 / 3,
  '1/1': 1,
};

/**
 * A curve averaged over a window around each of its points, all points in it alike. For samples in equal parts of an octave.
 * @param as 'level': the mean of the powers, for a level in dB; 'value': the mean of the values, for a ratio, an index or an angle
 * @returns (n,) NaN where the curve is
 */
export function smoothed(
  frequencyHz: ArrayLike<number>,
  values: ArrayLike<number>,
  smoothing: Smoothing,
  as: 'level' | 'value',
): Float64Array {
  const own = Float64Array.from(values);
  if (smoothing === 'none') return own;
  const reach = 2 ** (OCTAVES[smoothing] / 2);
  const averaged = as === 'level' ? own.map((db) => 10 ** (db / 10)) : own;
  let first = 0;
  let end = 0;
  return own.map((value, at) => {
    // A hair wider, so that points at the very edge count on both sides alike.
    while (frequencyHz[first] < (frequencyHz[at] / reach) * (1 - 1e-9)) first += 1;
    while (end < own.length && frequencyHz[end] <= frequencyHz[at] * reach * (1 + 1e-9)) end += 1;
    if (Number.isNaN(value)) return NaN;
    let sum = 0;
    let count = 0;
    for (let other = first; other < end; other += 1) {
      if (Number.isNaN(averaged[other])) continue;
      sum += averaged[other];
      count += 1;
    }
    return as === 'level' ? 10 * Math.log10(sum / count) : sum / count;
  });
}
