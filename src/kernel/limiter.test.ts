import { describe, expect, it } from 'vitest';

import { Limiter } from './limiter.ts';
import { noise } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';

const SAMPLE_RATE_HZ = 48_000;
const CEILING = 10 ** (-1 / 20);

const module = kernelModule();

function limit(
  signals: readonly Float32Array[],
  blocks = [128],
): { limiter: Limiter; outputs: Float32Array[] } {
  const limiter = new Limiter(module, { channels: signals.length, sampleRateHz: SAMPLE_RATE_HZ });
  const length = signals[0]!.length;
  const outputs = signals.map(() => new Float32Array(length));
  for (let start = 0, call = 0; start < length; call++) {
    const frames = Math.min(blocks[call % blocks.length]!, length - start);
    signals.forEach((signal, c) => limiter.input(c).set(signal.subarray(start, start + frames)));
    limiter.process(frames);
    outputs.forEach((output, c) => output.set(limiter.output(c).subarray(0, frames), start));
    start += frames;
  }
  return { limiter, outputs };
}

/** True peak at four times the rate by 64 taps per phase, longer than any meter's filter. */
function truePeak(signal: Float32Array): number {
  const half = 32;
  let peak = 0;
  for (let phase = 0; phase < 4; phase++) {
    const taps = Float64Array.from({ length: 2 * half }, (_, k) => {
      const x = k - half + 1 - phase / 4;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / half);
      return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
    });
    for (let n = half; n < signal.length - half; n++) {
      let sum = 0;
      for (let k = 0; k < 2 * half; k++) sum += taps[k]! * signal[n + k - half + 1]!;
      peak = Math.max(peak, Math.abs(sum));
    }
  }
  return peak;
}

function sine(length: number, hz: number, amplitude: number, phase = 0): Float32Array {
  return Float32Array.from(
    { length },
    (_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / SAMPLE_RATE_HZ + phase),
  );
}

describe('Limiter', () => {
  it('is transparent below the ceiling: bit for bit, late by its latency', () => {
    const signal = noise(4000, 1).map((sample) => 0.3 * sample);
    const { limiter, outputs } = limit([signal], [128, 1, 77, 128, 3]);
    const late = limiter.latencySamples;
    expect(late).toBe(72);
    expect([...outputs[0]!.subarray(late)]).toEqual([...signal.subarray(0, 4000 - late)]);
    expect(outputs[0]!.subarray(0, late).every((sample) => sample === 0)).toBe(true);
    expect(limiter.takeReductionDb()).toBe(0);
  });

  it.each([
    ['noise', noise(24_000, 1).map((sample) => 4 * sample)],
    ['a sine whose samples miss its peaks', sine(12_000, 12_000, 1.3, Math.PI / 4)],
    ['a loud low sine', sine(12_000, 50, 3)],
    ['a high sine', sine(12_000, 17_000, 2)],
    ['clicks', Float32Array.from({ length: 12_000 }, (_, n) => (n % 977 === 500 ? 5 : 0))],
    ['a square wave', sine(12_000, 441, 1).map((sample) => 2 * Math.sign(sample))],
    ['bursts', noise(24_000, 2).map((sample, n) => sample * (n % 4000 < 200 ? 8 : 0.1))],
  ])('keeps the true peak of %s below the ceiling', (_, signal) => {
    const { outputs } = limit([signal]);
    expect(truePeak(outputs[0]!)).toBeLessThanOrEqual(CEILING);
    expect(Math.max(...outputs[0]!.map(Math.abs))).toBeGreaterThan(0.5);
  });

  it('lets the peak stand when it exceeds by little', () => {
    const { outputs } = limit([sine(12_000, 997, CEILING * 1.05)]);
    // At most the headroom that it keeps while it works.
    expect(20 * Math.log10(truePeak(outputs[0]!.subarray(2000)) / CEILING)).toBeGreaterThan(-0.15);
  });

  it('gives all channels one gain', () => {
    const loud = noise(6000, 1).map((sample, n) => (n > 2000 && n < 2400 ? 4 : 0.2) * sample);
    const quiet = sine(6000, 300, 0.1);
    const { limiter, outputs } = limit([loud, quiet]);
    const late = limiter.latencySamples;
    for (let n = late; n < 6000; n += 13) {
      const gain = outputs[0]![n]! / loud[n - late]!;
      expect(outputs[1]![n]!).toBeCloseTo(gain * quiet[n - late]!, 6);
    }
    expect(limiter.takeReductionDb()).toBeGreaterThan(6);
    expect(limiter.takeReductionDb()).toBe(0);
  });

  it('is untouched again, bit for bit, after its release', () => {
    const signal = sine(96_000, 997, 0.5);
    for (let n = 1000; n < 1100; n++) signal[n]! *= 6;
    const { limiter, outputs } = limit([signal]);
    const late = limiter.latencySamples;
    expect([...outputs[0]!.subarray(70_000)]).toEqual([...signal.subarray(70_000 - late, 96_000 - late)]);
  });

  it('takes what is not a number for silence, and counts it', () => {
    const signal = sine(2000, 997, 0.5);
    signal[700] = NaN;
    signal[701] = Infinity;
    const { limiter, outputs } = limit([signal]);
    expect(limiter.inputFaults).toBe(2);
    expect(outputs[0]!.every(Number.isFinite)).toBe(true);
    expect(outputs[0]![700 + limiter.latencySamples]).toBe(0);
  });

  it('gives the same samples for any partition of time', () => {
    const signal = noise(5000, 3).map((sample) => 2 * sample);
    const expected = limit([signal]).outputs[0]!;
    const actual = limit([signal], [1, 128, 50, 127, 13]).outputs[0]!;
    expect([...actual]).toEqual([...expected]);
  });
});
