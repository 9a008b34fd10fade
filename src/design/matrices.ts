import type { ComplexMatrices } from '../acoustics/types.ts';

/** Zeros. */
export function createMatrices(bins: number, rows: number, columns: number): ComplexMatrices {
  const length = bins * rows * columns;
  return { bins, rows, columns, re: new Float64Array(length), im: new Float64Array(length) };
}

/** The first bins, on the same memory. */
export function firstBins({ rows, columns, re, im }: ComplexMatrices, bins: number): ComplexMatrices {
  const length = bins * rows * columns;
  return { bins, rows, columns, re: re.subarray(0, length), im: im.subarray(0, length) };
}

/** One row of each bin, (bins, 1, columns). */
export function takeRow(matrices: ComplexMatrices, row: number): ComplexMatrices {
  const { bins, rows, columns } = matrices;
  const taken = createMatrices(bins, 1, columns);
  for (let bin = 0; bin < bins; bin++) {
    const from = (bin * rows + row) * columns;
    taken.re.set(matrices.re.subarray(from, from + columns), bin * columns);
    taken.im.set(matrices.im.subarray(from, from + columns), bin * columns);
  }
  return taken;
}

/** The rows of several matrices one under the other, (bins, Σ rows, columns). */
export function stackRows(parts: readonly ComplexMatrices[]): ComplexMatrices {
  const { bins, columns } = parts[0]!;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const stacked = createMatrices(bins, rows, columns);
  let offset = 0;
  for (const part of parts) {
    const length = part.rows * columns;
    for (let bin = 0; bin < bins; bin++) {
      const to = bin * rows * columns + offset;
      stacked.re.set(part.re.subarray(bin * length, (bin + 1) * length), to);
      stacked.im.set(part.im.subarray(bin * length, (bin + 1) * length), to);
    }
    offset += length;
  }
  return stacked;
}

/** The product A·B of each bin. */
export function multiply(a: ComplexMatrices, b: ComplexMatrices): ComplexMatrices {
  const { bins, rows, columns: inner, re: aRe, im: aIm } = a;
  const { columns, re: bRe, im: bIm } = b;
  const product = createMatrices(bins, rows, columns);
  const { re: toRe, im: toIm } = product;
  for (let bin = 0, at = 0; bin < bins; bin++) {
    for (let row = 0; row < rows; row++) {
      const left = (bin * rows + row) * inner;
      for (let column = 0; column < columns; column++, at++) {
        let re = 0;
        let im = 0;
        for (let k = 0, right = bin * inner * columns + column; k < inner; k++, right += columns) {
          const x = aRe[left + k]!;
          const y = aIm[left + k]!;
          re += x * bRe[right]! - y * bIm[right]!;
          im += x * bIm[right]! + y * bRe[right]!;
        }
        toRe[at] = re;
        toIm[at] = im;
      }
    }
  }
  return product;
}

/** Every element of a bin times one complex factor per bin, in place. */
export function scaleBins(
  matrices: ComplexMatrices,
  factor: (bin: number) => { readonly re: number; readonly im: number },
): void {
  const { bins, rows, columns, re, im } = matrices;
  const length = rows * columns;
  for (let bin = 0; bin < bins; bin++) {
    const { re: x, im: y } = factor(bin);
    for (let i = bin * length; i < (bin + 1) * length; i++) {
      const real = re[i]!;
      re[i] = real * x - im[i]! * y;
      im[i] = real * y + im[i]! * x;
    }
  }
}

/** e^{−jωτ}: a delay at one frequency. */
export function delayAt(frequencyHz: number, seconds: number): { re: number; im: number } {
  const angle = 2 * Math.PI * frequencyHz * seconds;
  return { re: Math.cos(angle), im: -Math.sin(angle) };
}

/** |element|² */
export function matrixPower(
  { re, im, rows, columns }: ComplexMatrices,
  bin: number,
  row: number,
  column: number,
): number {
  const at = (bin * rows + row) * columns + column;
  return re[at]! ** 2 + im[at]! ** 2;
}
