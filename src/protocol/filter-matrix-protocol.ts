import type { PreparedFilters } from '../kernel/prepare-filters.ts';

/**
 * The filter-matrix processor: one input of L′, R′, C (or any number of channels), one output with a channel per driver or
 * ear. Both sides of the boundary use these types; nothing else crosses it.
 */
export const FILTER_MATRIX_PROCESSOR_NAME = 'soundstage-filter-matrix';

/** `processorOptions` of the node. */
export interface FilterMatrixProcessorOptions {
  /** The compiled kernels. */
  readonly module: WebAssembly.Module;
  /** The shape that filters must be prepared for. */
  readonly inputs: number;
  readonly maxOutputs: number;
  readonly maxTaps: number;
  /** Sets to choose from; set 0 is selected first. */
  readonly sets: number;
}

/** From the node to the processor. */
export type FilterMatrixCommand =
  /**
   * New filters for a set, with a linear gain if it changes; crossfaded when the set is heard. Transfer `prepared.spectra`'s
   * buffer: they are copied into the kernel over the next eight quanta. The newest win.
   */
  | {
      readonly type: 'set-filters';
      readonly set: number;
      readonly prepared: PreparedFilters;
      readonly gain?: number;
    }
  /** Linear gain of a set, for equal loudness. */
  | { readonly type: 'set-gain'; readonly set: number; readonly gain: number }
  /** Crossfades to a set. */
  | { readonly type: 'select'; readonly set: number }
  /** Forgets all signal, after a seek. */
  | { readonly type: 'reset' }
  /** Lets the processor go, once its node is disconnected. */
  | { readonly type: 'end' };

/** From the processor to the node. */
export type FilterMatrixReport =
  | { readonly type: 'ready'; readonly latencySamples: number }
  /** Filters that do not fit, or are not finite; the set keeps what it had. */
  | { readonly type: 'refused'; readonly message: string }
  /** Sent once: the matrix has stopped; L′ + C and R′ + C pass to the first two outputs from now on. */
  | { readonly type: 'fault'; readonly message: string };
