import { allocateFloats } from './memory';
import { inputCount, isMidSide, QUANTUM } from './matrix-shape';

// The inputs' recent samples, made safe. Every stage transforms blocks of this history.
//
// Denormals cost a hundredfold in arithmetic that has no flush to zero, and whatever is not a finite number would stay
// in the history of a whole filter: both become 0 here, at the only entrance.

const SMALLEST: f32 = 1e-15;
/** +180 dB over full scale: not audio, and its products could leave Float32's range. */
const LARGEST: f32 = 1e9;

let arrivals: usize = 0;
let ring: usize = 0;
let ringSamples: i32 = 0;
let position: i32 = 0;
let faults: i32 = 0;

export function configureInput(longestBlock: i32): void {
  // A long block is transformed while the next one arrives: two blocks to read, one being written, as a power of two.
  ringSamples = 4 * longestBlock;
  arrivals = allocateFloats(inputCount() * QUANTUM);
  ring = allocateFloats(inputCount() * ringSamples);
}

export function resetInput(): void {
  memory.fill(ring, 0, <usize>(inputCount() * ringSamples) << 2);
  position = 0;
}

/** Where the caller writes an input's next samples, at most QUANTUM. */
export function arrivalAddress(input: i32): usize {
  return arrivals + ((<usize>(input * QUANTUM)) << 2);
}

/** Samples that were not finite and were replaced by 0. */
export function inputFaults(): i32 {
  return faults;
}

/** Start of the quantum being filled, as an index into the ring. */
export function quantumStart(): i32 {
  return position & ~(QUANTUM - 1);
}

/** Where the next sample goes, as an index into the ring. */
export function inputPosition(): i32 {
  return position;
}

/** Samples of the current quantum that have arrived. */
export function filled(): i32 {
  return position & (QUANTUM - 1);
}

/** Address of an input's history `distance` samples before `index`. */
export function historyAddress(input: i32, index: i32, distance: i32): usize {
  const wrapped = (index - distance) & (ringSamples - 1);
  return ring + ((<usize>(input * ringSamples + wrapped)) << 2);
}

/** Takes a whole quantum of arrivals of every input, made safe to keep; none of it may be there yet. */
export function takeQuantum(): void {
  for (let input = 0; input < inputCount(); input++) {
    clean(arrivalAddress(input), historyAddress(input, position, 0), QUANTUM);
  }
  if (isMidSide()) mix(historyAddress(0, position, 0), historyAddress(1, position, 0), QUANTUM);
}

/** Makes the first `frames` arrivals of every input safe to keep, to be taken in parts. */
export function prepareArrivals(frames: i32): void {
  for (let input = 0; input < inputCount(); input++) {
    const at = arrivalAddress(input);
    for (let n = frames; n < ((frames + 3) & ~3); n++) store<f32>(at + (<usize>n << 2), 0);
    clean(at, at, frames);
  }
  if (isMidSide()) mix(arrivalAddress(0), arrivalAddress(1), frames);
}

/** Takes arrivals `from` … `from + frames` of every input; they must not reach beyond the current quantum. */
export function takeArrivals(from: i32, frames: i32): void {
  const skipped = <usize>from << 2;
  for (let input = 0; input < inputCount(); input++) {
    memory.copy(historyAddress(input, position, 0), arrivalAddress(input) + skipped, <usize>frames << 2);
  }
}

/** Moves on by samples that have been taken; true when they completed a quantum. */
export function advanceInput(frames: i32): bool {
  position = (position + frames) & (ringSamples - 1);
  return filled() == 0;
}

/** Left and right become their difference and their sum. */
function mix(left: usize, right: usize, frames: i32): void {
  for (let at: usize = 0; at < <usize>frames << 2; at += 16) {
    const l = v128.load(left + at);
    const r = v128.load(right + at);
    v128.store(left + at, f32x4.sub(l, r));
    v128.store(right + at, f32x4.add(l, r));
  }
}

function clean(from: usize, to: usize, frames: i32): void {
  const smallest = f32x4.splat(SMALLEST);
  const largest = f32x4.splat(LARGEST);
  for (let at: usize = 0; at < <usize>frames << 2; at += 16) {
    const x = v128.load(from + at);
    const size = f32x4.abs(x);
    const sane = f32x4.le(size, largest);
    if (!i32x4.all_true(sane)) faults += 4 - popcnt(i32x4.bitmask(sane));
    v128.store(to + at, v128.and(x, v128.and(sane, f32x4.ge(size, smallest))));
  }
}
