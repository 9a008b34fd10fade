import { describe, expect, it } from 'vitest';
import { fftPlan } from '../../design/fft.ts';
import { HowlDetector } from './howl-detector.ts';

const RATE_HZ = 48_000;
const SIZE = 2048;
const READING = RATE_HZ / 25;

/** Levels as a browser's analyser tells them: Blackman window, magnitude over the length, dB. */
function levelsOf(samples: Float64Array, end: number): Float32Array {
  const re = Float64Array.from({ length: SIZE }, (_, n) => {
    const a = (2 * Math.PI * n) / SIZE;
    return samples[end - SIZE + n]! * (0.42 - 0.5 * Math.cos(a) + 0.08 * Math.cos(2 * a));
  });
  const im = new Float64Array(SIZE);
  fftPlan(SIZE).forward(re, im);
  return Float32Array.from(
    { length: SIZE / 2 },
    (_, k) => 20 * Math.log10(Math.hypot(re[k]!, im[k]!) / SIZE + 1e-9),
  );
}

/** @returns when the detector speaks, seconds; null where it does not */
function heardAt(samples: Float64Array): number | null {
  const detector = new HowlDetector(RATE_HZ / SIZE);
  for (let end = SIZE; end <= samples.length; end += READING)
    if (detector.hear(levelsOf(samples, end), end / RATE_HZ)) return end / RATE_HZ;
  return null;
}

function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
}

/** A microphone that hears its own loudspeaker after a delay, through a room that favours one frequency. */
function feedback(gain: number, seconds: number, delaySeconds = 0.08): Float64Array {
  const samples = new Float64Array(seconds * RATE_HZ);
  const delay = Math.round(delaySeconds * RATE_HZ);
  const random = noise(1);
  const [radius, angle] = [0.995, (2 * Math.PI * 1200) / RATE_HZ];
  // One at the frequency that it favours.
  const unity = (1 - radius) * Math.hypot(1 - radius * Math.cos(2 * angle), radius * Math.sin(2 * angle));
  let [y1, y2] = [0, 0];
  for (let n = 0; n < samples.length; n++) {
    const back = samples[n - delay] ?? 0;
    const y = unity * back + 2 * radius * Math.cos(angle) * y1 - radius * radius * y2;
    [y2, y1] = [y1, y];
    // A loudspeaker has an end, and so has a converter.
    samples[n] = Math.tanh(0.003 * random() + gain * y);
  }
  return samples;
}

describe('HowlDetector', () => {
  it.each([1.5, 2, 3])(
    'hears feedback that grows, at a loop gain of %d, before it is at full scale',
    (gain) => {
      const samples = feedback(gain, 5);
      const at = heardAt(samples);
      expect(at).not.toBeNull();
      const level = samples
        .subarray(0, Math.floor(at! * RATE_HZ))
        .reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      expect(level).toBeLessThan(0.9);
    },
  );

  it('leaves a loop alone that dies away', () => expect(heardAt(feedback(0.5, 3))).toBeNull());

  it('hears one that stays loud, however it came there', () => {
    const samples = Float64Array.from({ length: 2 * RATE_HZ }, (_, n) => 0.9 * Math.sin(0.15 * n));
    expect(heardAt(samples)).toBeGreaterThan(0.9);
  });

  it('leaves notes alone, that strike and fade', () => {
    const samples = Float64Array.from({ length: 3 * RATE_HZ }, (_, n) => {
      const since = (n % (RATE_HZ / 2)) / RATE_HZ;
      return 0.5 * Math.exp(-4 * since) * Math.sin(2 * Math.PI * 440 * since);
    });
    expect(heardAt(samples)).toBeNull();
  });

  it('leaves what has harmonics alone, though it swells', () => {
    const samples = Float64Array.from({ length: 3 * RATE_HZ }, (_, n) => {
      const t = n / RATE_HZ;
      const swell = 0.02 * Math.exp(1.2 * t);
      return (
        swell * [1, 2, 3, 4].reduce((sum, h) => sum + Math.sin(2 * Math.PI * 220 * h * t) / Math.sqrt(h), 0)
      );
    });
    expect(heardAt(samples)).toBeNull();
  });

  it('leaves noise and silence alone', () => {
    const random = noise(3);
    expect(heardAt(Float64Array.from({ length: RATE_HZ }, () => 0.5 * random()))).toBeNull();
    expect(heardAt(new Float64Array(RATE_HZ))).toBeNull();
  });
});
