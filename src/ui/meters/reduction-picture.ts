import type { MeterFrame } from '../meter-loop.ts';
import { metersText } from '../text/index.ts';
import { drawLine, sharp, writeText, type Picture, type Surface } from './picture.ts';
import { placeOf, REDUCTION_SCALE } from './scales.ts';
import { formatExact } from '../format.ts';

const MARGIN = { top: 7, bottom: 16, left: 22 } as const;
const BAR_PX = 10;
const GAP_PX = 5;
const HISTORY_SECONDS = 8;
const COLUMN_SECONDS = 1 / 20;
const COLUMNS = HISTORY_SECONDS / COLUMN_SECONDS;

/** What the limiter takes away, hanging from the top: now as a bar, and the last eight seconds behind it. */
export class ReductionPicture implements Picture {
  /** A ring of the strongest in each column, dB. */
  private readonly history = new Float32Array(COLUMNS);
  private at = 0;
  private columnSeconds = 0;
  private idle = true;

  drawScale(surface: Surface): void {
    const { context, width, height, look } = surface;
    context.fillStyle = look.sunken;
    context.fillRect(MARGIN.left, MARGIN.top, BAR_PX, height - MARGIN.top - MARGIN.bottom);
    for (const tick of REDUCTION_SCALE.ticksDb) {
      const y = sharp(reductionY(-tick, surface));
      drawLine(surface, [MARGIN.left + BAR_PX + GAP_PX, y], [width, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 5, y, align: 'right' });
    }
    const y = height - 6;
    writeText(surface, metersText.limiter.ago(HISTORY_SECONDS), {
      x: historyX(0, surface),
      y,
      align: 'left',
    });
    writeText(surface, metersText.limiter.now, { x: width, y, align: 'right' });
    if (this.idle) writeIdle(surface);
  }

  drawFrame(surface: Surface, { reading, reductionDb, elapsedSeconds }: MeterFrame): boolean {
    this.remember(reading.reductionDb, elapsedSeconds);
    const { context, look } = surface;
    context.fillStyle = look.warning;
    context.fillRect(MARGIN.left, MARGIN.top, BAR_PX, reductionY(reductionDb, surface) - MARGIN.top);
    const width = historyX(1, surface) - historyX(0, surface);
    context.beginPath();
    for (let age = 0; age < COLUMNS; age++) {
      const strongest = this.history[(this.at - age + COLUMNS) % COLUMNS]!;
      if (strongest === 0) continue;
      context.rect(
        historyX(COLUMNS - 1 - age, surface),
        MARGIN.top,
        width,
        reductionY(strongest, surface) - MARGIN.top,
      );
    }
    context.globalAlpha = 0.6;
    context.fill();
    context.globalAlpha = 1;
    const wasIdle = this.idle;
    this.idle = this.history.every((db) => db === 0);
    return this.idle !== wasIdle;
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

function writeIdle(surface: Surface): void {
  const { width, height } = surface;
  const x = (historyX(0, surface) + width) / 2;
  writeText(surface, metersText.limiter.idle, { x, y: (height - MARGIN.bottom) / 2, align: 'center' });
}

function reductionY(reductionDb: number, { height }: Surface): number {
  return MARGIN.top + placeOf(-reductionDb, REDUCTION_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}

/** Left edge of a column; the newest is the last. */
function historyX(column: number, { width }: Surface): number {
  const from = MARGIN.left + BAR_PX + GAP_PX;
  return from + (column / COLUMNS) * (width - from);
}
