/** What the listener listens on: decides whether the driver signals or the signals at the ears are played. */
export type Listening =
  /** The listener's own pair, `spacingM` apart; the design's targets are designed for it. */
  | { readonly kind: 'loudspeakers'; readonly spacingM: number; readonly distanceM: number }
  /** What the design's device would send to the listener's ears. */
  | { readonly kind: 'headphones' };

/** The two sides of a comparison: A, the original on the same device, and B, the spatial design. */
export const SLOTS = ['A', 'B'] as const;
export type Slot = (typeof SLOTS)[number];
