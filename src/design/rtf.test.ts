import { describe, expect, it } from 'vitest';
import { earTransfers } from '../acoustics/transfers.ts';
import type { DesignDocument } from './document.ts';
import { PRESETS } from './presets.ts';
import { relativeSideSet } from './rtf.ts';
import { spectrumColumns } from './spectrum.ts';

/** The laptop with a null as hard as one can ask for. */
const HARD: DesignDocument = {
  ...PRESETS.laptop,
  sides: {
    virtualSpeakerAzimuthDeg: null,
    cancellation: { targetGainDb: [[1000, 80]], maxEffortDb: 60, headOffsetsM: [[0, 0, 0]] },
  },
};

describe('relative form of the side filters', () => {
  const set = relativeSideSet(HARD);
  const fir = (input: number, output: number) =>
    set.firs.subarray((input * 2 + output) * set.taps, (input * 2 + output + 1) * set.taps);

  it('leaves the near driver as it is', () => {
    for (const side of [0, 1]) {
      // Beyond the band the filters end, and with them the relation: the pulse misses what is above 20 kHz.
      const near = fir(side, side);
      const peak = near.reduce((best, x, t) => (Math.abs(x) > Math.abs(near[best]!) ? t : best), 0);
      expect(peak).toBe(set.latencySamples);
      expect(near[peak]).toBeGreaterThan(0.75);
    }
  });

  it('is −b_near/b_far at the far driver', () => {
    const frequenciesHz = Float64Array.from({ length: 40 }, (_, i) => 300 * (12_000 / 300) ** (i / 39));
    const ears = earTransfers(HARD.device, HARD.listener, frequenciesHz, HARD.speedOfSoundMps);
    const { re, im } = spectrumColumns(set, frequenciesHz);
    frequenciesHz.forEach((_, bin) => {
      // Left side: near driver 0, far driver 1; the dark ear is the right one, row 1.
      const [near, far] = [(bin * 2 + 1) * 2, (bin * 2 + 1) * 2 + 1];
      const power = ears.re[far]! ** 2 + ears.im[far]! ** 2;
      const expectedRe = -(ears.re[near]! * ears.re[far]! + ears.im[near]! * ears.im[far]!) / power;
      const expectedIm = -(ears.im[near]! * ears.re[far]! - ears.re[near]! * ears.im[far]!) / power;
      const at = (bin * 2 + 1) * 2;
      const error = Math.hypot(re[at]! - expectedRe, im[at]! - expectedIm);
      // A null 80 dB deep, not infinitely so, and a filter of finite length: 0.05 dB.
      expect(error / Math.hypot(expectedRe, expectedIm)).toBeLessThan(0.006);
    });
  });

  it('comes after the near driver: causal', () => {
    const far = fir(0, 1);
    const peak = far.reduce((best, x, t) => (Math.abs(x) > Math.abs(far[best]!) ? t : best), 0);
    // The dark ear hears the near driver later than the far one by the difference of the ways, 6.6 cm around a head: the
    // sphere adds at most a third to what the straight ways differ by.
    const { positionM, headRadiusM } = HARD.listener;
    const ways = [1, -1].map((side) => Math.hypot(positionM[0], side * 0.12 + headRadiusM));
    const samples = ((ways[0]! - ways[1]!) / HARD.speedOfSoundMps) * set.sampleRateHz;
    expect(peak - set.latencySamples).toBeGreaterThan(samples - 1);
    expect(peak - set.latencySamples).toBeLessThan(1.34 * samples + 1);
  });
});
