import { describe, expect, it } from 'vitest';
import { beamwidth, lobeEdges } from './lobe.ts';

const circle = (steps: number, levelDb: (azimuthDeg: number) => number) =>
  Array.from({ length: steps }, (_, i) => levelDb((360 / steps) * i - 180));

describe('lobeEdges', () => {
  it('finds both sides of a lobe between the steps', () => {
    // 0.1 dB for each degree to the left, 0.2 dB to the right: straight lines, so the edges are exact.
    const level = circle(180, (azimuth) => (azimuth > 0 ? -0.1 * azimuth : 0.2 * azimuth));
    const edges = lobeEdges(level)!;
    expect(edges.leftDeg).toBeCloseTo(60, 10);
    expect(edges.rightDeg).toBeCloseTo(30, 10);
    expect(beamwidth(level)).toBeCloseTo(90, 10);
  });

  it('takes the first fall, whatever comes behind it', () => {
    const level = circle(72, (azimuth) => (Math.abs(azimuth) === 40 ? -20 : 0));
    // From 0 dB at 35° to −20 dB at 40°: −6 dB at 36.5°.
    expect(beamwidth(level)).toBeCloseTo(73, 10);
  });

  it('has none where the level never falls by 6 dB', () => {
    expect(lobeEdges(circle(72, (azimuth) => -Math.abs(azimuth) / 40))).toBeNull();
    expect(beamwidth(circle(72, () => 0))).toBe(360);
  });
});
