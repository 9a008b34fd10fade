/** The synthetic test signals of EBU Tech 3341 (2023), table 1, and Tech 3342 (2023), table 1. Levels are peak, dBFS. */

export interface Passage {
  readonly seconds: number;
  /** −∞ for silence. */
  readonly levelDb: number;
}

export const silence = (seconds: number): Passage => ({ seconds, levelDb: -Infinity });
export const tone = (seconds: number, levelDb: number): Passage => ({ seconds, levelDb });

export function repeated(times: number, passages: readonly Passage[]): Passage[] {
  return Array.from({ length: times }, () => passages).flat();
}

/** A 1 kHz sine whose level changes from passage to passage. */
export function passages(list: readonly Passage[], sampleRateHz: number): Float32Array {
  const ends: number[] = [];
  let seconds = 0;
  for (const passage of list) ends.push(Math.round((seconds += passage.seconds) * sampleRateHz));
  const signal = new Float32Array(ends.at(-1)!);
  list.forEach(({ levelDb }, p) => {
    const amplitude = 10 ** (levelDb / 20);
    for (let n = p === 0 ? 0 : ends[p - 1]; n < ends[p]; n++) {
      signal[n] = amplitude * Math.sin((2 * Math.PI * 1000 * n) / sampleRateHz);
    }
  });
  return signal;
}

/** Signals 15 to 19: a sine at a fraction of the rate, with fades of 10 ms. @param amplitude of full scale */
export function steadyPeak(fractionOfRate: number, amplitude: number, phaseDeg: number): Float32Array {
  const fade = 480;
  const length = 24_000;
  return Float32Array.from({ length }, (_, n) => {
    const gain = Math.min(1, n / fade, (length - 1 - n) / fade);
    return gain * amplitude * Math.sin(2 * Math.PI * fractionOfRate * n + (phaseDeg * Math.PI) / 180);
  });
}

const OVERSAMPLING = 4;
const HALF_TAPS = 512;
/** Of the oversampled rate: half the signal's own, less half the filter's transition. */
const CUTOFF = 0.5 / OVERSAMPLING - 0.0075;

/**
 * Signals 20 to 23: a sine at a sixth of the rate and half of full scale that holds one period at a quarter of the rate and
 * full scale, continuous in phase; made at four times the rate, low-pass filtered and downsampled.
 * @param offset first sample that is kept, at four times the rate
 */
export function passingPeak(offset: number): Float32Array {
  const carrier = 6 * OVERSAMPLING;
  const guest = 4 * OVERSAMPLING;
  const from = 200 * carrier;
  const made = Float64Array.from({ length: 2 * from }, (_, n) => {
    if (n >= from && n < from + guest) return Math.sin((2 * Math.PI * (n - from)) / guest);
    return 0.5 * Math.sin((2 * Math.PI * (n < from ? n : n - from - guest)) / carrier);
  });
  const length = Math.floor((made.length - offset) / OVERSAMPLING);
  return Float32Array.from({ length }, (_, n) => {
    const edge = Math.min(1, n / 200, (length - 1 - n) / 200);
    return edge * lowPassed(made, offset + n * OVERSAMPLING);
  });
}

/** One sample behind a low-pass of Blackman-windowed sinc. */
function lowPassed(x: Float64Array, at: number): number {
  let sum = 0;
  for (let k = Math.max(-HALF_TAPS, at - x.length + 1); k <= Math.min(HALF_TAPS, at); k++) {
    const turn = (Math.PI * k) / HALF_TAPS;
    const window = 0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
    const sinc = k === 0 ? 2 * CUTOFF : Math.sin(2 * Math.PI * CUTOFF * k) / (Math.PI * k);
    sum += window * sinc * x[at - k];
  }
  return sum;
}
