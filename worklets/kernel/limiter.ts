import {
  clearPeaks,
  configureDetector,
  detect,
  DETECTOR_DELAY,
  peaksAddress,
  resetDetector,
} from './limiter-detector';
import { allocate, allocateFloats } from './memory';

// Look-ahead limiter: one gain for all channels. The gain that each peak needs is held over a window, released slowly and
// averaged twice, so that it arrives smoothly and is all there when the delayed peak passes. Untouched samples leave
// bit for bit as they came.

const MAX_FRAMES: i32 = 128;
/** The gain stays flat this many samples to both sides of a peak, so that what lies between the samples scales with it. */
const FLAT: i32 = 8;
const LARGEST: f32 = 1e9;
const SMALLEST_NORMAL: f32 = 1.17549435e-38;
/** Nearer to one than this (−0.0001 dB) a released gain becomes one. */
const RELEASED: f64 = 1 - 1e-5;

let channels: i32 = 0;
let latency: i32 = 0;
let ceiling: f32 = 1;
let target: f64 = 1;
let release: f64 = 0;
let inputs: usize = 0;
let outputs: usize = 0;
let gains: usize = 0;

let delays: usize = 0;
let delaySamples: i32 = 0;
let now: i32 = 0;
let faults: i32 = 0;
let smallestGain: f32 = 1;

/** Gains below one that some peak in the window needs, rising from the first; value and time side by side. */
let queue: usize = 0;
let queueMask: i32 = 0;
let queueHead: i32 = 0;
let queueTail: i32 = 0;
let holdSamples: i32 = 0;

let envelope: f64 = 1;
/** Samples since the envelope was last below one. */
let restful: i32 = 0;
let boxSamples: i32 = 0;
let boxes: usize = 0;
let boxAt: i32 = 0;
let firstSum: f64 = 0;
let secondSum: f64 = 0;

function powerOfTwo(atLeast: i32): i32 {
  let size = 1;
  while (size < atLeast) size <<= 1;
  return size;
}

export function limiterConfigure(
  channelCount: i32,
  latencySamples: i32,
  ceilingGain: f64,
  headroomGain: f64,
  releaseSamples: f64,
): void {
  channels = channelCount;
  // The averages reach the held gain, and keep it FLAT samples, before the delayed peak comes.
  boxSamples = (latencySamples - FLAT - DETECTOR_DELAY + 2) >> 1;
  const averaged = 2 * boxSamples - 1;
  latency = averaged + FLAT + DETECTOR_DELAY - 1;
  holdSamples = averaged + 2 * FLAT;
  ceiling = <f32>ceilingGain;
  target = ceilingGain * headroomGain;
  release = 1 - Math.exp(-1 / releaseSamples);
  inputs = allocateFloats(channels * MAX_FRAMES);
  outputs = allocateFloats(channels * MAX_FRAMES);
  gains = allocateFloats(MAX_FRAMES);
  delaySamples = powerOfTwo(latency + MAX_FRAMES);
  delays = allocateFloats(channels * delaySamples);
  const queueSize = powerOfTwo(holdSamples + 2);
  queueMask = queueSize - 1;
  queue = allocate(<usize>queueSize * 16);
  boxes = allocate(<usize>boxSamples * 16);
  configureDetector(channels, MAX_FRAMES);
  limiterReset();
}

export function limiterLatency(): i32 {
  return latency;
}
export function limiterInput(channel: i32): usize {
  return inputs + (<usize>(channel * MAX_FRAMES) << 2);
}
export function limiterOutput(channel: i32): usize {
  return outputs + (<usize>(channel * MAX_FRAMES) << 2);
}
/** Input samples so far that were not finite. */
export function limiterFaults(): i32 {
  return faults;
}

/** The smallest gain since this was asked last. */
export function limiterSmallestGain(): f32 {
  const gain = smallestGain;
  smallestGain = 1;
  return gain;
}

export function limiterReset(): void {
  memory.fill(delays, 0, <usize>(channels * delaySamples) << 2);
  resetDetector(channels);
  queueHead = 0;
  queueTail = 0;
  now = 0;
  smallestGain = 1;
  rest();
}

function rest(): void {
  envelope = 1;
  restful = 2 * boxSamples;
  boxAt = 0;
  for (let n = 0; n < boxSamples; n++) {
    store<f64>(boxes + (<usize>n << 4), 1);
    store<f64>(boxes + (<usize>n << 4), 1, 8);
  }
  firstSum = boxSamples;
  secondSum = boxSamples;
}

export function limiterProcess(frames: i32): void {
  clearPeaks(MAX_FRAMES);
  for (let channel = 0; channel < channels; channel++) {
    const input = limiterInput(channel);
    clean(input, frames);
    detect(channel, input, frames, ceiling);
    keep(channel, input, frames);
  }
  const untouched = isUntouched(frames);
  if (!untouched) for (let n = 0; n < frames; n++) store<f32>(gains + (<usize>n << 2), nextGain(n));
  for (let channel = 0; channel < channels; channel++) {
    fetch(channel, frames);
    if (!untouched) apply(limiterOutput(channel), frames);
  }
  now += frames;
}

function clean(address: usize, frames: i32): void {
  for (let n = frames; n < ((frames + 3) & ~3); n++) store<f32>(address + (<usize>n << 2), 0);
  const largest = f32x4.splat(LARGEST);
  const smallest = f32x4.splat(SMALLEST_NORMAL);
  for (let at: usize = 0; at < <usize>frames << 2; at += 16) {
    const x = v128.load(address + at);
    const size = f32x4.abs(x);
    const sane = f32x4.le(size, largest);
    faults += 4 - popcnt(i32x4.bitmask(sane));
    v128.store(address + at, v128.and(x, v128.and(sane, f32x4.ge(size, smallest))));
  }
}

/** Puts new samples into a channel's delay. */
function keep(channel: i32, samples: usize, frames: i32): void {
  const start = now & (delaySamples - 1);
  const ring = delays + (<usize>(channel * delaySamples) << 2);
  const first = min(frames, delaySamples - start);
  memory.copy(ring + (<usize>start << 2), samples, <usize>first << 2);
  memory.copy(ring, samples + (<usize>first << 2), <usize>(frames - first) << 2);
}

/** Takes the delayed samples out. */
function fetch(channel: i32, frames: i32): void {
  const start = (now - latency) & (delaySamples - 1);
  const ring = delays + (<usize>(channel * delaySamples) << 2);
  const to = limiterOutput(channel);
  const first = min(frames, delaySamples - start);
  memory.copy(to, ring + (<usize>start << 2), <usize>first << 2);
  memory.copy(to + (<usize>first << 2), ring, <usize>(frames - first) << 2);
}

/** Whether no gain but one can come out of these samples. */
function isUntouched(frames: i32): bool {
  if (restful < 2 * boxSamples || queueHead != queueTail) return false;
  const limit = f32x4.splat(ceiling);
  for (let at: usize = 0; at < <usize>frames << 2; at += 16) {
    if (v128.any_true(f32x4.gt(v128.load(peaksAddress() + at), limit))) return false;
  }
  return true;
}

@inline
function queued(index: i32): usize {
  return queue + (<usize>(index & queueMask) << 4);
}

/** The least gain that a peak of the last `holdSamples` needs. */
function heldGain(time: i32, peak: f32): f64 {
  if (peak > ceiling) {
    const needed = target / <f64>peak;
    while (queueTail != queueHead && load<f64>(queued(queueTail - 1)) >= needed) queueTail--;
    store<f64>(queued(queueTail), needed);
    store<i32>(queued(queueTail), time, 8);
    queueTail++;
  }
  while (queueHead != queueTail && time - load<i32>(queued(queueHead), 8) >= holdSamples) queueHead++;
  return queueHead == queueTail ? 1 : load<f64>(queued(queueHead));
}

function nextGain(n: i32): f32 {
  const held = heldGain(now + n, load<f32>(peaksAddress() + (<usize>n << 2)));
  envelope = held < envelope ? held : envelope + (held - envelope) * release;
  if (held == 1 && envelope > RELEASED) envelope = 1;
  restful = envelope < 1 ? 0 : restful + 1;
  if (restful >= 2 * boxSamples) {
    rest();
    return 1;
  }
  const box = boxes + (<usize>boxAt << 4);
  firstSum += envelope - load<f64>(box);
  store<f64>(box, envelope);
  const average = firstSum / boxSamples;
  secondSum += average - load<f64>(box, 8);
  store<f64>(box, average, 8);
  boxAt = boxAt + 1 == boxSamples ? 0 : boxAt + 1;
  const gain = <f32>Math.min(1, secondSum / boxSamples);
  smallestGain = min(smallestGain, gain);
  return gain;
}

function apply(samples: usize, frames: i32): void {
  const top = f32x4.splat(ceiling);
  const bottom = f32x4.neg(top);
  const one = f32x4.splat(1);
  for (let at: usize = 0; at < <usize>frames << 2; at += 16) {
    const gain = v128.load(gains + at);
    const x = v128.load(samples + at);
    const limited = f32x4.max(bottom, f32x4.min(top, f32x4.mul(x, gain)));
    // Where the gain is one nothing exceeds the ceiling, and the samples stay as they are.
    v128.store(samples + at, v128.bitselect(x, limited, f32x4.eq(gain, one)));
  }
}
