import { describe, expect, it } from 'vitest';
import type { DesignDocument, GainCurve } from '../../store/index.ts';
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
    edits.withoutPart(DOCUMENT, 0, 'gainDb');
    expect(DOCUMENT).toEqual(before);
  });

  it('leaves out a driver’s band, and of that driver alone', () => {
    const banded = [0, 1].reduce(
      (document, index) => edits.withDriver(document, index, { bandHz: [200, 900] }),
      DOCUMENT,
    );
    const { drivers } = edits.withoutPart(banded, 0, 'bandHz').device;
    expect(drivers[0]).toEqual(DOCUMENT.device.drivers[0]);
    expect(drivers[1].bandHz).toEqual([200, 900]);
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
