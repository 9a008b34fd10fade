import type { TargetRatioRows } from '../src/design/target-ratio.ts';

/** Bisections over log λ: the accuracy of the product's own search. */
const STEPS = 60;

/**
 * The target-ratio problem of one bin as it is written: (I + λBᴴB/K)w = aᴴ by Gaussian elimination for every trial λ, which
 * is bisected between 1e−9 and 1e12.
 * @returns the power ratio and effort reached, dB
 */
export function plainTargetRatio(
  rows: TargetRatioRows,
  bin: number,
  targetDb: number,
  maxEffortDb: number,
): { ratioDb: number; effortDb: number } {
  const at = (lambda: number) => measure(rows, bin, solve(rows, bin, lambda));
  let best = at(0);
  if (best.ratioDb >= targetDb) return best;
  let low = Math.log(1e-9);
  let high = Math.log(1e12);
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const reached = at(Math.exp(middle));
    if (reached.ratioDb >= targetDb || reached.effortDb > maxEffortDb) high = middle;
    else {
      low = middle;
      best = reached;
    }
  }
  return best;
}

type Plain = { re: number[]; im: number[] };

function solve({ bright, dark }: TargetRatioRows, bin: number, lambda: number): Plain {
  const n = bright.columns;
  const matrix: Plain[] = Array.from({ length: n }, (_, i) => {
    const row: Plain = { re: new Array(n + 1).fill(0), im: new Array(n + 1).fill(0) };
    row.re[i] = 1;
    row.re[n] = bright.re[bin * n + i]!;
    row.im[n] = -bright.im[bin * n + i]!;
    return row;
  });
  for (let k = 0; k < dark.rows; k++) {
    const from = (bin * dark.rows + k) * n;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const [a, b] = [dark.re[from + i]!, -dark.im[from + i]!];
        const [c, d] = [dark.re[from + j]!, dark.im[from + j]!];
        matrix[i]!.re[j]! += (lambda * (a * c - b * d)) / dark.rows;
        matrix[i]!.im[j]! += (lambda * (a * d + b * c)) / dark.rows;
      }
    }
  }
  eliminate(matrix);
  return { re: matrix.map((row) => row.re[n]!), im: matrix.map((row) => row.im[n]!) };
}

/** Gauss–Jordan; a positive definite matrix needs no pivoting. */
function eliminate(matrix: Plain[]): void {
  const n = matrix.length;
  for (let pivot = 0; pivot < n; pivot++) {
    const row = matrix[pivot]!;
    const size = row.re[pivot]! ** 2 + row.im[pivot]! ** 2;
    const [re, im] = [row.re[pivot]! / size, -row.im[pivot]! / size];
    scaleRow(row, re, im);
    for (const other of matrix) {
      if (other === row) continue;
      const [x, y] = [other.re[pivot]!, other.im[pivot]!];
      for (let j = 0; j <= n; j++) {
        other.re[j]! -= x * row.re[j]! - y * row.im[j]!;
        other.im[j]! -= x * row.im[j]! + y * row.re[j]!;
      }
    }
  }
}

function scaleRow(row: Plain, re: number, im: number): void {
  for (let j = 0; j < row.re.length; j++) {
    const x = row.re[j]!;
    row.re[j] = x * re - row.im[j]! * im;
    row.im[j] = x * im + row.im[j]! * re;
  }
}

function measure(
  { bright, dark }: TargetRatioRows,
  bin: number,
  w: Plain,
): { ratioDb: number; effortDb: number } {
  const n = bright.columns;
  const powerOf = (rows: typeof bright, row: number): number => {
    let re = 0;
    let im = 0;
    for (let i = 0; i < n; i++) {
      const at = (bin * rows.rows + row) * n + i;
      re += rows.re[at]! * w.re[i]! - rows.im[at]! * w.im[i]!;
      im += rows.re[at]! * w.im[i]! + rows.im[at]! * w.re[i]!;
    }
    return re * re + im * im;
  };
  let alpha = 0;
  let work = 0;
  let darkPower = 0;
  for (let i = 0; i < n; i++) {
    alpha += bright.re[bin * n + i]! ** 2 + bright.im[bin * n + i]! ** 2;
    work += w.re[i]! ** 2 + w.im[i]! ** 2;
  }
  for (let k = 0; k < dark.rows; k++) darkPower += powerOf(dark, k) / dark.rows;
  const brightPower = powerOf(bright, 0);
  return {
    ratioDb: 10 * Math.log10(brightPower / Math.max(darkPower, 1e-30)),
    effortDb: 10 * Math.log10((alpha * work) / brightPower),
  };
}
