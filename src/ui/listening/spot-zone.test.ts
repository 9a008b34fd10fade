import { describe, expect, it } from 'vitest';
import { zonePath, zoneReach } from './spot-zone.ts';

const SIZE = 11;

/** 10 cm apart, 0 to 1 m to the front, 50 cm to each side. */
function createZone(separationDb: (frontM: number, leftM: number) => number) {
  const frontM = Float64Array.from({ length: SIZE }, (_, i) => i / 10);
  const leftM = Float64Array.from({ length: SIZE }, (_, j) => (j - 5) / 10);
  const separation = Float32Array.from({ length: SIZE ** 2 }, (_, at) =>
    separationDb(frontM[Math.floor(at / SIZE)]!, leftM[at % SIZE]!),
  );
  type Zone = Parameters<typeof zoneReach>[0];
  return { frontM, leftM, values: { separation }, seat: { separation: 15 } } as unknown as Zone;
}

describe('zoneReach', () => {
  const zone = createZone((front, left) =>
    left > -0.25 && left < 0.15 && front > 0.35 && front < 0.85 ? 12 : 3,
  );

  it('goes from the place as far as the threshold is kept', () => {
    const reach = zoneReach(zone, 10, { distanceM: 0.6, offsetM: 0.01 });
    // Sums of tenths in binary.
    expect(reach?.leftM).toBeCloseTo(0.1, 12);
    expect(reach?.rightM).toBeCloseTo(0.2, 12);
    expect(reach?.forwardM).toBeCloseTo(0.2, 12);
    expect(reach?.backM).toBeCloseTo(0.2, 12);
  });

  it('is none where it is not kept, or beyond the map', () => {
    expect(zoneReach(zone, 10, { distanceM: 0.1, offsetM: 0 })).toBeNull();
    expect(zoneReach(zone, 10, { distanceM: 3, offsetM: 0 })).toBeNull();
    expect(zoneReach(zone, 13, { distanceM: 0.6, offsetM: 0 })).toBeNull();
  });
});

describe('zonePath', () => {
  it('has a run for each row that keeps the threshold, the audience’s left on the left', () => {
    const zone = createZone((front, left) => (Math.abs(front - 0.5) < 0.01 && left > 0.25 ? 12 : 3));
    expect(zonePath(zone, 10)).toBe('M-0.5500 0.4500h0.3000v0.1000h-0.3000z');
  });
});
