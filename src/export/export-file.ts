import type { DesignDocument } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';

/** One file of a bundle; names are relative to the bundle's folder, texts are UTF-8. */
export interface ExportFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What is exported: a design's driver filters, and the document they were designed from. */
export interface ExportSource {
  readonly document: DesignDocument;
  /** L′, R′, C → drivers in the order of the document. */
  readonly drivers: FilterSet;
}

/** Names of a listening set's inputs, in its order. */
export const INPUT_NAMES = ['L', 'R', 'C'] as const;

/** The FIR from one input to one output, (taps,). */
export function pathTaps({ firs, outputs, taps }: FilterSet, input: number, output: number): Float32Array {
  const start = (input * outputs + output) * taps;
  return firs.subarray(start, start + taps);
}

/** FIRs of one input, one per output. */
export function inputTaps(set: FilterSet, input: number): Float32Array[] {
  return Array.from({ length: set.outputs }, (_, output) => pathTaps(set, input, output));
}
