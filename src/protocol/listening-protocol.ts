import type { Profile } from '../kernel/profile.ts';
import type { LoudspeakerPair } from '../design/two-loudspeakers.ts';

export type { LoudspeakerPair, Profile };

/** What the listener listens on: decides whether the driver signals or the signals at the ears are played. */
export type Listening =
  /** The listener's own pair, `spacingM` apart; the design's targets are designed for it. */
  | ({ readonly kind: 'loudspeakers' } & LoudspeakerPair)
  /** What the design's device would send to the listener's ears. */
  | { readonly kind: 'headphones' };

/** What a listener compares: A and B always, C and D where they were added. Each plays what was chosen for it. */
export const SLOTS = ['A', 'B', 'C', 'D'] as const;
export type Slot = (typeof SLOTS)[number];

/** Filter sets that are alive at once: any can be heard within a fade. X is what a blind trial hides. */
export const LIVE_SETS = [...SLOTS, 'X'] as const;
export type LiveSet = (typeof LIVE_SETS)[number];

/** What a chain is built for: L′, R′ and C to so many outputs, filters of at most so many taps. */
export interface ChainShape {
  readonly inputs: 3;
  /** 1 to 32. */
  readonly maxOutputs: number;
  readonly maxTaps: number;
}

/**
 * The shape of the player's chain: two outputs, filters as long as a document may ask for. Spectra are prepared for a
 * shape, so that any design can follow any other while it plays.
 */
export const MATRIX_SHAPE: ChainShape = { inputs: 3, maxOutputs: 2, maxTaps: 16_384 };
