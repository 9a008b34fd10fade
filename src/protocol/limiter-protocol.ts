/**
 * The limiter processor: as many channels out as in, all under one gain. Where the node has a second output, of one channel,
 * that carries the strongest gain reduction of each render quantum, dB ≥ 0. Both sides of the boundary use these types;
 * nothing else crosses it.
 */
export const LIMITER_PROCESSOR_NAME = 'soundstage-limiter';

/** `processorOptions` of the node. */
export interface LimiterProcessorOptions {
  /** The compiled kernels. */
  readonly module: WebAssembly.Module;
  readonly channels: number;
  /** Highest true peak that leaves, dB re full scale; −1 where absent. */
  readonly ceilingDb?: number;
  /** Where its time is noted: a load board's memory. */
  readonly load?: SharedArrayBuffer;
}

/** From the node to the processor. */
export type LimiterCommand =
  /** Forgets all signal, after a seek. */
  | { readonly type: 'reset' }
  /** Lets the processor go, once its node is disconnected. */
  | { readonly type: 'end' };

/** From the processor to the node. */
export type LimiterReport =
  | { readonly type: 'ready'; readonly latencySamples: number }
  /** Sent once: the limiter has stopped; the input passes unlimited, clipped at the ceiling, from now on. */
  | { readonly type: 'fault'; readonly message: string };
