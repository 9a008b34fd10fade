import { limiterLatency } from './limiter.ts';
import type { Profile } from './profile.ts';
import { upmixLatency } from './upmix-frames.ts';

/** What the whole chain may take for video: upmix, filters and limiter. */
const VIDEO_SECONDS = 0.025;

/**
 * Modelling delay of the filters, samples: half their length, which leaves as much room before the pulse as after it. For
 * video no more than upmix and limiter leave of 25 ms.
 */
export function modellingDelay(profile: Profile, filterTaps: number, sampleRateHz: number): number {
  const half = filterTaps / 2;
  if (profile === 'music') return half;
  const chain = Math.floor(VIDEO_SECONDS * sampleRateHz);
  return Math.min(half, chain - upmixLatency(profile, sampleRateHz) - limiterLatency(sampleRateHz));
}

/** Samples from the chain's input to its output, the same for every set of filters of one length. */
export function chainLatency(profile: Profile, filterTaps: number, sampleRateHz: number): number {
  return (
    upmixLatency(profile, sampleRateHz) +
    modellingDelay(profile, filterTaps, sampleRateHz) +
    limiterLatency(sampleRateHz)
  );
}
