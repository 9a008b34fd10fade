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
 * Cells `from` … `to` of `width` rows.
 * @param filters spectra of the group, ordered cell, input, partition, row
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
  if (width == 4) multiplyRows(4, start, from, to);
  else if (width == 3) multiplyRows(3, start, from, to);
  else if (width == 2) multiplyRows(2, start, from, to);
  else multiplyRows(1, start, from, to);
}

@inline
function multiplyRows(width: i32, start: usize, from: i32, to: i32): void {
  const ringBytes = <usize>slots * slotBytes;
  const newestBytes = <usize>newestSlot * slotBytes;
  const stride = slotBytes;
  const wrap = ringBytes - stride;
  const count = partitions;
  let filter = start;
  for (let cell = from; cell < to; cell++) {
    const cellBytes = <usize>cell * CELL_BYTES;
    let r0 = f32x4.splat(0);
    let i0 = r0;
    let r1 = r0;
    let i1 = r0;
    let r2 = r0;
    let i2 = r0;
    let r3 = r0;
    let i3 = r0;
    let oldest = history + cellBytes;
    for (let input = 0; input < inputs; input++, oldest += inputBytes) {
      let x = oldest + newestBytes;
      for (let left = count; left > 0; left--) {
        const xr = v128.load(x);
        const xi = v128.load(x, 16);
        let hr = v128.load(filter);
        let hi = v128.load(filter, 16);
        r0 = mulSubtract(xi, hi, mulAdd(xr, hr, r0));
        i0 = mulAdd(xi, hr, mulAdd(xr, hi, i0));
        if (width > 1) {
          hr = v128.load(filter, 32);
          hi = v128.load(filter, 48);
          r1 = mulSubtract(xi, hi, mulAdd(xr, hr, r1));
          i1 = mulAdd(xi, hr, mulAdd(xr, hi, i1));
        }
        if (width > 2) {
          hr = v128.load(filter, 64);
          hi = v128.load(filter, 80);
          r2 = mulSubtract(xi, hi, mulAdd(xr, hr, r2));
          i2 = mulAdd(xi, hr, mulAdd(xr, hi, i2));
        }
        if (width > 3) {
          hr = v128.load(filter, 96);
          hi = v128.load(filter, 112);
          r3 = mulSubtract(xi, hi, mulAdd(xr, hr, r3));
          i3 = mulAdd(xi, hr, mulAdd(xr, hi, i3));
        }
        filter += <usize>width * CELL_BYTES;
        x = x == oldest ? x + wrap : x - stride;
      }
    }
    let row = rows + cellBytes;
    v128.store(row, r0);
    v128.store(row, i0, 16);
    if (width > 1) {
      row += rowBytes;
      v128.store(row, r1);
      v128.store(row, i1, 16);
    }
    if (width > 2) {
      row += rowBytes;
      v128.store(row, r2);
      v128.store(row, i2, 16);
    }
    if (width > 3) {
      row += rowBytes;
      v128.store(row, r3);
      v128.store(row, i3, 16);
    }
  }
}
