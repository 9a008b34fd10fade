import type { FilterSet } from '../../design/filter-set.ts';
import type { TrackSamples } from '../../protocol/loudness-protocol.ts';

export const RATE = 48_000;
const TAPS = 256;

/** L′ + C and R′ + C to two outputs at a gain; a later tap makes the sets differ in spectrum. */
export function passing(gain: number, echo = 0): FilterSet {
  const firs = new Float32Array(3 * 2 * TAPS);
  for (const [input, output] of [
    [0, 0],
    [1, 1],
    [2, 0],
    [2, 1],
  ] as const) {
    firs[(input * 2 + output) * TAPS + 100] = gain;
    firs[(input * 2 + output) * TAPS + 130] = echo;
  }
  return { inputs: 3, outputs: 2, taps: TAPS, sampleRateHz: RATE, latencySamples: 100, firs };
}

/** Noise with a slow swell, different left and right; the same in every run. */
export function noiseTrack(seconds: number, level = 0.1): TrackSamples {
  let state = 1;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const channel = () =>
    new Float32Array(seconds * RATE).map((_, i) => level * random() * (1 + Math.sin(i / RATE)));
  return { sampleRateHz: RATE, left: channel(), right: channel() };
}
