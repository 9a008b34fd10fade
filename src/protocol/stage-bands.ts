/**
 * The bands in which the stage is drawn: third octaves from 200 Hz to 8 kHz, where direction is heard and filters work.
 * What plays is measured in them on the audio thread, and what the filters do with it in the designer.
 */
const LOWEST_HZ = 200;
const THIRD = 2 ** (1 / 3);
const COUNT = 17;

/** Middle of each, ascending. */
export const STAGE_BANDS_HZ: readonly number[] = Array.from(
  { length: COUNT },
  (_, b) => LOWEST_HZ * THIRD ** b,
);

/** Edges: band b lies from b to b + 1. */
export const STAGE_EDGES_HZ: readonly number[] = Array.from(
  { length: COUNT + 1 },
  (_, b) => LOWEST_HZ * THIRD ** (b - 0.5),
);

/** What is known of a band of left, right and centre: their mean squares, and what each pair of them shares. */
export const IMAGE_TERMS = {
  left: 0,
  right: 1,
  centre: 2,
  leftCentre: 3,
  rightCentre: 4,
  leftRight: 5,
} as const;
export const IMAGE_TERM_COUNT = 6;
/** Floats of an image: its bands one after the other, the terms of each together. */
export const IMAGE_LENGTH = IMAGE_TERM_COUNT * COUNT;
