import { Bank, bankFloats } from './matrix-bank';
import {
  advanceInput,
  arrivalAddress,
  configureInput,
  filled,
  inputPosition,
  inputFaults,
  prepareArrivals,
  quantumStart,
  resetInput,
  takeArrivals,
  takeQuantum,
} from './matrix-input';
import {
  clearHeads,
  clearMix,
  configureMix,
  deliver,
  deliveredAddress,
  fadeLength,
  FALLING,
  headAddress,
  mixVoice,
  outputFaults,
  RISING,
  STEADY,
} from './matrix-mix';
import { multiply, multiplyFrom, multiplyInto } from './matrix-multiply';
import { inputCount, MAX_STAGES, QUANTUM, setShape } from './matrix-shape';
import { advanceGains, configureSets, wantedBank } from './matrix-sets';
import { Stage } from './matrix-stage';
import { Tail } from './matrix-tail';
import { Voice } from './matrix-voice';

// Partitioned FIR matrix with sets of filters to choose from. The first stage works within the quantum, so the matrix adds
// no latency. One voice is heard; a second one is there while another set or a set's new filters take over.

let plannedBlocks = new StaticArray<i32>(MAX_STAGES);
let plannedPartitions = new StaticArray<i32>(MAX_STAGES);
let plannedDueQuanta = new StaticArray<i32>(MAX_STAGES);
let plannedStages: i32 = 0;

let blocks = new StaticArray<i32>(0);
/** Quanta by which a stage's results begin later than its blocks do. */
let delays = new StaticArray<i32>(0);
/** Where in its playing results each stage is, samples. */
let places = new StaticArray<i32>(0);
let stages = new StaticArray<Stage>(0);
let tails = new StaticArray<Tail>(0);
let voices = new StaticArray<Voice>(0);

/** Index of the voice that is heard; the other one is the next. */
let heard: i32 = 0;
/** Samples into the crossfade; −1 while there is none. */
let fadePosition: i32 = -1;
/** Whether nothing has been processed since the last reset: then the first set starts without a fade. */
let fresh: bool = true;

/** Adds a stage to the plan of the next `matrixConfigure`, shortest first. */
export function matrixAddStage(block: i32, partitions: i32, dueQuanta: i32): void {
  plannedBlocks[plannedStages] = block;
  plannedPartitions[plannedStages] = partitions;
  plannedDueQuanta[plannedStages] = dueQuanta;
  plannedStages++;
}

export function matrixConfigure(
  inputs: i32,
  outputs: i32,
  sets: i32,
  bankCount: i32,
  fadeSamples: i32,
  midSide: bool,
): void {
  setShape(inputs, outputs, midSide);
  blocks = new StaticArray<i32>(plannedStages);
  delays = new StaticArray<i32>(plannedStages);
  places = new StaticArray<i32>(plannedStages);
  const partitions = new StaticArray<i32>(plannedStages);
  stages = new StaticArray<Stage>(plannedStages);
  for (let s = 0; s < plannedStages; s++) {
    blocks[s] = plannedBlocks[s];
    partitions[s] = plannedPartitions[s];
    delays[s] = plannedDueQuanta[s] - 1;
    // Behind the first stage the first partition meets a block before it is kept for the later ones.
    stages[s] = new Stage(blocks[s], s == 0 ? partitions[s] : max(1, partitions[s] - 1));
  }
  configureInput(blocks[plannedStages - 1]);
  configureMix(fadeSamples);
  voices = new StaticArray<Voice>(2);
  voices[0] = new Voice(stages);
  voices[1] = new Voice(stages);
  tails = new StaticArray<Tail>(plannedStages - 1);
  for (let s = 1; s < plannedStages; s++) {
    tails[s - 1] = new Tail(s, stages[s], plannedDueQuanta[s], partitions[s], voices, blocks);
  }
  configureSets(sets, bankCount, plannedStages, bankFloats(blocks, partitions));
}

export function matrixInput(input: i32): usize {
  return arrivalAddress(input);
}

export function matrixOutput(output: i32): usize {
  return deliveredAddress(output);
}

/** Input samples that were not finite so far. */
export function matrixInputFaults(): i32 {
  return inputFaults();
}

/** Output samples that were not finite so far. */
export function matrixOutputFaults(): i32 {
  return outputFaults();
}

/** Whether what is heard is what was selected last, with its newest filters, and no fade is under way. */
export function matrixSettled(): bool {
  const wanted = wantedBank();
  return wanted == null || (fadePosition < 0 && voices[heard].bank === wanted && voices[1 - heard].bank == null);
}

/** Silence and no history; the sets stay. */
export function matrixReset(): void {
  resetInput();
  stages[0].reset();
  for (let t = 0; t < tails.length; t++) tails[t].reset();
  voices[0].stop();
  voices[1].stop();
  fadePosition = -1;
  fresh = true;
}

/** Takes `frames` samples, at most QUANTUM, from the inputs and gives as many outputs. */
export function matrixProcess(frames: i32): void {
  if (frames == QUANTUM && filled() == 0) {
    takeQuantum();
    processPart(QUANTUM, 0);
    return;
  }
  prepareArrivals(frames);
  let done = 0;
  while (done < frames) {
    const part = min(frames - done, QUANTUM - filled());
    takeArrivals(done, part);
    processPart(part, done);
    done += part;
  }
}

/** Processes samples that lie within one quantum; its first stage is computed anew for each part of it. */
function processPart(frames: i32, to: i32): void {
  const from = filled();
  if (from == 0) beginQuantum();
  const first = unchecked(stages[0]);
  // Without partitions there, what comes a block late is all there is.
  for (let input = 0; first.slots > 0 && input < inputCount(); input++) first.transform(input, quantumStart());
  const isHeard = unchecked(voices[heard]).bank != null;
  if (!isHeard) clearMix(0);
  else play(heard, true, fadePosition < 0 ? STEADY : FALLING, from, frames);
  if (fadePosition >= 0) {
    play(1 - heard, !isHeard, RISING, from, frames);
    fadePosition += frames;
  }
  advanceGains(frames);
  deliver(from, frames, to);
  if (advanceInput(frames)) {
    for (let t = 0; t < tails.length; t++) unchecked(tails[t]).run(inputPosition());
  }
}

function beginQuantum(): void {
  unchecked(stages[0]).advance();
  if (fadePosition >= fadeLength()) {
    unchecked(voices[heard]).stop();
    heard = 1 - heard;
    fadePosition = -1;
  }
  const start = quantumStart();
  const next = unchecked(voices[1 - heard]);
  for (let s = 1; s < stages.length; s++) {
    const block = unchecked(stages[s]).block;
    unchecked((places[s] = (start - unchecked(delays[s]) * QUANTUM) & (block - 1)));
  }
  if (next.bank == null) startNext();
  if (next.bank != null && fadePosition < 0 && isReady(1 - heard)) fadePosition = 0;
  fresh = false;
}

/** Index of the longest stage behind the first that a bank uses, or −1. */
function lastTail(bank: Bank): i32 {
  let t = tails.length - 1;
  while (t >= 0 && bank.partitions(t + 1) == 0) t--;
  return t;
}

/** Whether every stage that a voice's bank uses has results of it. */
function isReady(v: i32): bool {
  const bank = unchecked(voices[v]).bank!;
  for (let t = 0; t < tails.length; t++) {
    if (bank.partitions(t + 1) > 0 && !unchecked(tails[t]).isReady(v)) return false;
  }
  return true;
}

/** Starts a voice for what is wanted and not heard. It is ready once its longest stage has worked on a block for it. */
function startNext(): void {
  const wanted = wantedBank();
  if (wanted == null || unchecked(voices[heard]).bank === wanted) return;
  const last = lastTail(wanted);
  if (last >= 0 && !unchecked(tails[last]).isJoinable(wanted)) return;
  const v = fresh ? heard : 1 - heard;
  unchecked(voices[v]).start(wanted);
  for (let t = 0; t < tails.length; t++) unchecked(tails[t]).join(v);
}

/** Computes the first stage of a voice and mixes all of it. */
function play(v: i32, isFirst: bool, course: i32, from: i32, frames: i32): void {
  const voice = unchecked(voices[v]);
  const bank = voice.bank!;
  if (bank.partitions(0) > 0) playHeads(voice, bank);
  else clearHeads(bank.rows);
  mixVoice(voice, places, isFirst, course, fadePosition, from, frames);
}

function playHeads(voice: Voice, bank: Bank): void {
  const stage = unchecked(stages[0]);
  let row = 0;
  for (let group = 0; group < bank.groups; group++) {
    const history = stage.history + <usize>bank.groupFirstInput(group) * stage.inputBytes;
    multiplyFrom(history, stage.inputBytes, stage.slotBytes, stage.slots, stage.newest);
    multiplyInto(voice.row(0, row), stage.rowBytes);
    const rows = bank.groupRows(group);
    const filters = bank.filters(0, group, blocks);
    multiply(filters, rows, bank.groupInputs(group), bank.partitions(0), 0, stage.cells);
    row += rows;
  }
  for (let r = 0; r < bank.rows; r++) stage.invert(voice.row(0, r), headAddress(r));
}
