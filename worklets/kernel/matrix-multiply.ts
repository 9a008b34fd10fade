import { mulAdd, mulSubtract } from './lanes';
import { CELL_BYTES } from './matrix-shape';

// The innermost loop: spectra of inputs times spectra of filters, summed over inputs and partitions, for up to four
// output rows at once so that every input cell is loaded once for four products.

/** What one call works on; module variables, because a call with this many arguments cannot keep them in registers. */
let rows: usize = 0;
let rowBytes: usize = 0;
let history: usize = 0;
let inputBytes: usize = 0;
let slotBytes: usize = 0;
let slots: i32 = 0;
let newestSlot: i32 = 0;
let inputs: i32 = 0;
let partitions: i32 = 0;

/** The input spectra of a stage: `slotCount` slots in a ring, the newest in `newest`. */
export function multiplyFrom(
  historyAddress: usize,
  bytesPerInput: usize,
  bytesPerSlot: usize,
  slotCount: i32,
  newest: i32,
): void {
  history = historyAddress;
  inputBytes = bytesPerInput;
  slotBytes = bytesPerSlot;
  slots = slotCount;
  newestSlot = newest;
}

/** Where the sums go: `bytesPerRow` from row to row. */
export function multiplyInto(address: usize, bytesPerRow: usize): void {
  rows = address;
  rowBytes = bytesPerRow;
}

/**
 * Cells `from` … `to` of `width` rows, in place of what is there.
 * @param filters spectra of the group, ordered cell, input, partition, row; the first partition meets the newest slot
 */
export function multiply(
  filters: usize,
  width: i32,
  inputCount: i32,
  partitionCount: i32,
  from: i32,
  to: i32,
): void {
  inputs = inputCount;
  partitions = partitionCount;
  const start = filters + <usize>(from * inputCount * partitionCount * width) * CELL_BYTES;
  if (width == 4) multiplyRows(4, false, start, from, to);
  else if (width == 3) multiplyRows(3, false, start, from, to);
  else if (width == 2) multiplyRows(2, false, start, from, to);
  else multiplyRows(1, false, start, from, to);
}

/** The same with the newest slot alone, added to what is there. @param filters ordered cell, input, row */
export function multiplyNewest(filters: usize, width: i32, inputCount: i32, from: i32, to: i32): void {
  inputs = inputCount;
  const start = filters + <usize>(from * inputCount * width) * CELL_BYTES;
  if (width == 4) multiplyRows(4, true, start, from, to);
  else if (width == 3) multiplyRows(3, true, start, from, to);
  else if (width == 2) multiplyRows(2, true, start, from, to);
  else multiplyRows(1, true, start, from, to);
}

/** Sums of up to two rows are kept in two parts each: one alone would wait for its own last addition. */
@inline
function multiplyRows(width: i32, newestAlone: bool, start: usize, from: i32, to: i32): void {
  const newestBytes = <usize>newestSlot * slotBytes;
  const stride = slotBytes;
  const wrap = <usize>slots * slotBytes - stride;
  const step = inputBytes;
  const count = partitions;
  const bytesPerRow = rowBytes;
  const zero = f32x4.splat(0);
  let filter = start;
  for (let cell = from; cell < to; cell++) {
    const cellBytes = <usize>cell * CELL_BYTES;
    let row = rows + cellBytes;
    let r0 = zero;
    let i0 = zero;
    let r1 = zero;
    let i1 = zero;
    let r2 = zero;
    let i2 = zero;
    let r3 = zero;
    let i3 = zero;
    if (newestAlone) {
      r0 = v128.load(row);
      i0 = v128.load(row, 16);
      if (width > 1) {
        r1 = v128.load(row + bytesPerRow);
        i1 = v128.load(row + bytesPerRow, 16);
      }
      if (width > 2) {
        r2 = v128.load(row + 2 * bytesPerRow);
        i2 = v128.load(row + 2 * bytesPerRow, 16);
      }
      if (width > 3) {
        r3 = v128.load(row + 3 * bytesPerRow);
        i3 = v128.load(row + 3 * bytesPerRow, 16);
      }
    }
    let oldest = history + cellBytes;
    for (let input = inputs; input > 0; input--, oldest += step) {
      let x = oldest + newestBytes;
      for (let left = newestAlone ? 1 : count; left > 0; left--) {
        const xr = v128.load(x);
        const xi = v128.load(x, 16);
        let hr = v128.load(filter);
        let hi = v128.load(filter, 16);
        if (width > 2) {
          r0 = mulSubtract(xi, hi, mulAdd(xr, hr, r0));
          i0 = mulAdd(xi, hr, mulAdd(xr, hi, i0));
          hr = v128.load(filter, 32);
          hi = v128.load(filter, 48);
          r1 = mulSubtract(xi, hi, mulAdd(xr, hr, r1));
          i1 = mulAdd(xi, hr, mulAdd(xr, hi, i1));
          hr = v128.load(filter, 64);
          hi = v128.load(filter, 80);
          r2 = mulSubtract(xi, hi, mulAdd(xr, hr, r2));
          i2 = mulAdd(xi, hr, mulAdd(xr, hi, i2));
          if (width > 3) {
            hr = v128.load(filter, 96);
            hi = v128.load(filter, 112);
            r3 = mulSubtract(xi, hi, mulAdd(xr, hr, r3));
            i3 = mulAdd(xi, hr, mulAdd(xr, hi, i3));
          }
        } else {
          r0 = mulAdd(xr, hr, r0);
          r2 = mulSubtract(xi, hi, r2);
          i0 = mulAdd(xr, hi, i0);
          i2 = mulAdd(xi, hr, i2);
          if (width > 1) {
            hr = v128.load(filter, 32);
            hi = v128.load(filter, 48);
            r1 = mulAdd(xr, hr, r1);
            r3 = mulSubtract(xi, hi, r3);
            i1 = mulAdd(xr, hi, i1);
            i3 = mulAdd(xi, hr, i3);
          }
        }
        filter += <usize>width * CELL_BYTES;
        if (!newestAlone) x = x == oldest ? x + wrap : x - stride;
      }
    }
    if (width <= 2) {
      r0 = f32x4.add(r0, r2);
      i0 = f32x4.add(i0, i2);
      r1 = f32x4.add(r1, r3);
      i1 = f32x4.add(i1, i3);
    }
    v128.store(row, r0);
    v128.store(row, i0, 16);
    if (width > 1) {
      row += bytesPerRow;
      v128.store(row, r1);
      v128.store(row, i1, 16);
    }
    if (width > 2) {
      row += bytesPerRow;
      v128.store(row, r2);
      v128.store(row, i2, 16);
    }
    if (width > 3) {
      row += bytesPerRow;
      v128.store(row, r3);
      v128.store(row, i3, 16);
    }
  }
}
