const BAR_PX = 2;
const GAP_PX = 1;
/** Silence is a thin line, not nothing. */
const MIN_BAR_PX = 1.5;

export interface WaveformLook {
  readonly played: string;
  readonly ahead: string;
  readonly playhead: string;
}

/** How many bars a width has room for. */
export function barCount(widthPx: number): number {
  return Math.max(0, Math.floor((widthPx + GAP_PX) / (BAR_PX + GAP_PX)));
}

/** Draws bars around the middle line, what was played in one colour and what is ahead in another, and the playhead.
 *  @param columns (bars,) 0…1
 *  @param fraction of the width that was played, 0…1 */
export function drawWaveform(
  context: CanvasRenderingContext2D,
  columns: Float32Array,
  size: { readonly width: number; readonly height: number },
  fraction: number,
  look: WaveformLook,
): void {
  const { width, height } = size;
  const playheadPx = fraction * width;
  context.clearRect(0, 0, width, height);
  columns.forEach((excursion, index) => {
    const x = index * (BAR_PX + GAP_PX);
    const bar = Math.max(MIN_BAR_PX, excursion * (height - 6));
    context.fillStyle = x < playheadPx ? look.played : look.ahead;
    context.fillRect(x, (height - bar) / 2, BAR_PX, bar);
  });
  context.fillStyle = look.playhead;
  context.fillRect(Math.min(width - 2, Math.max(0, playheadPx - 1)), 0, 2, height);
}
