import type { IMinimalAudioContext } from 'standardized-audio-context';

/** What the page's thread may take between reading the clock and having said what is to happen. */
const MARGIN_SECONDS = 0.01;
const LEAST_LEAD_SECONDS = 0.015;

/**
 * Ahead of the clock, so that a start and its fade fall on the same sample and never into the past. A browser renders as
 * much at once as its output takes at once: the clock may move on by that at any moment.
 */
export function leadSeconds({ baseLatency }: { readonly baseLatency: number }): number {
  return Math.max(LEAST_LEAD_SECONDS, baseLatency + MARGIN_SECONDS);
}

/** The first frame for which something can still be said. */
export function soonestFrame(context: IMinimalAudioContext): number {
  return Math.ceil((context.currentTime + leadSeconds(context)) * context.sampleRate - 1e-3);
}

/** Whether what was said of a frame was said before the browser may have rendered it. */
export function isStillToCome(context: IMinimalAudioContext, frame: number): boolean {
  return frame >= (context.currentTime + context.baseLatency) * context.sampleRate;
}
