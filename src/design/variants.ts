import type { DesignDocument, UpmixKind } from './document.ts';
import type { FilterSet } from './filter-set.ts';

/** What of a design can be left out to hear what it does. */
export const DESIGN_PARTS = ['upmix', 'cancellation', 'beam'] as const;
export type DesignPart = (typeof DESIGN_PARTS)[number];

/**
 * A document without a part: the natural, least-effort filters in the place of the cancellation (and with it of the virtual
 * pair, which stands on it) or of the beam; for the upmix L and R alone, the centre silent.
 */
export function withoutPart(document: DesignDocument, part: DesignPart): DesignDocument {
  switch (part) {
    case 'upmix':
      return { ...document, upmix: { kind: 'off' } };
    case 'cancellation':
      return { ...document, sides: { ...document.sides, cancellation: null } };
    case 'beam':
      return { ...document, centre: { beam: null } };
  }
}

/**
 * Filters that do with L′, R′ and C of any upmix what the given ones do with those of an upmix that only adds and
 * subtracts. L′ + C and R′ + C are the input, whatever C is, so with W the given columns
 *  - `off`, L and R as they are: W_L·(L′+C) + W_R·(R′+C), the centre's column becomes W_L + W_R;
 *  - `mid-side`, C = (L+R)/2, L′ = −R′ = (L−R)/2: L's column becomes (W_L − W_R + W_C)/2, R's (W_R − W_L + W_C)/2, the
 *    centre's their sum, W_C.
 * @param kind of the upmix the set was designed for
 * @returns the set itself for an upmix that listens to the programme: no filters can stand for it
 */
export function overAnyUpmix(set: FilterSet, kind: UpmixKind): FilterSet {
  if (!isStatic(kind)) return set;
  const column = set.outputs * set.taps;
  const firs = new Float32Array(set.firs.length);
  for (let t = 0; t < column; t++) {
    const [left, right, centre] = [set.firs[t]!, set.firs[column + t]!, set.firs[2 * column + t]!];
    const [l, r] =
      kind === 'off' ? [left, right] : [(left - right + centre) / 2, (right - left + centre) / 2];
    firs[t] = l;
    firs[column + t] = r;
    firs[2 * column + t] = l + r;
  }
  return { ...set, firs };
}

/** Whether filters alone can stand for an upmix of this kind, see `overAnyUpmix`. */
export function isStatic(kind: UpmixKind): boolean {
  return kind === 'off' || kind === 'mid-side';
}
