import { describe, expect, it } from 'vitest';
import { noise } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';
import { TruePeak } from './true-peak.ts';

const module = kernelModule();

function measure(signals: readonly Float32Array[], blocks = [128]): TruePeak {
  const truePeak = new TruePeak(module, signals.length);
  for (let start = 0, b = 0; start < signals[0].length; b++) {
    const end = Math.min(signals[0].length, start + blocks[b % blocks.length]);
    truePeak.add(signals, start, end);
    start = end;
  }
  return truePeak;
}

function sine(fractionOfRate: number, phaseDeg: number): Float32Array {
  return Float32Array.from({ length: 9600 }, (_, n) => {
    const fade = Math.min(1, n / 2000, (9599 - n) / 2000);
    return 0.5 * fade * Math.sin(2 * Math.PI * fractionOfRate * n + (phaseDeg * Math.PI) / 180);
  });
}

describe('TruePeak', () => {
  it.each([
    [997 / 48_000, 0.01],
    [1 / 8, 0.05],
    [1 / 4, 0.18],
    [1 / 3, 0.32],
    [0.45, 0.6],
  ])('finds a sine at %d of the rate whatever its phase, to what falls between four points', (f, underDb) => {
    for (let phaseDeg = 0; phaseDeg < 90; phaseDeg += 7.5) {
      const peakDb = 20 * Math.log10(measure([sine(f, phaseDeg)]).largest[0] / 0.5);
      // The interpolation's own ripple.
      expect(peakDb).toBeLessThan(0.05);
      expect(peakDb).toBeGreaterThan(-underDb);
    }
  });

  it('keeps the channels apart, and each until it is cleared', () => {
    const truePeak = measure([sine(0.05, 0), sine(0.05, 0).map((x) => 0.1 * x), new Float32Array(9600)]);
    expect(truePeak.largest[0]).toBeCloseTo(0.5, 3);
    expect(truePeak.largest[1]).toBeCloseTo(0.05, 4);
    expect(truePeak.largest[2]).toBe(0);
    // What lies between the last samples comes with the next.
    for (let time = 0; time < 2; time++) {
      truePeak.clear();
      truePeak.add([new Float32Array(128), new Float32Array(128), new Float32Array(128)], 0, 128);
    }
    expect([...truePeak.largest]).toEqual([0, 0, 0]);
  });

  it('gives the same peak for any partition of time', () => {
    const signals = [noise(5000, 1), noise(5000, 2)];
    const expected = [...measure(signals).largest];
    for (const blocks of [[1, 128, 50, 127, 13], [96, 32], [7]]) {
      expect([...measure(signals, blocks).largest]).toEqual(expected);
    }
  });

  it('looks at the first channels only, where it is told so', () => {
    const signals = [sine(0.05, 0), sine(0.05, 0)].map((samples) => samples.subarray(4000, 4128));
    const truePeak = new TruePeak(module, 2);
    truePeak.add(signals, 0, 128, 1);
    expect(truePeak.largest[0]).toBeGreaterThan(0.4);
    expect(truePeak.largest[1]).toBe(0);
  });

  it('measures 32 channels', () => {
    const signals = Array.from({ length: 32 }, (_, c) => sine(0.05, 0).map((x) => x / (c + 1)));
    const { largest } = measure(signals);
    for (let c = 0; c < 32; c++) expect(largest[c] * (c + 1)).toBeCloseTo(0.5, 3);
  });
});
