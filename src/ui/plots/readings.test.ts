import { describe, expect, it } from 'vitest';
import { directivityReadings, ratioReadings } from './readings.ts';
import { nearestPlace, steppedPlace, zoneWidthM } from './zone-readings.ts';

const FREQUENCY_HZ = Array.from({ length: 241 }, (_, i) => 20 * 1000 ** (i / 240));

describe('ratioReadings', () => {
  const curves = {
    frequencyHz: FREQUENCY_HZ,
    achievedDb: FREQUENCY_HZ.map((hertz) => (hertz >= 900 && hertz <= 8000 ? 15 : 4)),
    targetDb: FREQUENCY_HZ.map((hertz) => (hertz >= 500 ? 15 : 4)),
    effortDb: FREQUENCY_HZ.map((hertz) => (hertz < 100 ? 30 : hertz < 1000 ? 6 : 1)),
  };

  it('names the highest level that holds over an octave, and where', () => {
    const { holds } = ratioReadings(curves);
    expect(holds?.levelDb).toBe(15);
    // Neighbouring samples are 3 % apart.
    expect(holds!.band.lowHz / 900).toBeCloseTo(1, 1);
    expect(holds!.band.highHz / 8000).toBeCloseTo(1, 1);
  });

  it('names the most effort and the shortfall inside the design band alone', () => {
    const { worstEffort, worstShortfall } = ratioReadings(curves);
    expect(worstEffort?.value).toBe(6);
    expect(worstShortfall?.value).toBe(11);
  });

  it('has no shortfall without a target and no level where none holds', () => {
    const flat = { frequencyHz: FREQUENCY_HZ, achievedDb: FREQUENCY_HZ.map(() => 2), effortDb: [] };
    expect(ratioReadings(flat)).toMatchObject({ holds: null, worstShortfall: null, worstEffort: null });
  });
});

describe('directivityReadings', () => {
  it('reads the lower window edge and the nulls against the level on axis', () => {
    const map = {
      azimuthDeg: [-90, -45, 0, 45, 90],
      frequencyHz: [500, 4000],
      levelDb: Float32Array.of(-25, -25, -6, -6, -5, -5, -8, -8, -20, -20),
    };
    const readings = directivityReadings(map, [90, -90], 45, { lowHz: 500, highHz: 4000 });
    expect(readings.windowEdgeDb!).toBeCloseTo(-3, 5);
    expect(readings.nulls.map(({ levelDb }) => Math.round(levelDb))).toEqual([-15, -20]);
  });
});

describe('zone readings', () => {
  const zone = {
    frontM: [1, 2],
    leftM: [-0.2, -0.1, 0, 0.1, 0.2],
    values: Float32Array.of(0, 0, 0, 0, 0, 12, 8, 12, 13, 12),
  };
  const keeps = (value: number) => value >= 10;

  it('reads the place nearest to the head', () => {
    expect(zone.values[nearestPlace(zone, 1.9, 0.08)]).toBe(13);
    expect(nearestPlace({ frontM: [], leftM: [] }, 1, 1)).toBe(-1);
  });

  it('measures the run through the head without its gaps', () => {
    expect(zoneWidthM(zone, keeps, 2, 0)).toBeCloseTo(0.2, 10);
    expect(zoneWidthM(zone, keeps, 2, -0.1)).toBe(0);
  });

  it('steps from place to place and stays on the map', () => {
    expect(steppedPlace(zone, { frontM: 1.2, leftM: 0.04 }, 1, -1)).toEqual({ frontM: 2, leftM: -0.1 });
    expect(steppedPlace(zone, { frontM: 2, leftM: 0.2 }, 5, 10)).toEqual({ frontM: 2, leftM: 0.2 });
  });
});
