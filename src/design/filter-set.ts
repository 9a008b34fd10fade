/**
 * FIR filters from every input to every output: everything one can listen to is one of these.
 * Inputs of a listening set are L′, R′, C; outputs are the device's drivers in the order of the document, or the left and
 * right ear.
 */
export interface FilterSet {
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  readonly sampleRateHz: number;
  /** Samples by which every path is late against the input, the same for every set that is compared. */
  readonly latencySamples: number;
  /** Tap t of input i to output o at `(i * outputs + o) * taps + t`. */
  readonly firs: Float32Array;
}
