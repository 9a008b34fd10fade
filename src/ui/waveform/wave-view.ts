/** The stretch of a track that a waveform shows, seconds. */
export interface WaveView {
  readonly from: number;
  readonly to: number;
}

/** Nearer than this a waveform has nothing more to tell. */
export const SHORTEST_VIEW_SECONDS = 1;
/** Of the view before, for one step. */
export const ZOOM_STEP = 0.5;

export function wholeOf(durationSeconds: number): WaveView {
  return { from: 0, to: durationSeconds };
}

export function isWhole({ from, to }: WaveView, durationSeconds: number): boolean {
  return from <= 0 && to >= durationSeconds;
}

/** @param factor below 1 goes nearer @param at what stays where it is on the screen */
export function zoomed({ from, to }: WaveView, factor: number, at: number, duration: number): WaveView {
  const before = to - from;
  const after = Math.min(duration, Math.max(Math.min(SHORTEST_VIEW_SECONDS, duration), factor * before));
  const share = before > 0 ? Math.min(1, Math.max(0, (at - from) / before)) : 0;
  return within(at - share * after, after, duration);
}

export function panned({ from, to }: WaveView, bySeconds: number, duration: number): WaveView {
  return within(from + bySeconds, to - from, duration);
}

/** What plays leads the view on: a page further when it runs out of it. */
export function followed(view: WaveView, before: number, now: number, duration: number): WaveView {
  const wasSeen = before >= view.from && before <= view.to;
  return wasSeen && now > view.to ? within(now, view.to - view.from, duration) : view;
}

function within(from: number, length: number, duration: number): WaveView {
  const start = Math.min(duration - length, Math.max(0, from));
  return { from: start, to: start + length };
}
