import { Bank } from './matrix-bank';
import { advanceGain, bankGain, fadeLength } from './matrix-mix';

// Sets to choose from and the banks that hold their filters. There are more banks than sets: new filters are filled into
// one that is free while the ones before are still heard.

/** Larger bins of a filter than this are no audio filter's. */
const LARGEST_BIN: f32 = 1e9;

let banks = new StaticArray<Bank>(0);
/** Bank of each set, −1 while it has none. */
let banksOfSets = new StaticArray<i32>(0);
let selected: i32 = 0;

/** @param floats what the spectra of one bank take */
export function configureSets(sets: i32, bankCount: i32, stages: i32, floats: i32): void {
  banks = new StaticArray<Bank>(bankCount);
  for (let b = 0; b < bankCount; b++) banks[b] = new Bank(stages, floats);
  banksOfSets = new StaticArray<i32>(sets);
  for (let set = 0; set < sets; set++) banksOfSets[set] = -1;
}

/** What should be heard; null while the selected set has no filters. */
export function wantedBank(): Bank | null {
  const b = unchecked(banksOfSets[selected]);
  return b < 0 ? null : unchecked(banks[b]);
}

/** The gains that move do so by this many samples. */
export function advanceGains(frames: i32): void {
  for (let b = 0; b < banks.length; b++) advanceGain(unchecked(banks[b]), frames);
}

/** A bank that neither a set nor a voice uses, or −1. */
export function matrixFreeBank(): i32 {
  for (let b = 0; b < banks.length; b++) {
    let used = false;
    for (let set = 0; set < banksOfSets.length; set++) used = used || unchecked(banksOfSets[set]) == b;
    if (!used && unchecked(banks[b]).voices == 0) return b;
  }
  return -1;
}

export function matrixBankHeader(b: i32): usize {
  return banks[b].header;
}

export function matrixBankSpectra(b: i32): usize {
  return banks[b].spectra;
}

/** Gives a set the filters of a bank that has been filled; a set that is heard fades over to them. */
export function matrixAssign(set: i32, b: i32, gain: f32): void {
  banks[b].gain = gain;
  banks[b].gainTarget = gain;
  banks[b].ramping = false;
  banksOfSets[set] = b;
}

/** Takes the filters of all sets away. */
export function matrixForget(): void {
  for (let set = 0; set < banksOfSets.length; set++) banksOfSets[set] = -1;
}

/** Whether `count` floats are finite and small enough to stay so in products. */
export function matrixAreSane(address: usize, count: i32): bool {
  const largest = f32x4.splat(LARGEST_BIN);
  const end = address + (<usize>count << 2);
  let sane = i32x4.splat(-1);
  for (let at = address; at < end; at += 16) {
    sane = v128.and(sane, f32x4.le(f32x4.abs(v128.load(at)), largest));
  }
  return i32x4.all_true(sane);
}

export function matrixSelect(set: i32): void {
  selected = set;
}

/** The set's loudness gain; heard, it moves there over the length of a fade, or over more samples, heard or not. */
export function matrixSetGain(set: i32, gain: f32, samples: i32): void {
  const b = banksOfSets[set];
  if (b < 0) return;
  const bank = banks[b];
  if (bank.voices > 0 || samples > fadeLength()) {
    bank.gain = bankGain(bank, 0);
    bank.rampPosition = 0;
    bank.rampSamples = max(samples, fadeLength());
    bank.ramping = true;
  }
  bank.gainTarget = gain;
}
