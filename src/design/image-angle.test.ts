import { describe, expect, it } from 'vitest';
import { ImageAngles, interauralDelay, LAG_SECONDS } from './image-angle.ts';
import { zoneFrequenciesHz } from './zone-band.ts';

const FREQUENCIES = zoneFrequenciesHz([300, 1500]);
const LISTENER = { positionM: [2, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 } as const;

/** A delay and nothing else: left times conjugate right is e^{jωτ}. */
function pureDelay(seconds: number) {
  const turn = (hz: number) => 2 * Math.PI * hz * seconds;
  return {
    re: FREQUENCIES.map((hz) => Math.cos(turn(hz))),
    im: FREQUENCIES.map((hz) => Math.sin(turn(hz))),
  };
}

describe('interauralDelay', () => {
  it.each([0, 12e-6, -260e-6, 655e-6, -880e-6])('finds a pure delay of %s s', (seconds) => {
    // The golden-section search ends at a nanosecond.
    expect(Math.abs(interauralDelay(pureDelay(seconds), FREQUENCIES) - seconds)).toBeLessThan(2e-9);
  });

  it('answers the longest lag for a longer delay', () => {
    expect(interauralDelay(pureDelay(1.2e-3), FREQUENCIES)).toBe(15 * LAG_SECONDS);
  });
});

describe('ImageAngles', () => {
  const angles = new ImageAngles(LISTENER, FREQUENCIES, 343);

  it('grows with the delay, is odd, and ends in the half space in front', () => {
    const delays = [0, 50, 150, 300, 500, 700].map((us) => angles.azimuthDeg(us * 1e-6));
    expect(delays[0]).toBe(0);
    for (let i = 1; i < delays.length; i++) expect(delays[i]).toBeGreaterThan(delays[i - 1]!);
    expect(angles.azimuthDeg(-300e-6)).toBe(-angles.azimuthDeg(300e-6));
    expect(angles.azimuthDeg(2e-3)).toBeLessThanOrEqual(90);
  });

  it('lies between the sphere’s delays at low and at high frequencies', () => {
    // Kuhn: 3a/c·sin θ far below ka = 1, Woodworth: a/c·(θ + sin θ) far above, for ears at ±90°; at ±100° a little more.
    const delay = 300e-6;
    const share = (delay * 343) / 0.0875;
    const low = (Math.asin(share / 3) * 180) / Math.PI;
    expect(angles.azimuthDeg(delay)).toBeGreaterThan(low - 1);
    expect(angles.azimuthDeg(delay)).toBeLessThan(36);
  });
});
