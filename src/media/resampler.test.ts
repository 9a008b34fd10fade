import { describe, expect, it } from 'vitest';
import { Resampler } from './resampler.ts';

const sine = (length: number, hz: number, rateHz: number) =>
  Float32Array.from({ length }, (_, n) => Math.sin((2 * Math.PI * hz * n) / rateHz));

/** All of a signal, silence around it. */
function convertAll(resampler: Resampler, input: Float32Array, from = 0, count?: number): Float32Array {
  const wanted = count ?? resampler.outputFrames(input.length) - from;
  const [first, needed] = resampler.needs(from, wanted);
  return resampler.convert(
    Float32Array.from({ length: needed }, (_, n) => input[first + n] ?? 0),
    from,
    wanted,
  );
}

/** Of what is in the middle: level of one frequency, by least squares, and of all else, relative to a sine of one. */
function levelsDb(x: Float32Array, hz: number, rateHz: number): { tone: number; rest: number } {
  const part = x.subarray(2000, 2000 + 8192);
  const angle = (n: number) => (2 * Math.PI * hz * n) / rateHz;
  let [cc, ss, cs, xc, xs] = [0, 0, 0, 0, 0];
  part.forEach((value, n) => {
    const [c, s] = [Math.cos(angle(n)), Math.sin(angle(n))];
    cc += c * c;
    ss += s * s;
    cs += c * s;
    xc += value * c;
    xs += value * s;
  });
  const determinant = cc * ss - cs * cs;
  const [a, b] = [(xc * ss - xs * cs) / determinant, (xs * cc - xc * cs) / determinant];
  const rest = part.reduce(
    (sum, value, n) => sum + (value - a * Math.cos(angle(n)) - b * Math.sin(angle(n))) ** 2,
    0,
  );
  return { tone: 20 * Math.log10(Math.hypot(a, b)), rest: 10 * Math.log10((2 * rest) / part.length) };
}

const PAIRS = [
  [44_100, 48_000],
  [48_000, 44_100],
  [96_000, 44_100],
  [44_100, 96_000],
  [192_000, 48_000],
  [32_000, 48_000],
] as const;

describe('Resampler', () => {
  it.each(PAIRS)('from %i to %i Hz is flat to 20 kHz and adds nothing above −100 dB', (from, to) => {
    const resampler = new Resampler(from, to);
    const highest = 0.907 * (Math.min(from, to) / 2);
    for (const hz of [50, 997, 10_007, highest]) {
      const { tone, rest } = levelsDb(convertAll(resampler, sine(60_000, hz, from)), hz, to);
      expect(Math.abs(tone)).toBeLessThan(0.01);
      // Float32 samples alone leave −144 dB.
      expect(rest).toBeLessThan(-100);
    }
  });

  it.each([
    [96_000, 44_100],
    [192_000, 48_000],
  ])('from %i to %i Hz takes away what the lower rate cannot hold', (from, to) => {
    const tone = sine(80_000, 0.51 * to, from);
    const heard = convertAll(new Resampler(from, to), tone).subarray(2000, 10_000);
    expect(20 * Math.log10(Math.max(...heard.map(Math.abs)))).toBeLessThan(-100);
  });

  it('gives the same samples however they are cut', () => {
    const resampler = new Resampler(44_100, 48_000);
    const input = sine(20_000, 3333, 44_100);
    const whole = convertAll(resampler, input);
    for (const [from, count] of [
      [0, 1],
      [1, 999],
      [1000, 7777],
      [20_000, 1767],
    ] as const) {
      expect(convertAll(resampler, input, from, count)).toEqual(whole.subarray(from, from + count));
    }
  });

  it('keeps every sample where it is: a pulse comes where it was, on both grids', () => {
    const input = new Float32Array(2000);
    input[441] = 1;
    const output = convertAll(new Resampler(44_100, 48_000), input);
    expect(output.indexOf(Math.max(...output))).toBe(480);
    for (let n = 1; n < 300; n++) expect(output[480 + n]).toBeCloseTo(output[480 - n]!, 7);
  });

  it('leaves a constant as it is, also at rates with hardly a common divisor', () => {
    for (const [from, to] of [
      [44_056, 48_000],
      [11_127, 44_100],
    ] as const) {
      const resampler = new Resampler(from, to);
      const output = convertAll(resampler, new Float32Array(4000).fill(0.5)).subarray(1500, 2500);
      for (const x of output) expect(x).toBeCloseTo(0.5, 6);
    }
  });

  it('is as clean between phases as on them', () => {
    const { tone, rest } = levelsDb(
      convertAll(new Resampler(44_056, 48_000), sine(60_000, 9001, 44_056)),
      9001,
      48_000,
    );
    expect(Math.abs(tone)).toBeLessThan(0.01);
    expect(rest).toBeLessThan(-100);
  });
});
