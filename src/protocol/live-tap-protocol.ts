/**
 * The live tap: a processor beside what is live, which remembers it for a while. Its input is left and right; its output is
 * silent, and there only so that browsers run it. It hands over blocks by messages: a block goes to the reader and comes
 * back, so that nothing piles up behind a page that does not read; what comes while all are away is not remembered. A
 * block is of one piece: where the input is disconnected, what was begun is dropped. Both sides of the boundary use these
 * types; nothing else crosses it.
 */
export const LIVE_TAP_PROCESSOR_NAME = 'soundstage-live-tap';

/** `processorOptions` of the node. */
export interface LiveTapProcessorOptions {
  /** Frames of a block; the left ones, then as many of the right. */
  readonly blockFrames: number;
}

/** From the node to the processor. */
export type LiveTapCommand =
  /** A block comes back: it was read. */
  | { readonly type: 'take'; readonly block: Float32Array<ArrayBuffer> }
  /** Lets the processor go, once its node is disconnected. */
  | { readonly type: 'end' };

/** From the processor to the node. Transferred: it belongs to the reader until it is sent back. */
export interface LiveTapReport {
  readonly type: 'block';
  readonly block: Float32Array<ArrayBuffer>;
}
