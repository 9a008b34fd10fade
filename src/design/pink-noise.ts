import { fftPlan } from './fft.ts';

export interface PinkNoiseOptions {
  /** Of one period, a power of two. */
  readonly samples: number;
  readonly sampleRateHz: number;
  /** Nothing sounds outside. */
  readonly bandHz: readonly [low: number, high: number];
  /** Root mean square, dB re full scale. */
  readonly levelDb: number;
}

/**
 * One period of noise with as much power in every octave of a band, to be played over and over without a seam: a sum of
 * sines at the bins of the period, amplitude ∝ 1/√f, phases by chance. Always the same for the same options.
 * Its weakness: what repeats every few seconds can be recognised.
 * @returns (samples,)
 * @throws RangeError when no bin of the period lies in the band
 */
export function pinkNoise({
  samples,
  sampleRateHz,
  bandHz: [low, high],
  levelDb,
}: PinkNoiseOptions): Float32Array<ArrayBuffer> {
  const re = new Float64Array(samples);
  const im = new Float64Array(samples);
  const random = createRandom();
  const binHz = sampleRateHz / samples;
  const first = Math.max(1, Math.ceil(low / binHz));
  const last = Math.min(samples / 2 - 1, Math.floor(high / binHz));
  if (first > last) throw new RangeError(`no frequency of the noise lies between ${low} and ${high} Hz`);
  let power = 0;
  for (let bin = first; bin <= last; bin++) {
    const amplitude = 1 / Math.sqrt(bin);
    const phase = 2 * Math.PI * random();
    re[bin] = amplitude * Math.cos(phase);
    im[bin] = amplitude * Math.sin(phase);
    power += amplitude ** 2 / 2;
  }
  fftPlan(samples).inverse(re, im);
  const gain = 10 ** (levelDb / 20) / Math.sqrt(power);
  return Float32Array.from(re, (x) => gain * x);
}

/** Numerical Recipes' linear congruential generator: evenly spread, which is all that phases need. @returns 0…1 */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
