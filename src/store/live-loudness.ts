import { pinkNoise } from '../design/pink-noise.ts';
import type { TrackSamples } from '../protocol/loudness-protocol.ts';
import type { FlowWiring } from './wiring.ts';

/** The loudness of what is live, known ever better while it plays. */
export interface LiveLoudness {
  /** Something live takes the place of what played. */
  began(): Promise<void>;
  /** @param seconds of it so far, silence and feedback apart */
  heard(seconds: number): Promise<void>;
}

/** Enough for a first figure; then more often while that changes than once it stands. */
const FIRST_SECONDS = 3;
const NEXT_SECONDS = 10;
const UNCHANGED_SECONDS = 30;

/** Some three seconds. */
const NOISE_SAMPLES = 2 ** 17;
/** As loud as speech and music are commonly. */
const NOISE_DB = -23;

export function createLiveLoudness({ ports, get, flow }: FlowWiring): LiveLoudness {
  let dueSeconds = FIRST_SECONDS;
  let isMeasuring = false;

  return {
    async began() {
      if (get().live.source === null) return;
      dueSeconds = FIRST_SECONDS;
      ports.design.setTrack(stereoNoise(ports.engine.sampleRateHz));
      await flow.measurable('noise');
    },
    async heard(seconds) {
      const { source } = get().live;
      if (source === null || isMeasuring || seconds < dueSeconds) return;
      const samples = ports.engine.live.heard();
      if (samples === null) return;
      const isFirst = dueSeconds === FIRST_SECONDS;
      ports.design.setTrack(samples);
      isMeasuring = true;
      const isChanged = await flow.moreMeasurable('live').finally(() => (isMeasuring = false));
      if (get().live.source !== source) return;
      dueSeconds = isFirst ? NEXT_SECONDS : seconds + (isChanged ? NEXT_SECONDS : UNCHANGED_SECONDS);
    },
  };
}

/** Two sides that have half of their power in common, as most programmes have or more. */
function stereoNoise(sampleRateHz: number): TrackSamples {
  const bandHz = [20, Math.min(20_000, 0.45 * sampleRateHz)] as const;
  const period = pinkNoise({ samples: NOISE_SAMPLES, sampleRateHz, bandHz, levelDb: NOISE_DB - 3 });
  const side = (shift: number) => period.map((x, n) => x + period[(n + shift) % NOISE_SAMPLES]!);
  return {
    sampleRateHz,
    left: side(Math.round(NOISE_SAMPLES / 3)),
    right: side(Math.round(NOISE_SAMPLES / 2)),
  };
}
