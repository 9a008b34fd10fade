import { describe, expect, it } from 'vitest';
import { chainLatency, modellingDelay } from './chain-latency.ts';
import { Limiter, limiterLatency } from './limiter.ts';
import { PROFILES } from './profile.ts';
import { kernelModule } from './testing/kernel-module.ts';
import { Upmix } from './upmix.ts';

const RATES_HZ = [44_100, 48_000, 88_200, 96_000, 176_400, 192_000];
/** Filters as long in time at every rate. */
const tapsAt = (rateHz: number): number => 2048 * 2 ** Math.round(Math.log2(rateHz / 48_000));

describe('latency of the whole chain, samples', () => {
  it.each([
    ['music', [5442, 5448, 11_140, 11_152, 21_512, 21_536]],
    // The last sample that is not later than 25 ms.
    ['video', [1102, 1200, 2205, 2400, 4410, 4800]],
  ] as const)('for %s', (profile, samples) => {
    expect(RATES_HZ.map((rate) => chainLatency(profile, tapsAt(rate), rate))).toEqual(samples);
  });

  it('is what the kernels say and the filters have', () => {
    const module = kernelModule();
    for (const sampleRateHz of RATES_HZ) {
      const limiter = new Limiter(module, { channels: 2, sampleRateHz });
      expect(limiterLatency(sampleRateHz)).toBe(limiter.latencySamples);
      for (const profile of PROFILES) {
        const taps = tapsAt(sampleRateHz);
        const upmix = new Upmix(module, { sampleRateHz, kind: 'adaptive', profile });
        const delay = modellingDelay(profile, taps, sampleRateHz);
        expect(chainLatency(profile, taps, sampleRateHz)).toBe(
          upmix.latencySamples + delay + limiter.latencySamples,
        );
      }
    }
  });

  it('leaves short filters their half, for video too', () => {
    for (const profile of PROFILES) expect(modellingDelay(profile, 256, 48_000)).toBe(128);
    expect(chainLatency('video', 256, 48_000)).toBeLessThan(1200);
    expect(chainLatency('video', 16_384, 48_000)).toBe(1200);
  });
});
