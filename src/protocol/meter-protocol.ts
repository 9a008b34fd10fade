import { IMAGE_LENGTH } from './stage-bands.ts';

/**
 * The meter processor: a tap beside the sound. Its first input is what is played, one channel per output; its second the
 * limiter's reduction; its third the upmix's left, right and centre; its output is silent, and there only so that browsers
 * run it. Two outputs are left and right, and loudness and image are theirs. Of more none is one or the other: loudness and
 * image are then those of the programme, left + centre and right + centre of the upmix. It hands over a frame of readings
 * every 10 ms, through shared memory (`FrameRing`) where it is given some, else by messages: a frame then goes to the
 * reader and comes back before there is another, so that nothing piles up behind a page that does not read. Both sides of
 * the boundary use these types; nothing else crosses it.
 */
export const METER_PROCESSOR_NAME = 'soundstage-meter';

/** Points of a frame's trace. */
export const TRACE_POINTS = 512;

/** Where each value stands in a frame of Float32. */
export const METER_FRAME = {
  /** Number of the programme that it is of; the first is 0. */
  programme: 0,
  momentaryLufs: 1,
  shortTermLufs: 2,
  integratedLufs: 3,
  rangeLu: 4,
  maxMomentaryLufs: 5,
  maxShortTermLufs: 6,
  /** Linear, the largest of all outputs: since the reader took a frame, and since the programme began. */
  truePeak: 7,
  maxTruePeak: 8,
  /** Of left and right, −1…1. */
  correlation: 9,
  /** The strongest since the reader took a frame, dB ≥ 0. */
  reductionDb: 10,
  /** How many outputs are played on now. */
  outputs: 11,
  /** From here on each output's largest sample since the reader took a frame, linear; of those that are not there 0. */
  peaks: 12,
} as const;

/** Where the rest of a frame stands. @param outputs as many as there can be */
export function meterFrameOf(outputs: number) {
  /** From here on each output's mean square over 300 ms. */
  const meanSquares = METER_FRAME.peaks + outputs;
  /** From here on the trace: samples of left and right in turn, the oldest first. */
  const trace = meanSquares + outputs;
  /** From here on what is known of left, right and centre in each band, `IMAGE_LENGTH` values. */
  const image = trace + 2 * TRACE_POINTS;
  return { meanSquares, trace, image, length: image + IMAGE_LENGTH } as const;
}

/** `processorOptions` of the node. */
export interface MeterProcessorOptions {
  /** The compiled kernels. */
  readonly module: WebAssembly.Module;
  /** As many as there can be. */
  readonly outputs: number;
  /** A `FrameRing`'s memory; without it frames come as messages. */
  readonly shared?: SharedArrayBuffer;
  /** Where its time is noted: a load board's memory. */
  readonly load?: SharedArrayBuffer;
}

/** From the node to the processor. */
export type MeterCommand =
  /** A frame comes back: it was taken, and the next may come. */
  | { readonly type: 'take'; readonly frame: Float32Array<ArrayBuffer> }
  /** A programme begins at this time of the context; everything that is measured over all of it starts anew. */
  | { readonly type: 'restart'; readonly programme: number; readonly atSeconds: number }
  /** Lets the processor go, once its node is disconnected. */
  | { readonly type: 'end' };

/** From the processor to the node. */
export type MeterReport =
  /** Transferred: it belongs to the reader until it is sent back. */
  | { readonly type: 'frame'; readonly frame: Float32Array<ArrayBuffer> }
  /** Sent once: the meter has stopped. The sound does not know of it. */
  | { readonly type: 'fault'; readonly message: string };
