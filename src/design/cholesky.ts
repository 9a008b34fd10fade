/**
 * A = L·Lᴴ of a small Hermitian positive definite matrix, in place: the lower triangle becomes L.
 * @param re (n, n) row-major, real parts; `im` the imaginary parts
 * @returns false when a pivot is not positive: the matrix is not positive definite
 */
export function factorCholesky(re: Float64Array, im: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    let pivot = re[j * n + j]!;
    for (let k = 0; k < j; k++) pivot -= re[j * n + k]! ** 2 + im[j * n + k]! ** 2;
    if (!(pivot > 0)) return false;
    const diagonal = Math.sqrt(pivot);
    re[j * n + j] = diagonal;
    im[j * n + j] = 0;
    for (let i = j + 1; i < n; i++) {
      let x = re[i * n + j]!;
      let y = im[i * n + j]!;
      for (let k = 0; k < j; k++) {
        const a = re[i * n + k]!;
        const b = im[i * n + k]!;
        const c = re[j * n + k]!;
        const d = im[j * n + k]!;
        x -= a * c + b * d;
        y -= b * c - a * d;
      }
      re[i * n + j] = x / diagonal;
      im[i * n + j] = y / diagonal;
    }
  }
  return true;
}

/** Solves L·x = b in place, b at `offset` of its planes. */
export function solveLower(
  re: Float64Array,
  im: Float64Array,
  n: number,
  bRe: Float64Array,
  bIm: Float64Array,
  offset = 0,
): void {
  for (let i = 0; i < n; i++) {
    let x = bRe[offset + i]!;
    let y = bIm[offset + i]!;
    for (let k = 0; k < i; k++) {
      const a = re[i * n + k]!;
      const b = im[i * n + k]!;
      x -= a * bRe[offset + k]! - b * bIm[offset + k]!;
      y -= a * bIm[offset + k]! + b * bRe[offset + k]!;
    }
    const diagonal = re[i * n + i]!;
    bRe[offset + i] = x / diagonal;
    bIm[offset + i] = y / diagonal;
  }
}

/** Solves Lᴴ·x = b in place, b at `offset` of its planes. */
export function solveUpper(
  re: Float64Array,
  im: Float64Array,
  n: number,
  bRe: Float64Array,
  bIm: Float64Array,
  offset = 0,
): void {
  for (let i = n - 1; i >= 0; i--) {
    let x = bRe[offset + i]!;
    let y = bIm[offset + i]!;
    for (let k = i + 1; k < n; k++) {
      const a = re[k * n + i]!;
      const b = -im[k * n + i]!;
      x -= a * bRe[offset + k]! - b * bIm[offset + k]!;
      y -= a * bIm[offset + k]! + b * bRe[offset + k]!;
    }
    const diagonal = re[i * n + i]!;
    bRe[offset + i] = x / diagonal;
    bIm[offset + i] = y / diagonal;
  }
}
