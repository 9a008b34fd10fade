import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DesignDocument, GainCurve } from '../../store/index.ts';
import { parseDesign } from '../../design/schema.ts';
import * as edits from './edits.ts';

const DOCUMENT: DesignDocument = {
  format: 'soundstage-design',
  version: 1,
  name: 'Three in line',
  sampleRateHz: 48_000,
  filterTaps: 2048,
  speedOfSoundMps: 343,
  device: {
    baffle: { kind: 'none' },
    drivers: [
      { id: 'd1', positionM: [0, 0.1, 0], radiusM: 0.02 },
      { id: 'd2', positionM: [0.01, 0, 0], radiusM: 0.02 },
      { id: 'd4', positionM: [0, -0.1, 0.02], radiusM: 0.02 },
    ],
  },
  listener: { positionM: [2, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 },
  upmix: { kind: 'adaptive' },
  sides: { virtualSpeakerAzimuthDeg: 30, cancellation: edits.DEFAULT_CANCELLATION },
  centre: { beam: edits.DEFAULT_BEAM },
  room: null,
};
const CURVE: GainCurve = [
  [200, 3],
  [1000, 15],
  [16_000, 6],
];

describe('edits', () => {
  it('leaves the given document as it was', () => {
    const before = structuredClone(DOCUMENT);
    edits.withDriver(DOCUMENT, 0, { radiusM: 1 });
    edits.withCancellation(DOCUMENT, { maxEffortDb: 3 });
    edits.withNewDriver(DOCUMENT);
    expect(DOCUMENT).toEqual(before);
  });

  it('makes documents that the schema takes, for every kind of baffle', () => {
    for (const kind of ['none', 'rigid-sphere', 'infinite-plane'] as const) {
      const mounted = edits.withBaffle(DOCUMENT, edits.baffleOfKind(DOCUMENT, kind));
      expect(() => parseDesign(mounted)).not.toThrow();
      expect(() => parseDesign(edits.withNewDriver(mounted))).not.toThrow();
    }
  });

  it('keeps a row of drivers a row when it is put on a sphere', () => {
    const { drivers } = edits.withBaffle(DOCUMENT, { kind: 'rigid-sphere', radiusM: 0.12 }).device;
    expect(drivers.map(({ positionM }) => positionM[1])).toEqual([0.1, 0, -0.1]);
    expect(drivers.every(({ positionM }) => positionM[0] > 0)).toBe(true);
  });

  it('moves drivers with the sphere they are mounted in, each in its direction', () => {
    const small = edits.withBaffle(DOCUMENT, { kind: 'rigid-sphere', radiusM: 0.1 });
    const large = edits.withBaffle(small, { kind: 'rigid-sphere', radiusM: 0.2 });
    large.device.drivers.forEach(({ positionM }, index) => {
      const before = edits.directionOf(small.device.drivers[index].positionM);
      // Positions are kept to the micrometre.
      expect(Math.hypot(...positionM)).toBeCloseTo(0.2, 5);
      expect(edits.directionOf(positionM).azimuthDeg).toBeCloseTo(before.azimuthDeg, 2);
      expect(edits.directionOf(positionM).elevationDeg).toBeCloseTo(before.elevationDeg, 2);
    });
  });

  it('goes from direction to position and back', () => {
    const angle = fc.record({
      azimuthDeg: fc.double({ min: -179, max: 180, noNaN: true }),
      elevationDeg: fc.double({ min: -89, max: 89, noNaN: true }),
    });
    fc.assert(
      fc.property(angle, (direction) => {
        const back = edits.directionOf(edits.positionOn(10, direction));
        // A micrometre at 10 m, near the pole.
        expect(back.azimuthDeg).toBeCloseTo(direction.azimuthDeg, 2);
        expect(back.elevationDeg).toBeCloseTo(direction.elevationDeg, 2);
      }),
    );
  });

  it('gives a new driver an id of its own', () => {
    expect(edits.withNewDriver(DOCUMENT).device.drivers.at(-1)?.id).toBe('d5');
  });

  it('does not bring back what is switched off', () => {
    const off = edits.withSides(DOCUMENT, { cancellation: null });
    expect(edits.withCancellation(off, { maxEffortDb: 3 })).toBe(off);
  });
});

describe('curves', () => {
  it('moves as a whole, and back to where it was', () => {
    const moved = edits.curveWithPeak(CURVE, 20);
    expect(moved).toEqual([
      [200, 8],
      [1000, 20],
      [16_000, 11],
    ]);
    expect(edits.curveWithPeak(moved, 15)).toEqual(CURVE);
  });

  it('adds a point on the curve in its widest gap, without changing it', () => {
    const added = edits.curveWithNewPoint(CURVE);
    expect(added[2]).toEqual([4000, 10.5]);
    expect(edits.curveWithout(added, 2)).toEqual(CURVE);
  });

  it('adds to a lone point, in order', () => {
    expect(edits.curveWithNewPoint([[1000, 5]])).toEqual([
      [1000, 5],
      [2000, 5],
    ]);
  });

  it('keeps a dragged point between its neighbours', () => {
    const { lowHz, highHz } = edits.roomOfPoint(CURVE, 1);
    expect(lowHz).toBeGreaterThan(200);
    expect(highHz).toBeLessThan(16_000);
    expect(edits.roomOfPoint(CURVE, 0).lowHz).toBe(20);
  });

  it('puts further head positions to the left and to the right in turn', () => {
    expect(edits.nextOffsetLeftM([[0, 0, 0]])).toBe(0.05);
    expect(edits.nextOffsetLeftM([[0, 0, 0], [0, 0.05, 0]])).toBe(-0.05); // prettier-ignore
  });
});
