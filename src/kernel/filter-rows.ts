/** FIR filters from every input to every output; tap t of input i to output o at `(i * outputs + o) * taps + t`. */
export interface Firs {
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  readonly sampleRateHz: number;
  /** Samples by which every path is late against the input. */
  readonly latencySamples: number;
  readonly firs: Float32Array;
}

/** A sum over inputs in the frequency domain. */
export interface Row {
  /** Output whose filters the row takes. */
  readonly source: number;
  /** Output it becomes. */
  readonly output: number;
  readonly firstInput: number;
  readonly inputs: number;
  /** Index of the row to be added for this row's output and subtracted for that row's, or −1. */
  readonly difference: number;
}

/** Rows that are computed together: they share their inputs. */
export interface RowGroup {
  readonly rows: number;
  readonly firstInput: number;
  readonly inputs: number;
}

/** Outputs are taken as mirrored when their filters differ by no more than Float32 rounding of the largest tap (−130 dB). */
const MIRROR_TOLERANCE = 3e-7;

/** The first two of two or three inputs (left, right, centre) are convolved as difference and sum. */
export function isMidSide(inputs: number): boolean {
  return inputs === 2 || inputs === 3;
}

export function fir(set: Firs, input: number, output: number): Float32Array {
  const at = (input * set.outputs + output) * set.taps;
  return set.firs.subarray(at, at + set.taps);
}

function isAlike(a: Float32Array, b: Float32Array, tolerance: number): boolean {
  return a.every((value, t) => Math.abs(value - b[t]!) <= tolerance);
}

/** Whether output b takes from the right what output a takes from the left, and the other way round. */
function areMirrored(set: Firs, a: number, b: number, tolerance: number): boolean {
  if (!isAlike(fir(set, 0, a), fir(set, 1, b), tolerance)) return false;
  if (!isAlike(fir(set, 1, a), fir(set, 0, b), tolerance)) return false;
  return set.inputs < 3 || isAlike(fir(set, 2, a), fir(set, 2, b), tolerance);
}

/** The mirror image of every output (itself, for one on the axis), or null when one has none. */
function mirrorImages(set: Firs): readonly number[] | null {
  let peak = 0;
  for (const tap of set.firs) peak = Math.max(peak, Math.abs(tap));
  const images: number[] = Array.from({ length: set.outputs }, () => -1);
  for (let a = 0; a < set.outputs; a++) {
    if (images[a] !== -1) continue;
    let b = a;
    while (b < set.outputs && (images[b] !== -1 || !areMirrored(set, a, b, MIRROR_TOLERANCE * peak))) b++;
    if (b === set.outputs) return null;
    images[a] = b;
    images[b] = a;
  }
  return images;
}

/**
 * Rows that give all outputs. Of two mirrored outputs (a loudspeaker array is often symmetric) one is sum + difference,
 * the other sum − difference, where the sum needs no difference of the inputs and the difference nothing else: half the
 * products of two full rows.
 */
export function rowsOf(set: Firs): readonly Row[] {
  const images = isMidSide(set.inputs) ? mirrorImages(set) : null;
  if (!images) {
    return Array.from({ length: set.outputs }, (_, output) => ({
      source: output,
      output,
      firstInput: 0,
      inputs: set.inputs,
      difference: -1,
    }));
  }
  const firsts = images.flatMap((image, output) => (output <= image ? [output] : []));
  const pairs = firsts.filter((output) => images[output] !== output);
  const sums = firsts.map((output) => ({
    source: output,
    output,
    firstInput: 1,
    inputs: set.inputs - 1,
    difference: images[output] === output ? -1 : firsts.length + pairs.indexOf(output),
  }));
  const differences = pairs.map((output) => ({
    source: output,
    output: images[output]!,
    firstInput: 0,
    inputs: 1,
    difference: -1,
  }));
  return [...sums, ...differences];
}

/** Rows in their order, up to four together; five are three and two rather than four and one. */
export function groupsOf(rows: readonly Row[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (let start = 0; start < rows.length;) {
    const { firstInput, inputs } = rows[start]!;
    let end = start;
    while (end < rows.length && rows[end]!.firstInput === firstInput && rows[end]!.inputs === inputs) end++;
    for (let left = end - start; left > 0;) {
      const size = left === 5 ? 3 : Math.min(4, left);
      groups.push({ rows: size, firstInput, inputs });
      left -= size;
    }
    start = end;
  }
  return groups;
}
