import { beforeAll, describe, expect, it } from 'vitest';
import { kernelModule } from '../src/kernel/testing/kernel-module.ts';
import { loadWorklet, SAMPLE_RATE_HZ, type Processor } from '../worklets/testing/audio-scope.ts';
import type { SoakReading } from './soak-reading.ts';

let makeListener: (options: unknown) => Processor;

beforeAll(async () => {
  makeListener = await loadWorklet('../bench/soak-listener.worklet.ts');
});

/** Whole render quanta, and whole periods of 2 kHz: played twice it has no seam. */
const LENGTH = 3072;

const sine = (frequencyHz: number, amplitude: number) =>
  Float32Array.from(
    { length: LENGTH },
    (_, n) => amplitude * Math.sin((2 * Math.PI * frequencyHz * n) / SAMPLE_RATE_HZ),
  );

/** What is read of a signal on the second of two channels, after as much of the same without its flaw. */
function heard(before: Float32Array, signal: Float32Array): SoakReading {
  const listener = makeListener({ module: kernelModule(), channels: 2 });
  const read = (): SoakReading => {
    listener.port.onmessage?.({ data: { type: 'read' } });
    return listener.port.reports.at(-1) as unknown as SoakReading;
  };
  for (const samples of [before, signal]) {
    read();
    for (let at = 0; at < samples.length; at += 128)
      listener.process([[new Float32Array(128), samples.slice(at, at + 128)]], [[]]);
  }
  return read();
}

describe('the soak’s listener', () => {
  it('sees peaks between the samples, and nothing rough in a low sine', () => {
    const x = sine(2000, 0.5);
    const reading = heard(x, x);
    expect(reading).toMatchObject({ frames: LENGTH, notFinite: 0 });
    // Samples and points at four times the rate fall beside a peak by up to 15° and 4°.
    expect(reading.peak).toBeGreaterThan(0.5 * Math.cos(Math.PI / 12));
    expect(reading.truePeak).toBeCloseTo(0.5, 2);
    expect(reading.roughness).toBeLessThan(1e-4);
  });

  it('sees a step of a thousandth in it, as 35 times its height', () => {
    const x = sine(2000, 0.5);
    const reading = heard(
      x,
      x.map((value, n) => (n < 2000 ? value : value + 0.001)),
    );
    expect(reading.roughness / 35).toBeGreaterThan(0.0009);
    expect(reading.roughness / 35).toBeLessThan(0.0011);
  });

  it.each([NaN, Infinity, -Infinity])('counts each %s', (bad) => {
    const x = sine(300, 0.5);
    expect(
      heard(
        x,
        x.map((value, n) => (n % 1000 === 7 ? bad : value)),
      ).notFinite,
    ).toBe(4);
  });
});
