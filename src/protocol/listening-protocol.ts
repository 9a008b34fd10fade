import type { LoudspeakerPair } from '../design/two-loudspeakers.ts';

export type { LoudspeakerPair };

/** What the listener listens on: decides whether the driver signals or the signals at the ears are played. */
export type Listening =
  /** The listener's own pair, `spacingM` apart; the design's targets are designed for it. */
  | ({ readonly kind: 'loudspeakers' } & LoudspeakerPair)
  /** What the design's device would send to the listener's ears. */
  | { readonly kind: 'headphones' };

/** The two sides of a comparison: A, the original on the same device, and B, the spatial design. */
export const SLOTS = ['A', 'B'] as const;
export type Slot = (typeof SLOTS)[number];

/**
 * What the filter matrix is built for: L′, R′ and C to two outputs, filters as long as a document may ask for. Spectra
 * are prepared for this shape, so that any design can follow any other while it plays.
 */
export const MATRIX_SHAPE = { inputs: 3, maxOutputs: 2, maxTaps: 16_384 } as const;
