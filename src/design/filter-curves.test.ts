import { describe, expect, it } from 'vitest';
import { filterCurves, relativeCurves } from './filter-curves.ts';
import type { FilterSet } from './filter-set.ts';

const RATE = 48_000;
const TAPS = 1024;
const LATENCY = 256;
/** Decimals. Taps are kept as Float32, spectra interpolated between bins: to 1e−6 for pulses near the modelling delay. */
const CLOSE = 3;
/** For a pulse far from it, 300 samples, interpolation is that much worse: 0.001 dB. */
const FAR = 2;

const FREQUENCIES_HZ = Float64Array.from({ length: 60 }, (_, i) => 40 * (20_000 / 40) ** (i / 59));

/** One input to filters given by their taps after the modelling delay. */
function setOf(...filters: ((t: number) => number)[]): FilterSet {
  const firs = new Float32Array(filters.length * TAPS);
  filters.forEach((filter, output) => {
    for (let t = LATENCY; t < TAPS; t++) firs[output * TAPS + t] = filter(t - LATENCY);
  });
  return {
    inputs: 1,
    outputs: filters.length,
    taps: TAPS,
    sampleRateHz: RATE,
    latencySamples: LATENCY,
    firs,
  };
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const omegaOf = (frequencyHz: number): number => (2 * Math.PI * frequencyHz) / RATE;

describe('curves of a realised filter', () => {
  it('of a pure delay: 0 dB, a straight phase over hundreds of turns, one group delay', () => {
    const delay = 300;
    const [curves] = filterCurves(
      setOf((t) => (t === delay ? 1 : 0)),
      0,
      FREQUENCIES_HZ,
    );
    FREQUENCIES_HZ.forEach((frequencyHz, bin) => {
      expect(curves!.magnitudeDb[bin]).toBeCloseTo(0, FAR);
      expect(curves!.phaseDeg[bin]).toBeCloseTo(-degrees(omegaOf(frequencyHz) * delay), 1);
      expect(curves!.groupDelayMs[bin]).toBeCloseTo((1000 * delay) / RATE, FAR);
    });
    expect(curves!.phaseDeg.at(-1)).toBeLessThan(-360 * 100);
  });

  it('of a first-order low-pass y[t] = (1 − p)·x[t] + p·y[t−1]', () => {
    const pole = 0.95;
    const [curves] = filterCurves(
      setOf((t) => (1 - pole) * pole ** t),
      0,
      FREQUENCIES_HZ,
    );
    FREQUENCIES_HZ.forEach((frequencyHz, bin) => {
      const omega = omegaOf(frequencyHz);
      const [re, im] = [1 - pole * Math.cos(omega), pole * Math.sin(omega)];
      expect(curves!.magnitudeDb[bin]).toBeCloseTo(20 * Math.log10((1 - pole) / Math.hypot(re, im)), CLOSE);
      expect(curves!.phaseDeg[bin]).toBeCloseTo(-degrees(Math.atan2(im, re)), 2);
      const delay = (pole * (Math.cos(omega) - pole)) / (1 - 2 * pole * Math.cos(omega) + pole * pole);
      expect(curves!.groupDelayMs[bin]).toBeCloseTo((1000 * delay) / RATE, CLOSE);
    });
  });

  it('of a first-order all-pass (z⁻¹ − p)/(1 − p·z⁻¹): flat, and its own group delay', () => {
    const pole = 0.9;
    const [curves] = filterCurves(
      setOf((t) => (t === 0 ? -pole : (1 - pole * pole) * pole ** (t - 1))),
      0,
      FREQUENCIES_HZ,
    );
    FREQUENCIES_HZ.forEach((frequencyHz, bin) => {
      const omega = omegaOf(frequencyHz);
      expect(curves!.magnitudeDb[bin]).toBeCloseTo(0, CLOSE);
      const delay = (1 - pole * pole) / (1 - 2 * pole * Math.cos(omega) + pole * pole);
      expect(curves!.groupDelayMs[bin]).toBeCloseTo((1000 * delay) / RATE, CLOSE);
    });
    // From 0° at 0 Hz to −180° at half the rate.
    expect(curves!.phaseDeg[0]! - curves!.phaseDeg.at(-1)!).toBeGreaterThan(150);
    expect(curves!.phaseDeg.every((phase, bin) => bin === 0 || phase < curves!.phaseDeg[bin - 1]!)).toBe(
      true,
    );
  });

  it('has no phase where a filter is silent, and none at all of a silent one', () => {
    // A resonance at 4 kHz with no output below: band-pass by difference of two windowed cosines.
    const burst = (t: number): number =>
      t < 400 ? Math.cos(omegaOf(4000) * t) * (0.5 - 0.5 * Math.cos((2 * Math.PI * t) / 400)) : 0;
    const [played, silent] = filterCurves(
      setOf(burst, () => 0),
      0,
      Float64Array.of(60, 4000),
    );
    expect(played!.phaseDeg[0]).toBeNaN();
    expect(played!.phaseDeg[1]).not.toBeNaN();
    // The window is symmetric about its middle.
    expect(played!.groupDelayMs[1]).toBeCloseTo((1000 * 200) / RATE, 2);
    expect([...silent!.phaseDeg, ...silent!.groupDelayMs].every(Number.isNaN)).toBe(true);
  });

  it('relative to one filter: level and delay that the other has more', () => {
    const both = filterCurves(
      setOf(
        (t) => (t === 10 ? 1 : 0),
        (t) => (t === 34 ? 0.5 : 0),
      ),
      0,
      FREQUENCIES_HZ,
    );
    const [near, far] = relativeCurves(both, 0);
    FREQUENCIES_HZ.forEach((frequencyHz, bin) => {
      expect([near!.magnitudeDb[bin], near!.phaseDeg[bin], near!.groupDelayMs[bin]]).toEqual([0, 0, 0]);
      expect(far!.magnitudeDb[bin]).toBeCloseTo(20 * Math.log10(0.5), CLOSE);
      expect(far!.phaseDeg[bin]).toBeCloseTo(-degrees(omegaOf(frequencyHz) * 24), 1);
      expect(far!.groupDelayMs[bin]).toBeCloseTo((1000 * 24) / RATE, CLOSE);
    });
  });
});
