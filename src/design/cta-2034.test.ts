import { describe, expect, it } from 'vitest';
import { cta2034, cta2034Directions, cta2034FromPowers } from './cta-2034.ts';
import type { DesignDocument } from './document.ts';
import { PRESETS } from './presets.ts';
import { driverWeights } from './sound-source.ts';

const curvesOf = (pattern: (cosine: number) => number) =>
  cta2034FromPowers(Float64Array.from(cta2034Directions(), ([front]) => pattern(front) ** 2));

describe('curves of CTA-2034-A', () => {
  it('stand on 70 different directions', () => {
    const directions = new Set(
      cta2034Directions().map((direction) => direction.map((x) => x.toFixed(6)).join()),
    );
    expect(directions.size).toBe(70);
  });

  it('are all alike for an omnidirectional source', () => {
    for (const curve of Object.values(curvesOf(() => 1))) expect(curve[0]).toBeCloseTo(0, 12);
  });

  it('find the power of a cardioid: a third of that on axis', () => {
    const { soundPowerDb, onAxisDb } = curvesOf((x) => (1 + x) / 2);
    // Two orbits and the standard's areas stand for a sphere: a tenth of a decibel.
    expect(Math.abs(onAxisDb[0]! - soundPowerDb[0]! - 10 * Math.log10(3))).toBeLessThan(0.1);
  });

  it('take the listening window and the early reflections of a dipole from their angles', () => {
    const { listeningWindowDb, earlyReflectionsDb, earlyReflectionsIndexDb } = curvesOf((x) => x);
    const power = (degrees: number): number => Math.cos((degrees * Math.PI) / 180) ** 2;
    const meanOf = (...angles: number[]): number =>
      angles.reduce((sum, angle) => sum + power(angle), 0) / angles.length;
    const window = meanOf(0, 10, 10, 20, 20, 30, 30, 10, 10);
    const reflections =
      (meanOf(20, 30, 40) +
        meanOf(40, 50, 60) +
        meanOf(0, 10, 10, 20, 20, 30, 30) +
        meanOf(40, 50, 60, 70, 80) +
        meanOf(90, 90, 100, 100, 110, 110, 120, 120, 130, 130, 140, 140, 150, 150, 160, 160, 170, 170, 180)) /
      5;
    expect(listeningWindowDb[0]).toBeCloseTo(10 * Math.log10(window), 12);
    expect(earlyReflectionsDb[0]).toBeCloseTo(10 * Math.log10(reflections), 12);
    expect(earlyReflectionsIndexDb[0]).toBeCloseTo(10 * Math.log10(window / reflections), 12);
  });

  it('are those of a monopole for a driver without a baffle', () => {
    const document: DesignDocument = {
      ...PRESETS.laptop,
      device: { baffle: { kind: 'none' }, drivers: [{ id: 'd', positionM: [0, 0, 0], radiusM: 0.01 }] },
    };
    const curves = cta2034(document, driverWeights(1, 0, 2), Float64Array.of(200, 5000));
    for (const curve of Object.values(curves) as Float64Array[]) {
      curve.forEach((db) => expect(db).toBeCloseTo(0, 9));
    }
  });
});
