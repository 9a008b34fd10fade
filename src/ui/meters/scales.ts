/** Decibels over a length: `topDb` at 0, `floorDb` at the end. */
export interface DbScale {
  readonly topDb: number;
  readonly floorDb: number;
  readonly ticksDb: readonly number[];
}

export const LEVEL_SCALE: DbScale = {
  topDb: 0,
  floorDb: -60,
  ticksDb: [0, -6, -12, -24, -36, -48, -60],
};
export const LOUDNESS_SCALE: DbScale = { topDb: 0, floorDb: -48, ticksDb: [0, -9, -14, -18, -23, -36, -48] };
export const SPECTRUM_SCALE: DbScale = { topDb: 0, floorDb: -90, ticksDb: [0, -18, -36, -54, -72, -90] };
/** Downwards: what the limiter takes away. */
export const REDUCTION_SCALE: DbScale = { topDb: 0, floorDb: -9, ticksDb: [0, -3, -6, -9] };

/** Place of a level on its scale, 0…1; beyond it the end. */
export function placeOf(levelDb: number, { topDb, floorDb }: DbScale): number {
  return Math.min(1, Math.max(0, (topDb - levelDb) / (topDb - floorDb)));
}

export const FREQUENCY_TICKS_HZ = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000] as const;

/** Place of a frequency between 20 Hz and 20 kHz, 0…1. */
export function placeOfHz(frequencyHz: number): number {
  return Math.log10(frequencyHz / 20) / 3;
}

/** Gain of the goniometer in steps that do not flicker: what is quiet fills it too. */
const GAIN_STEP_DB = 3;
const LARGEST_GAIN_DB = 36;

/** @param extent of what is shown, 1 at the rim */
export function imageGainDb(extent: number): number {
  const steps = Math.floor((-20 * Math.log10(extent)) / GAIN_STEP_DB);
  return Math.min(LARGEST_GAIN_DB, steps * GAIN_STEP_DB);
}
