import type { TrackSamples } from '../protocol/loudness-protocol.ts';

/**
 * Of each of this many equal parts of the track, its loudest moment is kept: many and short, because filters move the
 * peaks.
 */
const PARTS = 64;
const MOMENT_SECONDS = 0.125;
/** What is loudest, is so over this time: the largest sample of what a filter gives is seldom at its input's largest. */
const BURST_SECONDS = 0.01;
/** How far into a part its loudest moment is looked for: a design waits for it before it is heard. */
const SEARCHED_SECONDS = 2;
/** Every moment begins and ends in silence: what was cut off is no click to be measured as a peak. */
const FADE_SECONDS = 0.005;

/**
 * A few seconds that stand for a track where its loudness is wanted at once: the moment around the strongest burst of
 * every part, one after the other. What peaks and what counts as loud is in them; a short track stays whole.
 */
export function trackDigest(track: TrackSamples): TrackSamples {
  const { sampleRateHz, left, right } = track;
  const moment = Math.round(MOMENT_SECONDS * sampleRateHz);
  if (left.length <= PARTS * moment) return track;
  const part = Math.floor(left.length / PARTS);
  const searched = Math.min(part, SEARCHED_SECONDS * sampleRateHz);
  const burst = Math.round(BURST_SECONDS * sampleRateHz);
  const starts = Array.from({ length: PARTS }, (_, p) => {
    const loudest = strongestBurst([left, right], p * part, p * part + searched, burst);
    return Math.min(left.length - moment, Math.max(0, loudest - Math.floor(moment / 2)));
  });
  const fade = Math.round(FADE_SECONDS * sampleRateHz);
  const pick = (x: Float32Array) => {
    const picked = new Float32Array(PARTS * moment);
    starts.forEach((start, p) => {
      const into = picked.subarray(p * moment, (p + 1) * moment);
      into.set(x.subarray(start, start + moment));
      fadeEnds(into, fade);
    });
    return picked;
  };
  return { ...track, left: pick(left), right: pick(right) };
}

/** Middle of the window of `length` samples with the most energy, within start…end. */
function strongestBurst(
  channels: readonly Float32Array[],
  start: number,
  end: number,
  length: number,
): number {
  let [strongest, most, energy] = [start, 0, 0];
  for (let i = start; i < end; i++) {
    for (const x of channels) {
      energy += x[i]! ** 2;
      if (i >= start + length) energy -= x[i - length]! ** 2;
    }
    if (energy > most) [strongest, most] = [i - Math.floor(length / 2), energy];
  }
  return strongest;
}

function fadeEnds(x: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const gain = (i + 0.5) / length;
    x[i]! *= gain;
    x[x.length - 1 - i]! *= gain;
  }
}
