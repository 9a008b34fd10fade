import { describe, expect, it } from 'vitest';
import { firstValues, generateArray } from './array/generators.ts';
import { createDesigner } from './designer.ts';
import { driverBands } from './driver-bands.ts';
import { PRESETS } from './presets.ts';

const DEVICE = generateArray('smart-speaker', firstValues('smart-speaker'));
const DOCUMENT = { ...PRESETS['smart-speaker'], device: DEVICE };
/** What windowing to the filters' length may add. */
const REALISED_DB = 0.15;

describe('driverBands', () => {
  it('is 3 dB down at a band’s edges, and never quite nothing', () => {
    const bands = driverBands(DEVICE, Float64Array.of(300, 3000, 20))!;
    const [left, , tweeter, , woofer] = [0, 1, 2, 3, 4];
    // To the hundredth of a decibel, which is what the other edge of a mid's band takes.
    expect(20 * Math.log10(bands[left]!)).toBeCloseTo(-3.01, 2);
    expect(20 * Math.log10(bands[woofer]!)).toBeCloseTo(-3.01, 2);
    expect(20 * Math.log10(bands[5 + left]!)).toBeCloseTo(-3.01, 2);
    expect(20 * Math.log10(bands[5 + tweeter]!)).toBeCloseTo(-3.01, 2);
    expect(bands[10 + tweeter]).toBe(1e-3);
  });

  it('is left out where every driver plays all', () => {
    expect(driverBands(PRESETS.soundbar.device, Float64Array.of(1000))).toBeNull();
  });
});

describe('a design of drivers with bands', () => {
  const { metrics, spatial } = createDesigner().design(DOCUMENT);

  it('has the effort that its caps are about, never less than none', () => {
    const { sides, centre } = metrics;
    for (const [efforts, cap] of [
      [sides.effortDb, DOCUMENT.sides.cancellation!.maxEffortDb],
      [centre.effortDb, DOCUMENT.centre.beam!.maxEffortDb],
    ] as const) {
      expect(Math.max(...efforts)).toBeLessThan(cap + REALISED_DB);
      expect(Math.max(...efforts)).toBeGreaterThan(cap - 0.5);
      expect(Math.min(...efforts)).toBeGreaterThan(-0.01);
    }
  });

  it('leaves the near ears flat within the device’s band', () => {
    metrics.frequencyHz.forEach((hertz, bin) => {
      if (hertz > 60 && hertz < 18_000) expect(Math.abs(metrics.sides.nearEarDb[bin]!)).toBeLessThan(0.5);
    });
  });

  it('keeps every driver to its band', () => {
    const { firs, taps, outputs } = spatial.drivers;
    const powerAt = (output: number, hertz: number): number => {
      let [re, im] = [0, 0];
      for (let t = 0; t < taps; t++) {
        const phase = (2 * Math.PI * hertz * t) / DOCUMENT.sampleRateHz;
        re += firs[output * taps + t]! * Math.cos(phase);
        im -= firs[output * taps + t]! * Math.sin(phase);
      }
      return re * re + im * im;
    };
    expect(outputs).toBe(5);
    DEVICE.drivers.forEach(({ bandHz }, output) => {
      const [low, high] = bandHz!;
      const within = powerAt(output, Math.sqrt(low * high));
      // Third order: 54 dB three octaves out, of which the solution may ask some back.
      for (const hertz of [low / 8, high * 8].filter((f) => f > 20 && f < 16_000))
        expect(10 * Math.log10(powerAt(output, hertz) / within)).toBeLessThan(-30);
    });
  });
});
