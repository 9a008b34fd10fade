import type { FilterHeader } from '../kernel/prepare-filters.ts';

export type { FilterHeader };

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
  /**
   * For a module whose memory comes from outside, shared between threads: filters are then written into it by whoever
   * delivers them, and the audio thread copies nothing.
   */
  readonly memory?: WebAssembly.Memory;
  /** Where its time is noted: a load board's memory. */
  readonly load?: SharedArrayBuffer;
}

/** From the node to the processor. */
export type FilterMatrixCommand =
  /**
   * New filters for a set, with a linear gain if it changes; crossfaded when the set is heard. The first of their spectra
   * come along (transfer the buffer): all of them, unless there are very many. The others follow in pieces, one for each
   * `want`. A delivery that is under way is dropped.
   */
  | {
      readonly type: 'begin-filters';
      /** Names the delivery; larger than those before. */
      readonly delivery: number;
      readonly set: number;
      readonly header: FilterHeader;
      /** Floats of all spectra. */
      readonly length: number;
      readonly spectra: Float32Array;
      readonly gain?: number;
    }
  /** What was wanted: the next spectra (transfer the buffer), or how many floats have been written into the memory. */
  | { readonly type: 'spectra'; readonly delivery: number; readonly spectra: Float32Array | number }
  /** Linear gain of a set, for equal loudness; over the length of a fade, or over so many seconds. */
  | { readonly type: 'set-gain'; readonly set: number; readonly gain: number; readonly seconds?: number }
  /** Crossfades to a set. */
  | { readonly type: 'select'; readonly set: number }
  /** Forgets all signal, after a seek. */
  | { readonly type: 'reset' }
  /** Lets the processor go, once its node is disconnected. */
  | { readonly type: 'end' };

/** From the processor to the node. */
export type FilterMatrixReport =
  | { readonly type: 'ready'; readonly latencySamples: number }
  /** The delivery's next spectra can come, to this index of floats where they are written into the memory. */
  | { readonly type: 'want'; readonly delivery: number; readonly address: number }
  /** The set has its new filters. */
  | { readonly type: 'taken'; readonly delivery: number }
  /** Filters that do not fit or are not finite (the set keeps what it had), or a command that cannot be read. */
  | { readonly type: 'refused'; readonly delivery?: number; readonly message: string }
  /** Sent once: the matrix has stopped; L′ + C and R′ + C pass to the first two outputs from now on. */
  | { readonly type: 'fault'; readonly message: string };
