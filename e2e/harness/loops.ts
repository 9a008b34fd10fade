/** Loops as they are put on the audio thread, rendered at once, against what each sample of them should be. */
import { MinimalOfflineAudioContext, type IMinimalAudioContext } from 'standardized-audio-context';
import { Course } from '../../src/engine/playback/course.ts';
import { seamFramesAt, type LoopRange } from '../../src/engine/playback/loop-seam.ts';
import { heldTrack } from '../../src/engine/playback/playable.ts';
import { Voice } from '../../src/engine/playback/voice.ts';

export interface LoopRequest {
  readonly sampleRateHz: number;
  readonly loop: LoopRange;
  /** Of the track and of what is rendered. */
  readonly frames: number;
}

/** @returns largest difference of any sample, and the frame at which it stands */
export async function renderLoop({ sampleRateHz, loop, frames }: LoopRequest) {
  const track = Float32Array.from(
    { length: frames },
    (_, n) => Math.sin(0.02 * n) * (0.5 + 0.4 * Math.sin(0.00013 * n)),
  );
  const context = new MinimalOfflineAudioContext({
    length: frames,
    numberOfChannels: 2,
    sampleRate: sampleRateHz,
  });
  // A voice asks how far ahead of its clock a context renders: this one does so when it is told.
  const live = Object.assign(context, { baseLatency: 0 }) as unknown as IMinimalAudioContext;
  const current = heldTrack({ left: track, right: track }, sampleRateHz);
  const plan = () => ({ current, loop, following: null });
  const voice = await new Promise<Voice>((resolve) => {
    const made: Voice = new Voice({
      context: live,
      destination: () => live.destination,
      course: new Course({ track: current, frame: 0 }, plan, sampleRateHz),
      startsAt: 0,
      before: [],
      onOver: () => undefined,
      onPlaced: () => {
        // The first piece comes before the voice is there.
        queueMicrotask(() => {
          const last = made.segments.at(-1)!;
          if (last.at + last.frames >= frames) resolve(made);
        });
      },
    });
  });
  const left = (await context.startRendering()).getChannelData(0);
  voice.silence();
  const seam = seamFramesAt(sampleRateHz);
  const at = (n: number) => (n < 0 ? 0 : track[n]!);
  let worst = { difference: 0, frame: -1 };
  for (let n = 0; n < frames; n++) {
    const place = n < loop.to ? n : loop.from + ((n - loop.from) % (loop.to - loop.from));
    const share = Math.max(0, place - (loop.to - seam) + 1) / seam;
    const expected = at(place) + share * (at(place - (loop.to - loop.from)) - at(place));
    const difference = Math.abs(left[n]! - expected);
    if (!(difference <= worst.difference)) worst = { difference, frame: n };
  }
  return worst;
}
