import { formatExact } from '../format.ts';
import type { MeterFrame } from '../meter-loop.ts';
import { metersText } from '../text/index.ts';
import { drawLine, sharp, writeText, type Dial, type Surface } from './picture.ts';
import { BAR_PX, HISTORY_SECONDS, HISTORY_X, MARGIN, reductionY } from './reduction-picture.ts';
import { REDUCTION_SCALE } from './scales.ts';

/** The limiter's scale, and a word while there is nothing to see on it. */
export class ReductionDial implements Dial {
  /** Since it was last seen at work. */
  private idleSeconds = HISTORY_SECONDS;

  draw(surface: Surface): void {
    const { context, width, height, look } = surface;
    context.fillStyle = look.sunken;
    context.fillRect(MARGIN.left, MARGIN.top, BAR_PX, height - MARGIN.top - MARGIN.bottom);
    for (const tick of REDUCTION_SCALE.ticksDb) {
      const y = sharp(reductionY(-tick, surface));
      drawLine(surface, [HISTORY_X, y], [width, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 5, y, align: 'right' });
    }
    const { ago, now, idle } = metersText.limiter;
    const y = height - 6;
    writeText(surface, ago(HISTORY_SECONDS), { x: HISTORY_X, y, align: 'left' });
    writeText(surface, now, { x: width, y, align: 'right' });
    if (!this.isIdle()) return;
    const middle = { x: (HISTORY_X + width) / 2, y: (height - MARGIN.bottom) / 2 };
    writeText(surface, idle, { ...middle, align: 'center' });
  }

  follow({ reading, elapsedSeconds }: MeterFrame): boolean {
    const wasIdle = this.isIdle();
    this.idleSeconds = reading.reductionDb > 0 ? 0 : this.idleSeconds + elapsedSeconds;
    return this.isIdle() !== wasIdle;
  }

  private isIdle(): boolean {
    return this.idleSeconds >= HISTORY_SECONDS;
  }
}
