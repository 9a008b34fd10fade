/**
 * Programme loudness by ITU-R BS.1770-4, and the frozen gains that make two versions of one passage equally loud.
 * Its weakness: below some 400 ms there is nothing to gate, and two versions of very different spectra can match in
 * LUFS and still not sound alike.
 */

/** H(z) = (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²). */
interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** The head's shelf: +4 dB above some 2 kHz. Analogue parameters behind the 48 kHz table of BS.1770. */
const SHELF = { frequencyHz: 1681.974450955533, gainDb: 3.999843853973347, q: 0.7071752369554196 };
/** The RLB high-pass. */
const HIGH_PASS = { frequencyHz: 38.13547087602444, q: 0.5003270373238773 };
/** Exponent that gives the shelf its middle gain; belongs to SHELF. */
const SHELF_MIDDLE = 0.4996667741545416;

/** Makes a 997 Hz full-scale sine in one channel read −3.01 LUFS. */
const OFFSET_DB = -0.691;
const STEP_SECONDS = 0.1;
const STEPS_PER_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/**
 * Integrated loudness: K-weighting, 400 ms blocks with 75 % overlap, gates at −70 LUFS and 10 LU below the mean of
 * what passes the first   [ITU-R BS.1770-4, annex 1]. Every channel weighs 1, as left, right and centre do.
 * A passage shorter than a block counts as one block.
 * @param channels samples of equal length
 * @returns LUFS; −∞ where nothing passes the gates
 */
export function integratedLoudness(channels: readonly Float32Array[], sampleRateHz: number): number {
  const blocks = blockPowers(channels, sampleRateHz);
  const loud = blocks.filter((power) => lufs(power) > ABSOLUTE_GATE_LUFS);
  const gateLufs = lufs(mean(loud)) + RELATIVE_GATE_LU;
  return lufs(mean(loud.filter((power) => lufs(power) > gateLufs)));
}

/** Mean square of the K-weighted channels, summed over channels, of each gating block. */
function blockPowers(channels: readonly Float32Array[], sampleRateHz: number): number[] {
  const length = channels[0]?.length ?? 0;
  const stepSamples = Math.round(STEP_SECONDS * sampleRateHz);
  const wholeSteps = Math.floor(length / stepSamples);
  if (length > 0 && wholeSteps < STEPS_PER_BLOCK) {
    return [sum(channels.map((x) => sum(weightedStepEnergies(x, sampleRateHz, length)))) / length];
  }
  const steps = new Float64Array(wholeSteps);
  for (const channel of channels) {
    const energies = weightedStepEnergies(channel, sampleRateHz, stepSamples);
    for (let i = 0; i < wholeSteps; i++) steps[i]! += energies[i]!;
  }
  const blocks: number[] = [];
  for (let i = 0; i + STEPS_PER_BLOCK <= wholeSteps; i++) {
    blocks.push(sum(steps.subarray(i, i + STEPS_PER_BLOCK)) / (STEPS_PER_BLOCK * stepSamples));
  }
  return blocks;
}

/** Energy of each whole step of the K-weighted signal; both filters in one pass, transposed direct form II. */
function weightedStepEnergies(x: Float32Array, sampleRateHz: number, stepSamples: number): Float64Array {
  const shelf = shelfBiquad(sampleRateHz);
  const highPass = highPassBiquad(sampleRateHz);
  const energies = new Float64Array(Math.floor(x.length / stepSamples));
  let [s1, s2, h1, h2] = [0, 0, 0, 0];
  let position = 0;
  for (let step = 0; step < energies.length; step++) {
    let energy = 0;
    for (const end = position + stepSamples; position < end; position++) {
      const input = x[position]!;
      const shelved = shelf.b0 * input + s1;
      s1 = shelf.b1 * input - shelf.a1 * shelved + s2;
      s2 = shelf.b2 * input - shelf.a2 * shelved;
      const weighted = highPass.b0 * shelved + h1;
      h1 = highPass.b1 * shelved - highPass.a1 * weighted + h2;
      h2 = highPass.b2 * shelved - highPass.a2 * weighted;
      energy += weighted * weighted;
    }
    energies[step] = energy;
  }
  return energies;
}

/** High shelf by the bilinear transform, warped to its own frequency, so that any rate keeps the analogue curve. */
function shelfBiquad(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * SHELF.frequencyHz) / sampleRateHz);
  const high = 10 ** (SHELF.gainDb / 20);
  const middle = high ** SHELF_MIDDLE;
  const norm = 1 + k / SHELF.q + k * k;
  return {
    b0: (high + (middle * k) / SHELF.q + k * k) / norm,
    b1: (2 * (k * k - high)) / norm,
    b2: (high - (middle * k) / SHELF.q + k * k) / norm,
    ...poles(k, SHELF.q, norm),
  };
}

/** High-pass by the same transform. The standard's table leaves its numerator 1, −2, 1 unnormalised. */
function highPassBiquad(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * HIGH_PASS.frequencyHz) / sampleRateHz);
  return { b0: 1, b1: -2, b2: 1, ...poles(k, HIGH_PASS.q, 1 + k / HIGH_PASS.q + k * k) };
}

function poles(k: number, q: number, norm: number): Pick<Biquad, 'a1' | 'a2'> {
  return { a1: (2 * (k * k - 1)) / norm, a2: (1 - k / q + k * k) / norm };
}

function lufs(power: number): number {
  return OFFSET_DB + 10 * Math.log10(power);
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
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
