import { describe, expect, it } from 'vitest';
import type { DesignDocument } from '../../store/index.ts';
import { BEAM_FLOOR_DB, beamPath, beamRadius } from './beam-path.ts';
import { frameStage, inDirection, scaleBarM, toScreen, stageSpeakers } from './geometry.ts';

const DOCUMENT: DesignDocument = {
  format: 'soundstage-design',
  version: 1,
  name: 'Two drivers',
  sampleRateHz: 48000,
  filterTaps: 2048,
  speedOfSoundMps: 343,
  device: {
    baffle: { kind: 'none' },
    drivers: [
      { id: 'left', positionM: [0, 0.12, 0], radiusM: 0.015 },
      { id: 'right', positionM: [0, -0.12, 0], radiusM: 0.015 },
    ],
  },
  listener: { positionM: [0.55, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 },
  upmix: { kind: 'adaptive' },
  sides: { virtualSpeakerAzimuthDeg: 30, cancellation: null },
  centre: { beam: null },
  room: null,
};

/** Positions are compared on screen: a thousandth of a pixel is beyond sight. */
const PIXEL_DIGITS = 3;

describe('frameStage', () => {
  it.each([
    [1000, 520],
    [390, 340],
    [300, 900],
  ])('keeps beams, virtual pair and head inside %d × %d px', (width, height) => {
    const frame = frameStage(DOCUMENT, width, height);
    const head = toScreen(frame, 0.55 + 0.0875, 0);
    expect(head.y).toBeLessThanOrEqual(height);
    expect(frame.originPx.y - frame.beamRadiusPx).toBeGreaterThanOrEqual(0);
    for (const { at } of stageSpeakers(DOCUMENT, frame, false)) {
      expect(at.x).toBeGreaterThan(0);
      expect(at.x).toBeLessThan(width);
    }
  });

  it('puts the audience’s left on the left and the audience below', () => {
    const frame = frameStage(DOCUMENT, 800, 600);
    expect(toScreen(frame, 0, 0.1).x).toBeLessThan(frame.originPx.x);
    expect(toScreen(frame, 0.1, 0).y).toBeGreaterThan(frame.originPx.y);
    expect(inDirection(frame.originPx, 90, 10).x).toBeCloseTo(frame.originPx.x - 10, PIXEL_DIGITS);
  });
});

describe('stageSpeakers', () => {
  it('stand at the azimuth and the distance seen from the head', () => {
    const frame = frameStage(DOCUMENT, 800, 600);
    const [left, right] = stageSpeakers(DOCUMENT, frame, false);
    const head = toScreen(frame, 0.55, 0);
    const reach = 0.55 * frame.pxPerMetre;
    expect(left!.at.x).toBeCloseTo(head.x - reach * 0.5, PIXEL_DIGITS);
    expect(left!.at.y).toBeCloseTo(head.y - reach * Math.cos(Math.PI / 6), PIXEL_DIGITS);
    expect(right!.at.x).toBeCloseTo(head.x + reach * 0.5, PIXEL_DIGITS);
    expect(left!.turnDeg).toBeCloseTo(-30, PIXEL_DIGITS);
  });

  it('turn with a listener beside the axis, who faces the device', () => {
    const document = { ...DOCUMENT, listener: { ...DOCUMENT.listener, positionM: [1, 1, 0] as const } };
    const frame = frameStage(document, 800, 600);
    const [left, right] = stageSpeakers(document, frame, false);
    const origin = frame.originPx;
    const head = toScreen(frame, 1, 1);
    const angle = (at: { x: number; y: number }): number =>
      (Math.atan2(at.x - head.x, head.y - at.y) * 180) / Math.PI;
    expect(angle(left!.at) - angle(origin)).toBeCloseTo(-30, PIXEL_DIGITS);
    expect(angle(right!.at) - angle(origin)).toBeCloseTo(30, PIXEL_DIGITS);
  });

  it('are none where the document leaves them out', () => {
    const document = { ...DOCUMENT, sides: { ...DOCUMENT.sides, virtualSpeakerAzimuthDeg: null } };
    expect(stageSpeakers(document, frameStage(document, 800, 600), false)).toEqual([]);
  });

  it('stand at ±30° where the real pair is heard, whatever the design says', () => {
    const document = { ...DOCUMENT, sides: { ...DOCUMENT.sides, virtualSpeakerAzimuthDeg: null } };
    const frame = frameStage(document, 800, 600);
    const [left, right] = stageSpeakers(document, frame, true);
    const [front] = document.listener.positionM;
    const head = toScreen(frame, front, 0);
    for (const { at } of [left!, right!]) {
      const azimuth = Math.atan2(Math.abs(at.x - head.x), head.y - at.y);
      expect((azimuth * 180) / Math.PI).toBeCloseTo(30, 6);
    }
    expect(left!.at.x).toBeLessThan(right!.at.x);
  });
});

describe('beams', () => {
  it('scale linearly in dB between floor and rim', () => {
    expect(beamRadius(0, 90)).toBe(90);
    expect(beamRadius(BEAM_FLOOR_DB / 2, 90)).toBeCloseTo(45, PIXEL_DIGITS);
    expect(beamRadius(BEAM_FLOOR_DB - 20, 90)).toBe(0);
    expect(beamRadius(-Infinity, 90)).toBe(0);
  });

  it('draw the chosen column through each of its levels, and the direction behind once', () => {
    const floor = BEAM_FLOOR_DB;
    const silent = Array<number>(5).fill(floor);
    const beams = {
      azimuthDeg: Float64Array.of(-180, -90, 0, 90, 180),
      levelDb: Float32Array.from([...silent, ...silent, floor, floor, 0, floor / 2, floor]),
      bandPowers: new Float32Array(),
    };
    const path = beamPath(beams, 2, { x: 0, y: 0 }, 100);
    const ends = path
      .split(/[MCZ]/)
      .filter(Boolean)
      .map((part) => part.split(' ').slice(-2).map(Number));
    expect(ends).toEqual([
      [0, 0],
      [0, 0],
      [0, 100],
      [-50, 0],
      [0, 0],
    ]);
  });
});

describe('scaleBarM', () => {
  it('is the longest round length that fits', () => {
    expect(scaleBarM(500, 120)).toBe(0.2);
    expect(scaleBarM(120, 120)).toBe(1);
    expect(scaleBarM(5000, 120)).toBe(0.05);
  });
});
