import { describe, expect, it } from 'vitest';
import { noise } from '../kernel/testing/convolution.ts';
import { Steps } from './meter-part.ts';
import { StereoImage } from './stereo-image.ts';

const RATE_HZ = 48_000;
const TRACE_POINTS = 512;

function sine(phaseDeg: number): Float32Array {
  return Float32Array.from(
    { length: RATE_HZ },
    (_, n) => 0.3 * Math.sin((2 * Math.PI * n) / 48 + (phaseDeg * Math.PI) / 180),
  );
}

function correlationOf(left: Float32Array, right: Float32Array): number {
  const image = new StereoImage(RATE_HZ, TRACE_POINTS);
  new Steps(RATE_HZ, [image]).process([left, right], left.length);
  return image.correlation[0];
}

describe('StereoImage', () => {
  it.each([
    ['both sides alike', 0, 1],
    ['a third of a turn', 60, 0.5],
    ['a quarter of a turn', 90, 0],
    ['one side inverted', 180, -1],
  ])('correlates %s', (_, phaseDeg, expected) => {
    // The cosine of the phase, in Float32 samples.
    expect(correlationOf(sine(0), sine(phaseDeg))).toBeCloseTo(expected, 5);
  });

  it('correlates whatever the levels, and noise with other noise hardly', () => {
    const quiet = sine(0).map((x) => 1e-4 * x);
    expect(correlationOf(sine(0), quiet)).toBeCloseTo(1, 5);
    // Three standard deviations of 14,400 independent samples.
    expect(Math.abs(correlationOf(noise(RATE_HZ, 1), noise(RATE_HZ, 2)))).toBeLessThan(3 / Math.sqrt(14_400));
  });

  it('says nothing of the phase where a side is silent', () => {
    expect(correlationOf(sine(0), new Float32Array(RATE_HZ))).toBe(0);
    expect(correlationOf(new Float32Array(RATE_HZ), new Float32Array(RATE_HZ))).toBe(0);
  });

  it.each([
    [44_100, 2],
    [48_000, 2],
    [192_000, 8],
  ])('keeps every so many samples of both, the newest last, at %i Hz', (rate, stride) => {
    const image = new StereoImage(rate, TRACE_POINTS);
    const steps = new Steps(rate, [image]);
    const left = Float32Array.from({ length: 5 * TRACE_POINTS * stride }, (_, n) => n);
    const right = left.map((x) => -x);
    for (let start = 0; start < left.length; start += 100) {
      const part = [left, right].map((x) => x.subarray(start, start + 100));
      steps.process(part, part[0].length);
    }
    const trace = new Float32Array(2 * TRACE_POINTS + 1);
    image.copyTrace(trace, 1);
    const first = left.length - stride * TRACE_POINTS;
    const expected = Array.from({ length: TRACE_POINTS }, (_, i) => first + stride * i);
    expect([...trace.subarray(1)]).toEqual(expected.flatMap((n) => [n, n === 0 ? 0 : -n]));
  });
});
