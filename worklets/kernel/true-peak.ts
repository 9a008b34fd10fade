import { clearPeaks, configureDetector, detect, peaksAddress } from './limiter-detector';
import { allocateFloats } from './memory';

// True peak of each channel [ITU-R BS.1770-4, annex 2] by the limiter's detector, at four times the rate. What cannot
// exceed the largest so far is not interpolated.

const MAX_FRAMES: i32 = 128;

let channels: i32 = 0;
let inputs: usize = 0;
let largest: usize = 0;

export function truePeakConfigure(channelCount: i32): void {
  channels = channelCount;
  inputs = allocateFloats(channels * MAX_FRAMES);
  largest = allocateFloats(channels);
  configureDetector(channels, MAX_FRAMES);
}

/** Where a channel's next samples go: finite ones, at most MAX_FRAMES. */
export function truePeakInput(channel: i32): usize {
  return inputs + (<usize>(channel * MAX_FRAMES) << 2);
}

/** One float per channel, its largest true peak since whoever reads it has cleared it. */
export function truePeakLargest(): usize {
  return largest;
}

/** Of the first `count` channels. */
export function truePeakProcess(frames: i32, count: i32): void {
  for (let channel = 0; channel < min(count, channels); channel++) {
    const input = truePeakInput(channel);
    for (let n = frames; n < ((frames + 3) & ~3); n++) store<f32>(input + (<usize>n << 2), 0);
    const at = largest + (<usize>channel << 2);
    let peak = load<f32>(at);
    clearPeaks(MAX_FRAMES);
    detect(channel, input, frames, peak);
    for (let n = 0; n < frames; n++) peak = max(peak, load<f32>(peaksAddress() + (<usize>n << 2)));
    store<f32>(at, peak);
  }
}
