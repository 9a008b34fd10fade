import { describe, expect, it } from 'vitest';
import { createDesigner } from './designer.ts';
import { clarityDb, criticalDistanceM, depthFigures, directToReverberantDb, volumeM3 } from './depth.ts';
import type { DesignDocument, Room } from './document.ts';
import { createMemo } from './memo.ts';
import { plainMatrixSet } from './comparisons.ts';
import { PRESETS } from './presets.ts';

const roomOf = (volume: number, reverberationTimeS: number): Room => ({
  sizeM: [volume, 1, 1],
  reverberationTimeS,
  devicePositionM: [0.5, 0.5, 0.5],
});

describe('the diffuse-field formula', () => {
  // Published to two digits.
  it.each([
    [500, 1.2, 2, 1.65],
    [50, 0.4, 1, 0.64],
    [50, 0.4, 3, 1.1],
    [50, 0.4, 6, 1.56],
  ])('V = %i m³, T60 = %s s, Q = %i: %s m', (volume, t60, q, wanted) => {
    expect(criticalDistanceM(q, roomOf(volume, t60))).toBeCloseTo(wanted, 2);
  });

  it.each([
    [1, -9.9],
    [3, -5.2],
    [6, -2.2],
  ])('Q = %i at 2 m: %s dB', (q, wanted) => {
    const ratio = directToReverberantDb(criticalDistanceM(q, roomOf(50, 0.4)), 2);
    // The published values come from rounded distances.
    expect(Math.abs(ratio - wanted)).toBeLessThan(0.06);
  });

  it('is 0 dB at the critical distance and falls 6 dB for twice as far', () => {
    expect(directToReverberantDb(1.3, 1.3)).toBe(0);
    expect(directToReverberantDb(1.3, 2.6)).toBeCloseTo(-20 * Math.log10(2), 12);
    expect(volumeM3({ ...roomOf(1, 1), sizeM: [5, 4, 2.5] })).toBe(50);
  });

  it('has a clarity that the decay alone decides far away, and the direct sound near by', () => {
    const room = roomOf(50, 0.4);
    // 10·log₁₀(e^{13.8·0.05/T60} − 1)
    expect(clarityDb(-60, room)).toBeCloseTo(10 * Math.log10(10 ** ((6 * 0.05) / 0.4) - 1), 4);
    expect(clarityDb(30, room)).toBeCloseTo(30 + (10 * 6 * 0.05) / 0.4, 1);
  });
});

describe('directivity towards the listener', () => {
  const one: DesignDocument = {
    ...PRESETS.laptop,
    device: { baffle: { kind: 'none' }, drivers: [{ id: 'one', positionM: [0, 0, 0], radiusM: 0.02 }] },
  };

  it('is 1 for a monopole and 2 for a small piston in a wall', () => {
    const set = plainMatrixSet(one);
    // Of whichever ear, whatever the head.
    for (const { q } of depthFigures(one, set, createMemo()).design) {
      q.forEach((value) => expect(value).toBeCloseTo(1, 6));
    }
    const wall = { ...one, device: { ...one.device, baffle: { kind: 'infinite-plane' } as const } };
    const { q, broadQ } = depthFigures(wall, set, createMemo()).design[2];
    // ka = 0.007 at 20 Hz.
    expect(q[0]).toBeCloseTo(2, 3);
    expect(broadQ).toBeGreaterThan(2);
  });

  it('is that of two monopoles in phase: 2/(1 + sin kd/kd) on their axis of symmetry', () => {
    const distance = 0.3;
    const pair: DesignDocument = {
      ...PRESETS.laptop,
      device: {
        baffle: { kind: 'none' },
        drivers: [1, -1].map((side) => ({
          id: `d${side}`,
          positionM: [0, (side * distance) / 2, 0],
          radiusM: 0.02,
        })),
      },
      // So far away that both are at one distance to 1e−5.
      listener: { ...PRESETS.laptop.listener, positionM: [40, 0, 0] },
    };
    const { frequencyHz, matrix } = depthFigures(pair, plainMatrixSet(pair), createMemo());
    const bin = frequencyHz.findIndex((hz) => hz >= 500);
    // Means over the third of an octave are nine tones.
    let whole = 0;
    for (let i = bin - 4; i <= bin + 4; i++) {
      const x = (2 * Math.PI * frequencyHz[i]! * distance) / pair.speedOfSoundMps;
      whole += (1 + Math.sin(x) / x) / 2 / 9;
    }
    expect(matrix[2].q[bin]).toBeCloseTo(1 / whole, 3);
  });

  it('of a side is what its own ear hears of it', () => {
    const document = PRESETS.laptop;
    const { spatial, metrics } = createDesigner({ now: () => 0 }).design(document);
    const { frequencyHz, design, matrix } = depthFigures(document, spatial.drivers, createMemo());
    expect(design[0].broadQ).toBeCloseTo(design[1].broadQ, 6);
    // A column that only swaps its sides is heard by the other ear: less by about the separation.
    const { outputs, taps, firs } = spatial.drivers;
    const swapped = firs.slice();
    swapped.set(firs.subarray(outputs * taps, 2 * outputs * taps), 0);
    swapped.set(firs.subarray(0, outputs * taps), outputs * taps);
    const other = depthFigures(document, { ...spatial.drivers, firs: swapped }, createMemo());
    const bin = frequencyHz.findIndex((hz) => hz >= 2000);
    const fallDb = 10 * Math.log10(design[0].q[bin]! / other.design[0].q[bin]!);
    expect(fallDb).toBeGreaterThan(3);
    expect(metrics.sides.separationDb[bin]!).toBeGreaterThan(fallDb - 1);
    expect(matrix[0].broadQ).toBeGreaterThan(0);
  });

  it('grows with a beam beyond the plain matrix', () => {
    const document = PRESETS['smart-speaker'];
    const { spatial } = createDesigner({ now: () => 0 }).design(document);
    const { design, matrix } = depthFigures(document, spatial.drivers, createMemo());
    expect(design[2].broadQ).toBeGreaterThan(matrix[2].broadQ);
    // A symmetric device: both sides are alike.
    expect(design[0].broadQ).toBeCloseTo(design[1].broadQ, 6);
  });
});
