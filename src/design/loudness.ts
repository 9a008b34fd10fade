/**
 * Programme loudness by ITU-R BS.1770-4, and the frozen gains that make two versions of one passage equally loud.
 * Its weakness: below some 400 ms there is nothing to gate, and two versions of very different spectra can match in
 * LUFS and still not sound alike.
 */
import { KWeighting } from '../metering/k-weighting.ts';
import { ABSOLUTE_GATE_LUFS } from '../metering/loudness-histogram.ts';
import { LOUDNESS, LoudnessMeter, MOMENTARY_STEPS } from '../metering/loudness-meter.ts';
import { lufs } from '../metering/lufs.ts';
import { stepSamplesAt, Steps } from '../metering/meter-part.ts';

/**
 * Integrated loudness: K-weighting, 400 ms blocks with 75 % overlap, gates at −70 LUFS and 10 LU below the mean of
 * what passes the first   [ITU-R BS.1770-4, annex 1], by the very meter that reads what plays. Every channel weighs 1,
 * as left, right and centre do. A passage shorter than a block counts as one block.
 * @param channels samples of equal length
 * @returns LUFS; −∞ where nothing passes the gates
 */
export function integratedLoudness(channels: readonly Float32Array[], sampleRateHz: number): number {
  const length = channels[0]?.length ?? 0;
  if (length < MOMENTARY_STEPS * stepSamplesAt(sampleRateHz)) return ungatedLoudness(channels, sampleRateHz);
  const meter = new LoudnessMeter({ channels: channels.length, sampleRateHz });
  new Steps(sampleRateHz, [meter]).process(channels, length);
  return meter.values[LOUDNESS.integrated]!;
}

function ungatedLoudness(channels: readonly Float32Array[], sampleRateHz: number): number {
  const energy = new Float64Array(1);
  for (const x of channels) new KWeighting(sampleRateHz).addEnergy(x, 0, x.length, energy, 0);
  const loudness = lufs(energy[0]! / (channels[0]?.length ?? 0));
  return loudness > ABSOLUTE_GATE_LUFS ? loudness : -Infinity;
}

/** One side of a comparison, measured before any gain. */
export interface MeasuredSide {
  /** At the listener's ears. */
  readonly earsLufs: number;
  /** Largest sample of what is played, linear. */
  readonly outputPeak: number;
}

export interface MatchGains {
  readonly originalGainDb: number;
  readonly spatialGainDb: number;
  /** The one gain for both sides when their loudness is left as it is. */
  readonly unmatchedGainDb: number;
}

/**
 * Gains that make both sides equally loud at the ears: the original keeps the loudness of the track itself, the
 * spatial side follows, and both give way together where a peak would pass the ceiling.
 * @param trackLufs loudness of the track
 * @param originalOutputLufs loudness of the original as played; differs from the track's where what is played are
 *   the signals at the ears, whose level depends on the distance
 * @param ceiling largest sample allowed, linear
 */
export function matchGains(
  original: MeasuredSide,
  spatial: MeasuredSide,
  trackLufs: number,
  originalOutputLufs: number,
  ceiling: number,
): MatchGains {
  const anchorDb = finiteOr0(trackLufs - originalOutputLufs);
  const differenceDb = finiteOr0(original.earsLufs - spatial.earsLufs);
  const roomDb = (gainDb: number, { outputPeak }: MeasuredSide) =>
    20 * Math.log10(ceiling / outputPeak) - gainDb;
  const matchedDb =
    anchorDb + Math.min(0, roomDb(anchorDb, original), roomDb(anchorDb + differenceDb, spatial));
  const unmatchedDb = anchorDb + Math.min(0, roomDb(anchorDb, original), roomDb(anchorDb, spatial));
  return {
    originalGainDb: matchedDb,
    spatialGainDb: matchedDb + differenceDb,
    unmatchedGainDb: unmatchedDb,
  };
}

/** Silence has no loudness to match. */
function finiteOr0(valueDb: number): number {
  return Number.isFinite(valueDb) ? valueDb : 0;
}
