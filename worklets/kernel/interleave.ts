import { interleaveHigh, interleaveLow, joinHigh, joinLow } from './lanes';
import { allocateFloats } from './memory';

// Planes of samples, one per channel, as frames: the channels' samples of one moment side by side.

/** What four lanes may write or read beyond the last frame. */
const SLACK: i32 = 4;

let channels: i32 = 0;
let planeBytes: usize = 0;
let planes: usize = 0;
let frames: usize = 0;

/** @param planeSamples of each plane; @param mostFrames that are kept */
export function interleaveConfigure(channelCount: i32, planeSamples: i32, mostFrames: i32): void {
  channels = channelCount;
  planeBytes = (<usize>(planeSamples + SLACK)) << 2;
  planes = allocateFloats(channels * (planeSamples + SLACK));
  frames = allocateFloats(channels * (mostFrames + SLACK));
}

export function interleavePlane(channel: i32): usize {
  return planes + <usize>channel * planeBytes;
}

export function interleaveFrames(): usize {
  return frames;
}

/** `count` frames of the planes, from one on, in the place of the kept frames from `at` on. */
export function interleaveRun(from: i32, count: i32, at: i32): void {
  const stride = (<usize>channels) << 2;
  const into = frames + <usize>at * stride;
  const start = planes + ((<usize>from) << 2);
  let channel = 0;
  for (; channel + 4 <= channels; channel += 4) {
    const plane = start + <usize>channel * planeBytes;
    let to = into + ((<usize>channel) << 2);
    for (let n: usize = 0; n < <usize>count << 2; n += 16, to += 4 * stride) {
      const a = v128.load(plane + n);
      const b = v128.load(plane + n + planeBytes);
      const c = v128.load(plane + n + 2 * planeBytes);
      const d = v128.load(plane + n + 3 * planeBytes);
      const lowAb = interleaveLow(a, b);
      const lowCd = interleaveLow(c, d);
      const highAb = interleaveHigh(a, b);
      const highCd = interleaveHigh(c, d);
      v128.store(to, joinLow(lowAb, lowCd));
      v128.store(to + stride, joinHigh(lowAb, lowCd));
      v128.store(to + 2 * stride, joinLow(highAb, highCd));
      v128.store(to + 3 * stride, joinHigh(highAb, highCd));
    }
  }
  for (; channel < channels; channel++) {
    const plane = start + <usize>channel * planeBytes;
    let to = into + ((<usize>channel) << 2);
    for (let n: usize = 0; n < <usize>count << 2; n += 4, to += stride) {
      store<f32>(to, load<f32>(plane + n));
    }
  }
}
