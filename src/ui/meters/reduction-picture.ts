import type { PaintedFrame } from './painting-protocol.ts';
import type { Picture, Surface } from './picture.ts';
import { placeOf, REDUCTION_SCALE } from './scales.ts';

export const MARGIN = { top: 7, bottom: 16, left: 22 } as const;
export const BAR_PX = 10;
const GAP_PX = 5;
export const HISTORY_SECONDS = 8;
const COLUMN_SECONDS = 1 / 20;
const COLUMNS = HISTORY_SECONDS / COLUMN_SECONDS;

/** What the limiter takes away, hanging from the top: now as a bar, and the last eight seconds behind it. */
export class ReductionPicture implements Picture {
  /** A ring of the strongest in each column, dB. */
  private readonly history = new Float32Array(COLUMNS);
  private at = 0;
  private columnSeconds = 0;

  drawFrame(surface: Surface, { reading, reductionDb, elapsedSeconds }: PaintedFrame): void {
    this.remember(reading.reductionDb, elapsedSeconds);
    const { context, width, look } = surface;
    context.fillStyle = look.warning;
    context.fillRect(MARGIN.left, MARGIN.top, BAR_PX, reductionY(reductionDb, surface) - MARGIN.top);
    const columnWidth = (width - HISTORY_X) / COLUMNS;
    context.beginPath();
    for (let age = 0; age < COLUMNS; age++) {
      const strongest = this.history[(this.at - age + COLUMNS) % COLUMNS]!;
      if (strongest === 0) continue;
      // The newest is the last.
      const x = HISTORY_X + (COLUMNS - 1 - age) * columnWidth;
      context.rect(x, MARGIN.top, columnWidth, reductionY(strongest, surface) - MARGIN.top);
    }
    context.globalAlpha = 0.6;
    context.fill();
    context.globalAlpha = 1;
  }

  private remember(reductionDb: number, elapsedSeconds: number): void {
    this.columnSeconds += elapsedSeconds;
    while (this.columnSeconds >= COLUMN_SECONDS) {
      this.columnSeconds -= COLUMN_SECONDS;
      this.at = (this.at + 1) % COLUMNS;
      this.history[this.at] = 0;
    }
    this.history[this.at] = Math.max(this.history[this.at]!, reductionDb);
  }
}

/** Where the history begins. */
export const HISTORY_X = MARGIN.left + BAR_PX + GAP_PX;

export function reductionY(reductionDb: number, { height }: Surface): number {
  return MARGIN.top + placeOf(-reductionDb, REDUCTION_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}
