import { Bank } from './matrix-bank';
import { mulAdd } from './lanes';
import { CELL_BYTES, outputCount, QUANTUM } from './matrix-shape';
import { Stage } from './matrix-stage';
import { Voice } from './matrix-voice';
import { allocateFloats } from './memory';

// Gains over one quantum and the sum of the voices under them.

const LARGEST: f32 = 3.4028234e38;

let fade: usize = 0;
let fadeSamples: i32 = 0;
let envelope: usize = 0;
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

export function deliveredAddress(output: i32): usize {
  return delivered + ((<usize>(output * QUANTUM)) << 2);
}

function fadeAt(position: i32): f32 {
  if (position < 0) return 0;
  return position >= fadeSamples ? 1 : load<f32>(fade + (<usize>position << 2));
}

/** The bank's gain `ahead` samples from now. */
export function bankGain(bank: Bank, ahead: i32): f32 {
  if (!bank.ramping) return bank.gainTarget;
  return bank.gain + (bank.gainTarget - bank.gain) * fadeAt(bank.rampPosition + ahead);
}

/** Moves the bank's gain on. */
export function advanceGain(bank: Bank, frames: i32): void {
  if (!bank.ramping) return;
  bank.rampPosition += frames;
  if (bank.rampPosition >= fadeSamples) bank.ramping = false;
}

/** What a voice's envelope does in this quantum. */
export const STEADY: i32 = 0;
export const RISING: i32 = 1;
export const FALLING: i32 = 2;

/** The voice's gain for samples `from` … `from + frames` of the quantum; a fade stands at `position` at `from`. */
export function shapeEnvelope(bank: Bank, course: i32, position: i32, from: i32, frames: i32): void {
  for (let n = 0; n < frames; n++) {
    const gain = bankGain(bank, n);
    let weight: f32 = 1;
    if (course != STEADY) {
      weight = fadeAt(position + n);
      if (course == FALLING) weight = <f32>1 - weight;
    }
    store<f32>(envelope + (<usize>(from + n) << 2), gain * weight);
  }
}

export function clearMix(): void {
  memory.fill(mixed, 0, (<usize>(outputCount() * QUANTUM)) << 2);
}

/** Adds a voice: the first stage's inverted rows and what the later ones made ready, `position` into the history. */
export function addVoice(voice: Voice, stages: StaticArray<Stage>, quantumStart: i32): void {
  const bank = voice.bank!;
  for (let row = 0; row < bank.rows; row++) {
    const output = bank.rowOutput(row);
    const head = unchecked(stages[0]).row(row);
    const to = mixed + ((<usize>(output * QUANTUM)) << 2);
    for (let s = 1; s < stages.length; s++) {
      if (bank.partitions(s) == 0) continue;
      const within = quantumStart & (unchecked(stages[s]).block - 1);
      addSamples(head, voice.playingAddress(s, output) + (<usize>within << 2));
    }
    for (let n: usize = 0; n < <usize>QUANTUM; n += 4) {
      const at = to + (n << 2);
      const sample = v128.load(head + (n << 3), 16);
      v128.store(at, mulAdd(v128.load(envelope + (n << 2)), sample, v128.load(at)));
    }
  }
}

/** Adds samples to the imaginary parts of an inverted row. */
function addSamples(row: usize, samples: usize): void {
  const end = samples + (QUANTUM << 2);
  for (let from = samples; from < end; from += 16, row += CELL_BYTES) {
    v128.store(row, f32x4.add(v128.load(row, 16), v128.load(from)), 16);
  }
}

/** Hands samples `from` … `from + frames` of the mix over as the caller's `to` … ; nothing that is not finite leaves. */
export function deliver(from: i32, frames: i32, to: i32): void {
  const largest = f32x4.splat(LARGEST);
  const end = mixed + ((<usize>(outputCount() * QUANTUM)) << 2);
  for (let at = mixed; at < end; at += 16) {
    const x = v128.load(at);
    const sane = f32x4.le(f32x4.abs(x), largest);
    faults += 4 - popcnt(i32x4.bitmask(sane));
    v128.store(at, v128.and(x, sane));
  }
  for (let output = 0; output < outputCount(); output++) {
    const offset = (<usize>(output * QUANTUM)) << 2;
    const target = delivered + offset + (<usize>to << 2);
    memory.copy(target, mixed + offset + (<usize>from << 2), <usize>frames << 2);
  }
}
