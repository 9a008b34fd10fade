import { Bank } from './matrix-bank';
import { mulAdd } from './lanes';
import { outputCount, QUANTUM } from './matrix-shape';
import { Voice } from './matrix-voice';
import { allocateFloats } from './memory';

// Gains over one quantum and the sum of the voices under them.

const LARGEST: f32 = 3.4028234e38;

let fade: usize = 0;
let fadeSamples: i32 = 0;
let envelope: usize = 0;
let heads: usize = 0;
let mixed: usize = 0;
let delivered: usize = 0;
let faults: i32 = 0;

export function configureMix(samples: i32): void {
  fadeSamples = samples;
  fade = allocateFloats(samples);
  for (let n = 0; n < samples; n++) {
    // Raised cosine; with its complement the gains of a crossfade sum to one.
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * (n + 0.5)) / samples);
    store<f32>(fade + (<usize>n << 2), <f32>gain);
  }
  envelope = allocateFloats(QUANTUM);
  heads = allocateFloats(outputCount() * QUANTUM);
  mixed = allocateFloats(outputCount() * QUANTUM);
  delivered = allocateFloats(outputCount() * QUANTUM);
}

export function fadeLength(): i32 {
  return fadeSamples;
}

/** Output samples that were not finite and were replaced by 0. */
export function outputFaults(): i32 {
  return faults;
}

/** Silence from the first stage. */
export function clearHeads(rows: i32): void {
  memory.fill(heads, 0, (<usize>(rows * QUANTUM)) << 2);
}

/** Where the first stage's samples of a row go. */
export function headAddress(row: i32): usize {
  return heads + ((<usize>(row * QUANTUM)) << 2);
}

export function deliveredAddress(output: i32): usize {
  return delivered + ((<usize>(output * QUANTUM)) << 2);
}

function fadeAt(position: i32): f32 {
  if (position < 0) return 0;
  return position >= fadeSamples ? 1 : load<f32>(fade + (<usize>position << 2));
}

/** The fade stretched to `samples`. */
function rampAt(position: i32, samples: i32): f32 {
  if (samples == fadeSamples) return fadeAt(position);
  const place = (<f32>position * <f32>fadeSamples) / <f32>samples;
  const before = <i32>place;
  const gain = fadeAt(before);
  return gain + (place - <f32>before) * (fadeAt(before + 1) - gain);
}

/** The bank's gain `ahead` samples from now. */
export function bankGain(bank: Bank, ahead: i32): f32 {
  if (!bank.ramping) return bank.gainTarget;
  return bank.gain + (bank.gainTarget - bank.gain) * rampAt(bank.rampPosition + ahead, bank.rampSamples);
}

/** Moves the bank's gain on. */
export function advanceGain(bank: Bank, frames: i32): void {
  if (!bank.ramping) return;
  bank.rampPosition += frames;
  if (bank.rampPosition >= bank.rampSamples) bank.ramping = false;
}

/** What a voice's envelope does in this quantum. */
export const STEADY: i32 = 0;
export const RISING: i32 = 1;
export const FALLING: i32 = 2;

/** The voice's gain for samples `from` … `from + frames` of the quantum; a fade stands at `position` at `from`. */
function shapeEnvelope(bank: Bank, course: i32, position: i32, from: i32, frames: i32): void {
  for (let n = 0; n < frames; n++) {
    let weight: f32 = 1;
    if (course != STEADY) {
      weight = fadeAt(position + n);
      if (course == FALLING) weight = <f32>1 - weight;
    }
    store<f32>(envelope + (<usize>(from + n) << 2), bankGain(bank, n) * weight);
  }
}

/** Silence in all outputs from one on. */
export function clearMix(fromOutput: i32): void {
  if (fromOutput == outputCount()) return;
  const offset = (<usize>(fromOutput * QUANTUM)) << 2;
  memory.fill(mixed + offset, 0, ((<usize>(outputCount() * QUANTUM)) << 2) - offset);
}

/**
 * A voice under its gain: the first stage's samples and what the later ones made before.
 * @param places where in its playing results each stage is, samples
 * @param isFirst takes the place of what is mixed, silence in outputs that it does not have; otherwise it is added
 */
export function mixVoice(
  voice: Voice,
  places: StaticArray<i32>,
  isFirst: bool,
  course: i32,
  position: i32,
  from: i32,
  frames: i32,
): void {
  const bank = voice.bank!;
  const steady = course == STEADY && !bank.ramping;
  if (!steady) shapeEnvelope(bank, course, position, from, frames);
  if (isFirst) clearMix(bank.outputs);
  const gain = f32x4.splat(bank.gainTarget);
  for (let s = 1; s < places.length; s++) {
    if (bank.partitions(s) == 0) continue;
    const place = <usize>unchecked(places[s]) << 2;
    for (let row = 0; row < bank.rows; row++) {
      addSamples(headAddress(row), voice.playingAddress(s, bank.rowOutput(row)) + place);
    }
  }
  for (let row = 0; row < bank.rows; row++) {
    const head = headAddress(row);
    const to = mixed + ((<usize>(bank.rowOutput(row) * QUANTUM)) << 2);
    // A difference stands behind its sum.
    const difference = bank.rowDifference(row);
    if (difference >= 0) combine(head, headAddress(difference));
    if (steady && isFirst) mixRow(head, to, gain, true, true);
    else if (steady) mixRow(head, to, gain, true, false);
    else if (isFirst) mixRow(head, to, gain, false, true);
    else mixRow(head, to, gain, false, false);
  }
}

@inline
function mixRow(from: usize, to: usize, gain: v128, steady: bool, isFirst: bool): void {
  for (let at: usize = 0; at < <usize>QUANTUM << 2; at += 16) {
    const weight = steady ? gain : v128.load(envelope + at);
    const sample = v128.load(from + at);
    if (isFirst) v128.store(to + at, f32x4.mul(weight, sample));
    else v128.store(to + at, mulAdd(weight, sample, v128.load(to + at)));
  }
}

/** Samples a, b → a + b, a − b. */
function combine(a: usize, b: usize): void {
  for (let at: usize = 0; at < <usize>QUANTUM << 2; at += 16) {
    const x = v128.load(a + at);
    const y = v128.load(b + at);
    v128.store(a + at, f32x4.add(x, y));
    v128.store(b + at, f32x4.sub(x, y));
  }
}

function addSamples(to: usize, from: usize): void {
  const end = to + (QUANTUM << 2);
  for (; to < end; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
}

/** Hands samples `from` … `from + frames` of the mix over as the caller's `to` … ; nothing that is not finite leaves. */
export function deliver(from: i32, frames: i32, to: i32): void {
  const whole = frames == QUANTUM;
  for (let output = 0; output < outputCount(); output++) {
    const offset = (<usize>(output * QUANTUM)) << 2;
    const samples = mixed + offset;
    makeSane(samples, whole ? delivered + offset : samples);
    if (whole) continue;
    const target = delivered + offset + (<usize>to << 2);
    memory.copy(target, samples + (<usize>from << 2), <usize>frames << 2);
  }
}

@inline
function makeSane(from: usize, to: usize): void {
  const largest = f32x4.splat(LARGEST);
  for (let at: usize = 0; at < <usize>QUANTUM << 2; at += 16) {
    const x = v128.load(from + at);
    const isSane = f32x4.le(f32x4.abs(x), largest);
    if (!i32x4.all_true(isSane)) faults += 4 - popcnt(i32x4.bitmask(isSane));
    v128.store(to + at, v128.and(x, isSane));
  }
}
