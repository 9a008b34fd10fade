import type { Profile } from './profile.ts';

/** How the upmix cuts time into frames. */
export interface UpmixFrames {
  /** Samples of one analysis frame. */
  readonly frame: number;
  /** Samples at the end of a frame that its centre covers: the rest is there to tell frequencies apart. */
  readonly reach: number;
  /** Samples between frames. */
  readonly hop: number;
  /** How many of the eight tasks of a frame are done in each quantum. */
  readonly tasksPerQuantum: number;
  /** Weight of the past in the averages, per hop. */
  readonly keep: number;
}

const QUANTUM_FRAMES = 128;
const TASKS = 8;
/** Lengths are those at this rate and below; they double with the sampling rate so that durations stay. */
const BASE_RATE_LIMIT_HZ = 50_000;

const MUSIC = { frame: 4096, reach: 4096, hop: 1024, keep: 0.7 } as const;
/** Of what 25 ms allow, these tell a song, a talker, a band and a ballad from their accompaniment best. */
const VIDEO = { frame: 2048, reach: 768, hop: 256, memorySeconds: 0.024 } as const;

export function upmixFrames(profile: Profile, sampleRateHz: number): UpmixFrames {
  const scale = 2 ** Math.max(0, Math.ceil(Math.log2(sampleRateHz / BASE_RATE_LIMIT_HZ)));
  const { frame, reach, hop } = profile === 'music' ? MUSIC : VIDEO;
  const lengths = { frame: scale * frame, reach: scale * reach, hop: scale * hop };
  // A long frame's transforms fill a larger part of the shorter quantum: less of them at a time there.
  if (profile === 'music') return { ...lengths, tasksPerQuantum: scale > 1 ? 1 : 2, keep: MUSIC.keep };
  const keep = Math.exp(-lengths.hop / (VIDEO.memorySeconds * sampleRateHz));
  return { ...lengths, tasksPerQuantum: scale > 2 ? 4 : 8, keep };
}

/** Samples from the input to the output of the upmix, whatever its kind. */
export function upmixLatency(profile: Profile, sampleRateHz: number): number {
  const { reach, tasksPerQuantum } = upmixFrames(profile, sampleRateHz);
  return reach + (TASKS / tasksPerQuantum - 2) * QUANTUM_FRAMES;
}
