import type { Profile } from '../kernel/profile.ts';
import type { LoudspeakerPair } from '../design/two-loudspeakers.ts';

export type { LoudspeakerPair, Profile };

/** What the listener listens on: decides whether the driver signals or the signals at the ears are played. */
export type Listening =
  /** The listener's own pair, `spacingM` apart; the design's targets are designed for it. */
  | ({ readonly kind: 'loudspeakers' } & LoudspeakerPair)
  /** What the design's device would send to the listener's ears. */
  | { readonly kind: 'headphones' }
  /** The design's device itself, each of its drivers on one of the output's `channels`. */
  | { readonly kind: 'device'; readonly channels: number };

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

/** More outputs no chain has. */
export const MOST_OUTPUTS = 32;

/** What a chain for filters of this size is built for: the player's own wherever they fit, else one that just fits. */
export function shapeFor({ outputs, taps }: { readonly outputs: number; readonly taps: number }): ChainShape {
  const fits = outputs <= MATRIX_SHAPE.maxOutputs && taps <= MATRIX_SHAPE.maxTaps;
  return fits ? MATRIX_SHAPE : { inputs: 3, maxOutputs: outputs, maxTaps: taps };
}

/** What one chain serves: filters of another path need another chain. */
export interface ChainPath {
  readonly profile: Profile;
  readonly shape: ChainShape;
}

export function isSamePath(one: ChainPath, other: ChainPath): boolean {
  return one.profile === other.profile && isSameShape(one.shape, other.shape);
}

export function isSameShape(one: ChainShape, other: ChainShape): boolean {
  return one.maxOutputs === other.maxOutputs && one.maxTaps === other.maxTaps;
}

/** Where an output of the chain goes, behind its limiter. */
export interface OutputRoute {
  /** Channel of the device, from 0. */
  readonly output: number;
  /** Linear, −1…1: 0 is silent, a negative one turns the polarity. */
  readonly gain: number;
  /** By how much it comes later, to the nearest sample, within `DELAY_RANGE_SECONDS`; 0 where absent. */
  readonly delaySeconds?: number;
}

/** By so much an output can be later than another one: up to 17 m of air. */
export const DELAY_RANGE_SECONDS = { min: 0, max: 0.05 } as const;
