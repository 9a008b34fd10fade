import { describe, expect, it } from 'vitest';
import type { Device } from '../acoustics/types.ts';
import { farFieldTransfers } from '../acoustics/transfers.ts';
import { designCentre } from './centre-column.ts';
import type { DesignDocument } from './document.ts';
import { horizontalTransfers } from './directivity.ts';
import { computeGeometry } from './geometry.ts';
import { multiply } from './matrices.ts';
import { noMemo } from './memo.ts';
import { PRESETS } from './presets.ts';
import { radiatedPower } from './radiated-power.ts';

const band = (low: number, high: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));

/** Levels relative to the axis, dB, and the effort of a preset's beam with a flat target. */
function beamOf(
  name: 'soundbar' | 'smart-speaker',
  frequenciesHz: Float64Array,
  azimuthsDeg: number[],
  nullWidthDeg: number,
) {
  const preset = PRESETS[name];
  const beam = { ...preset.centre.beam!, targetGainDb: [[100, 15]] as const, nullWidthDeg };
  const document: DesignDocument = { ...preset, centre: { beam } };
  const geometry = computeGeometry(document, frequenciesHz, noMemo);
  const filters = designCentre(beam, geometry);
  const field = multiply(horizontalTransfers(document, azimuthsDeg, frequenciesHz), filters);
  const axis = geometry.beam!.axis;
  return Array.from(frequenciesHz, (_, bin) => {
    let work = 0;
    let row = 0;
    for (let i = bin * axis.columns; i < (bin + 1) * axis.columns; i++) {
      work += filters.re[i]! ** 2 + filters.im[i]! ** 2;
      row += axis.re[i]! ** 2 + axis.im[i]! ** 2;
    }
    return {
      effortDb: 10 * Math.log10(work * row),
      levelDb: azimuthsDeg.map((_azimuth, a) => {
        const at = bin * azimuthsDeg.length + a;
        return 10 * Math.log10(field.re[at]! ** 2 + field.im[at]! ** 2);
      }),
    };
  });
}

describe('beam', () => {
  it.each(['soundbar', 'smart-speaker'] as const)(
    'is the same from pairs of drivers as from all: %s',
    (name) => {
      const preset = PRESETS[name];
      const frequenciesHz = band(100, 20000, 30);
      // Beside the axis by less than an atom, nothing is exactly even any more, and all drivers are solved for.
      const [folded, whole] = [0, 1e-13].map((leftM) => {
        const [front, , up] = preset.listener.positionM;
        const listener = { ...preset.listener, positionM: [front, leftM, up] as const };
        return computeGeometry({ ...preset, listener }, frequenciesHz, noMemo);
      });
      expect([folded!.beam!.fold === null, whole!.beam!.fold]).toEqual([false, null]);
      const pairs = designCentre(preset.centre.beam, folded!);
      const all = designCentre(preset.centre.beam, whole!);
      // The search for λ ends at 1e−9, which moves filters by a few times that.
      const tolerance = 1e-7 * Math.max(...all.re.map(Math.abs));
      pairs.re.forEach((x, i) => expect(Math.abs(x - all.re[i]!)).toBeLessThan(tolerance));
      pairs.im.forEach((y, i) => expect(Math.abs(y - all.im[i]!)).toBeLessThan(tolerance));
    },
  );

  it('of eight drivers keeps its window and its nulls from 200 Hz to 1.6 kHz', () => {
    for (const { effortDb, levelDb } of beamOf('soundbar', band(200, 1600, 40), [-45, 45, -90, 90], 20)) {
      expect(effortDb).toBeLessThan(6.01);
      // −6 dB or better at the window's edge, 15 dB down at the sides; 0.1 dB for what 20° of null width share out.
      expect(Math.min(levelDb[0]!, levelDb[1]!)).toBeGreaterThan(-6.1);
      expect(Math.max(levelDb[2]!, levelDb[3]!)).toBeLessThan(-14.9);
    }
  });

  it('of three caps on a sphere steers up to spatial aliasing, and shows the hole there', () => {
    const steered = beamOf('smart-speaker', band(400, 1300, 20), [-90, 90], 0);
    for (const { effortDb, levelDb } of steered) {
      expect(effortDb).toBeLessThan(5);
      expect(Math.max(...levelDb)).toBeLessThan(-14.9);
    }
    const [hole] = beamOf('smart-speaker', Float64Array.of(2000), [-90, 90], 0);
    expect(Math.max(...hole!.levelDb)).toBeGreaterThan(-9);
  });
});

describe('radiated power', () => {
  const cap: Device = {
    baffle: { kind: 'rigid-sphere', radiusM: 0.1 },
    drivers: [{ id: 'cap', positionM: [0.1, 0, 0], radiusM: 0.0254 }],
  };

  it('gives the directivity index of a cap on a sphere', () => {
    const frequenciesHz = Float64Array.of(200, 500, 1000, 2000, 4000, 8000);
    const published = [0.35, 2.28, 2.86, 3.75, 5.86, 11.53];
    const power = radiatedPower(cap, frequenciesHz, 343);
    const axis = farFieldTransfers(cap, [{ azimuthDeg: 0, elevationDeg: 0 }], frequenciesHz, 343);
    published.forEach((directivityDb, bin) => {
      const db = 10 * Math.log10((axis.re[bin]! ** 2 + axis.im[bin]! ** 2) / power.re[bin]!);
      expect(Math.abs(db - directivityDb)).toBeLessThan(0.01);
    });
  });

  const drivers = [
    { id: 'a', positionM: [0, 0.06, 0.02], radiusM: 0.03 },
    { id: 'b', positionM: [0, -0.05, -0.01], radiusM: 0.02, gainDb: -3 },
  ] as const;
  const onSphere = drivers.map((driver) => {
    const length = Math.hypot(...driver.positionM);
    return {
      ...driver,
      positionM: driver.positionM.map((x) => (0.09 * x) / length) as unknown as [number, number, number],
    };
  });
  const devices: Device[] = [
    { baffle: { kind: 'none' }, drivers },
    { baffle: { kind: 'infinite-plane' }, drivers },
    { baffle: { kind: 'rigid-sphere', radiusM: 0.09 }, drivers: onSphere },
  ];
  it.each(devices)('is the mean over directions: %j', (device) => {
    const frequenciesHz = Float64Array.of(300, 3000);
    const power = radiatedPower(device, frequenciesHz, 343);
    const mean = meanOverSphere(device, frequenciesHz);
    // A grid of 2° steps, midpoint rule.
    power.re.forEach((x, i) => expect(Math.abs(x - mean[i]!)).toBeLessThan(2e-3));
  });
});

/** Re gᴴg averaged over directions 2° apart, (frequencies, 2, 2). */
function meanOverSphere(device: Device, frequenciesHz: Float64Array): Float64Array {
  const mean = new Float64Array(frequenciesHz.length * 4);
  let whole = 0;
  for (let elevationDeg = -89; elevationDeg < 90; elevationDeg += 2) {
    const weight = Math.cos((elevationDeg * Math.PI) / 180);
    const directions = Array.from({ length: 180 }, (_, i) => ({ azimuthDeg: 2 * i - 179, elevationDeg }));
    const { re, im } = farFieldTransfers(device, directions, frequenciesHz, 343);
    whole += weight * 180;
    for (let row = 0; row < frequenciesHz.length * 180; row++) {
      const bin = Math.floor(row / 180);
      for (let i = 0; i < 2; i++) {
        for (let j = 0; j < 2; j++) {
          const cross = re[2 * row + i]! * re[2 * row + j]! + im[2 * row + i]! * im[2 * row + j]!;
          mean[bin * 4 + 2 * i + j]! += weight * cross;
        }
      }
    }
  }
  return mean.map((x) => x / whole);
}
