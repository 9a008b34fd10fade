// Filters through the transfers: what each column gives at both ears.
import { mulAdd, mulSubtract } from '../kernel/lanes';
import { CHUNK_BYTES, chunks, COLUMNS, drivers, EARS, filters, HALF_CHUNK, pressures, transfers } from './layout';

/** Bytes of one column in `pressures`. */
@inline
export function columnBytes(): usize {
  return <usize>(chunks * EARS) * CHUNK_BYTES;
}

/** Two columns at once: eight sums and a transfer stay in registers. */
function mixPair(column: i32): void {
  const filterStep = <usize>COLUMNS * CHUNK_BYTES;
  let transfer = transfers;
  let filter = filters + <usize>column * CHUNK_BYTES;
  let first = pressures + <usize>column * columnBytes();
  for (let chunk = 0; chunk < chunks; chunk++) {
    let aLeftRe = f32x4.splat(0);
    let aLeftIm = f32x4.splat(0);
    let aRightRe = f32x4.splat(0);
    let aRightIm = f32x4.splat(0);
    let bLeftRe = f32x4.splat(0);
    let bLeftIm = f32x4.splat(0);
    let bRightRe = f32x4.splat(0);
    let bRightIm = f32x4.splat(0);
    for (let driver = 0; driver < drivers; driver++) {
      const leftRe = v128.load(transfer);
      const leftIm = v128.load(transfer, 16);
      const rightRe = v128.load(transfer, 32);
      const rightIm = v128.load(transfer, 48);
      const aRe = v128.load(filter);
      const aIm = v128.load(filter, 16);
      aLeftRe = mulSubtract(leftIm, aIm, mulAdd(leftRe, aRe, aLeftRe));
      aLeftIm = mulAdd(leftIm, aRe, mulAdd(leftRe, aIm, aLeftIm));
      aRightRe = mulSubtract(rightIm, aIm, mulAdd(rightRe, aRe, aRightRe));
      aRightIm = mulAdd(rightIm, aRe, mulAdd(rightRe, aIm, aRightIm));
      const bRe = v128.load(filter, 32);
      const bIm = v128.load(filter, 48);
      bLeftRe = mulSubtract(leftIm, bIm, mulAdd(leftRe, bRe, bLeftRe));
      bLeftIm = mulAdd(leftIm, bRe, mulAdd(leftRe, bIm, bLeftIm));
      bRightRe = mulSubtract(rightIm, bIm, mulAdd(rightRe, bRe, bRightRe));
      bRightIm = mulAdd(rightIm, bRe, mulAdd(rightRe, bIm, bRightIm));
      transfer += 2 * CHUNK_BYTES;
      filter += filterStep;
    }
    v128.store(first, aLeftRe);
    v128.store(first, aLeftIm, 16);
    v128.store(first, aRightRe, 32);
    v128.store(first, aRightIm, 48);
    const second = first + columnBytes();
    v128.store(second, bLeftRe);
    v128.store(second, bLeftIm, 16);
    v128.store(second, bRightRe, 32);
    v128.store(second, bRightIm, 48);
    first += 2 * CHUNK_BYTES;
  }
}

function mixOne(column: i32): void {
  const filterStep = <usize>COLUMNS * CHUNK_BYTES;
  let transfer = transfers;
  let filter = filters + <usize>column * CHUNK_BYTES;
  let to = pressures + <usize>column * columnBytes();
  for (let chunk = 0; chunk < chunks; chunk++) {
    let leftRe = f32x4.splat(0);
    let leftIm = f32x4.splat(0);
    let rightRe = f32x4.splat(0);
    let rightIm = f32x4.splat(0);
    for (let driver = 0; driver < drivers; driver++) {
      const re = v128.load(filter);
      const im = v128.load(filter, HALF_CHUNK);
      const xRe = v128.load(transfer);
      const xIm = v128.load(transfer, 16);
      leftRe = mulSubtract(xIm, im, mulAdd(xRe, re, leftRe));
      leftIm = mulAdd(xIm, re, mulAdd(xRe, im, leftIm));
      const yRe = v128.load(transfer, 32);
      const yIm = v128.load(transfer, 48);
      rightRe = mulSubtract(yIm, im, mulAdd(yRe, re, rightRe));
      rightIm = mulAdd(yIm, re, mulAdd(yRe, im, rightIm));
      transfer += 2 * CHUNK_BYTES;
      filter += filterStep;
    }
    v128.store(to, leftRe);
    v128.store(to, leftIm, 16);
    v128.store(to, rightRe, 32);
    v128.store(to, rightIm, 48);
    to += 2 * CHUNK_BYTES;
  }
}

/** Fills `pressures` of all columns. */
export function mixColumns(): void {
  mixPair(0);
  mixPair(2);
  mixOne(4);
}
