// What one filter matrix is built for: fixed when it is configured.

/** Samples that `process` completes at once; the first stage's block. */
export const QUANTUM: i32 = 128;
/** Sizes of partition that one matrix may have. */
export const MAX_STAGES: i32 = 4;
/** Bytes of four bins: their real parts, then their imaginary parts. */
export const CELL_BYTES: usize = 32;

let inputs: i32 = 0;
let outputs: i32 = 0;
let sumAndDifference: bool = false;

export function setShape(inputCount: i32, outputCount: i32, midSide: bool): void {
  inputs = inputCount;
  outputs = outputCount;
  sumAndDifference = midSide;
}

export function inputCount(): i32 {
  return inputs;
}

export function outputCount(): i32 {
  return outputs;
}

/** Whether the first two inputs are convolved as their difference and their sum. */
export function isMidSide(): bool {
  return sumAndDifference;
}
