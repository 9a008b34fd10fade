import type { QuantityScale } from './zone-quantities.ts';

/** Values over head positions, (front, left), both axes in even steps. */
export interface ZoneValues {
  readonly frontM: ArrayLike<number>;
  readonly leftM: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Steps that a difference is drawn in, by the unit: neutral within half of one. */
const SCALES: Readonly<Record<string, Pick<QuantityScale, 'range' | 'step' | 'tick'>>> = {
  ' dB': { range: [-12, 12], step: 3, tick: 6 },
  '°': { range: [-60, 60], step: 10, tick: 20 },
  '': { range: [-0.6, 0.6], step: 0.1, tick: 0.2 },
};

/** How the difference of a quantity is drawn. */
export function differenceScale(scale: QuantityScale): QuantityScale {
  return { ...scale, colours: 'sides', ...SCALES[scale.unit]! };
}

/**
 * What one map is above another, on the places of the first; between places of the second on straight lines.
 * NaN where either has nothing.
 */
export function zoneDifference(ours: ZoneValues, theirs: ZoneValues): Float32Array {
  const fronts = Array.from(ours.frontM, (x) => between(theirs.frontM, x));
  const lefts = Array.from(ours.leftM, (y) => between(theirs.leftM, y));
  const columns = theirs.leftM.length;
  return Float32Array.from(ours.values, (value, at) => {
    const front = fronts[Math.floor(at / lefts.length)];
    const left = lefts[at % lefts.length];
    let other = 0;
    for (const [row, a] of front)
      for (const [column, b] of left) other += a * b * theirs.values[row * columns + column];
    return value - (front.length * left.length === 0 ? NaN : other);
  });
}

/** Nearer than this to a place, parts of a step, is at it. */
const AT = 1e-6;

/** The places of an axis that a value lies between, and what each counts for; none beyond its ends. */
function between(axis: ArrayLike<number>, value: number): (readonly [at: number, weight: number])[] {
  const step = axis[1] - axis[0];
  const place = (value - axis[0]) / step;
  const nearest = Math.round(place);
  if (nearest < 0 || nearest > axis.length - 1) return [];
  if (Math.abs(place - nearest) < AT) return [[nearest, 1]];
  const low = Math.floor(place);
  if (low < 0 || low >= axis.length - 1) return [];
  return [
    [low, low + 1 - place],
    [low + 1, place - low],
  ];
}
