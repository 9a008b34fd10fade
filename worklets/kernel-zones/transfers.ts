// From what is looked up of a place to every driver's transfer to both ears.
import { mulAdd, mulSubtract } from '../kernel/lanes';
import { cosineOfTurns, sineOfTurns } from './lane-functions';
import {
  base,
  baseStride,
  baseTable,
  chunks,
  CHUNK_BYTES,
  drivers,
  EAR_FLOATS,
  EARS,
  HALF_CHUNK,
  headStride,
  headTable,
  LOOKUP_FLOATS,
  rowBytes,
  transfers,
  turns,
} from './layout';

/** Weighted sum of three neighbouring rows at each of three neighbouring distances, one half chunk. */
@inline
function blend(
  near: usize,
  middle: usize,
  far: usize,
  row: usize,
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  e: v128,
  f: v128,
  g: v128,
  h: v128,
  i: v128,
): v128 {
  let sum = f32x4.mul(v128.load(near), a);
  sum = mulAdd(v128.load(near + row), b, sum);
  sum = mulAdd(v128.load(near + 2 * row), c, sum);
  sum = mulAdd(v128.load(middle), d, sum);
  sum = mulAdd(v128.load(middle + row), e, sum);
  sum = mulAdd(v128.load(middle + 2 * row), f, sum);
  sum = mulAdd(v128.load(far), g, sum);
  sum = mulAdd(v128.load(far + row), h, sum);
  return mulAdd(v128.load(far + 2 * row), i, sum);
}

/** Interpolates the driver's own directivity: `lookup` holds its first row and nine weights. */
function interpolateBase(lookup: usize): void {
  const row = rowBytes();
  let near = baseTable + <usize>load<f32>(lookup) * row;
  let to = base;
  const a = v128.load32_splat(lookup, 4);
  const b = v128.load32_splat(lookup, 8);
  const c = v128.load32_splat(lookup, 12);
  const d = v128.load32_splat(lookup, 16);
  const e = v128.load32_splat(lookup, 20);
  const f = v128.load32_splat(lookup, 24);
  const g = v128.load32_splat(lookup, 28);
  const h = v128.load32_splat(lookup, 32);
  const i = v128.load32_splat(lookup, 36);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const middle = near + baseStride;
    const far = middle + baseStride;
    v128.store(to, blend(near, middle, far, row, a, b, c, d, e, f, g, h, i));
    near += HALF_CHUNK;
    v128.store(
      to,
      blend(near, middle + HALF_CHUNK, far + HALF_CHUNK, row, a, b, c, d, e, f, g, h, i),
      HALF_CHUNK,
    );
    near += HALF_CHUNK;
    to += CHUNK_BYTES;
  }
}

/** One ear: the head's response, interpolated, times amplitude · e^{−2πj·turns·path}, which follow the weights. */
function interpolateEar(lookup: usize, to: usize, step: usize): void {
  const row = rowBytes();
  let near = headTable + <usize>load<f32>(lookup) * row;
  const a = v128.load32_splat(lookup, 4);
  const b = v128.load32_splat(lookup, 8);
  const c = v128.load32_splat(lookup, 12);
  const d = v128.load32_splat(lookup, 16);
  const e = v128.load32_splat(lookup, 20);
  const f = v128.load32_splat(lookup, 24);
  const g = v128.load32_splat(lookup, 28);
  const h = v128.load32_splat(lookup, 32);
  const i = v128.load32_splat(lookup, 36);
  const size = v128.load32_splat(lookup, 40);
  const path = v128.load32_splat(lookup, 44);
  let turn = turns;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const middle = near + headStride;
    const far = middle + headStride;
    const re = blend(near, middle, far, row, a, b, c, d, e, f, g, h, i);
    near += HALF_CHUNK;
    const im = blend(near, middle + HALF_CHUNK, far + HALF_CHUNK, row, a, b, c, d, e, f, g, h, i);
    near += HALF_CHUNK;
    const all = f32x4.mul(v128.load(turn), path);
    const part = f32x4.sub(all, f32x4.nearest(all));
    const cosine = f32x4.mul(cosineOfTurns(part), size);
    const sine = f32x4.mul(sineOfTurns(part), size);
    v128.store(to, mulAdd(im, sine, f32x4.mul(re, cosine)));
    v128.store(to, mulSubtract(re, sine, f32x4.mul(im, cosine)), HALF_CHUNK);
    turn += 16;
    to += step;
  }
}

/** Multiplies by the driver's own directivity. */
function direct(to: usize, step: usize): void {
  let from = base;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const re = v128.load(to);
    const im = v128.load(to, HALF_CHUNK);
    const x = v128.load(from);
    const y = v128.load(from, HALF_CHUNK);
    v128.store(to, mulSubtract(im, y, f32x4.mul(re, x)));
    v128.store(to, mulAdd(im, x, f32x4.mul(re, y)), HALF_CHUNK);
    from += CHUNK_BYTES;
    to += step;
  }
}

/** Fills `transfers` for one place. */
export function fillTransfers(lookup: usize): void {
  const step = <usize>(drivers * EARS) * CHUNK_BYTES;
  let to = transfers;
  for (let driver = 0; driver < drivers; driver++) {
    const own = lookup + ((<usize>(EARS * EAR_FLOATS)) << 2);
    const hasBase = load<f32>(own) >= 0;
    if (hasBase) interpolateBase(own);
    for (let ear = 0; ear < EARS; ear++) {
      interpolateEar(lookup + ((<usize>(ear * EAR_FLOATS)) << 2), to, step);
      if (hasBase) direct(to, step);
      to += CHUNK_BYTES;
    }
    lookup += (<usize>LOOKUP_FLOATS) << 2;
  }
}
