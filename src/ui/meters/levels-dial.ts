import { formatExact } from '../format.ts';
import type { MeterFrame } from '../meter-loop.ts';
import { Pace, READABLE_SECONDS } from '../pace.ts';
import { levelBar, levelY, MARGIN } from './levels-picture.ts';
import { figureText, outputName } from './meter-words.ts';
import { drawLine, sharp, writeText, type Dial, type Surface } from './picture.ts';
import { LEVEL_SCALE } from './scales.ts';

/** More outputs than this have no room for figures, in a line of text. */
const FIGURES_AT_MOST = 4;
/** Of a driver's number. */
const NUMBER_PX = 13;

/** The levels' scale, the outputs' names, and over each bar the largest of late as a figure. */
export class LevelsDial implements Dial {
  private readonly pace = new Pace(READABLE_SECONDS);
  /** Over each bar. */
  private figures: readonly string[] = [];
  private outputs = 0;

  draw(surface: Surface): void {
    const { context, width, height, look } = surface;
    for (const tick of LEVEL_SCALE.ticksDb) {
      const y = sharp(levelY(tick, surface));
      drawLine(surface, [MARGIN.left, y], [width - MARGIN.right, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 6, y, align: 'right' });
    }
    for (let o = 0; o < this.outputs; o++) {
      const { x, width: barWidth } = levelBar(o, this.outputs, surface);
      context.fillStyle = look.sunken;
      context.fillRect(x, MARGIN.top, barWidth, height - MARGIN.top - MARGIN.bottom);
      const middle = x + barWidth / 2;
      if (o % this.numbersEvery(surface) === 0) {
        const name = outputName(o, this.outputs);
        writeText(surface, name, { x: middle, y: height - 7, align: 'center' }, look.ink2);
      }
      if (this.outputs > FIGURES_AT_MOST) continue;
      const figure = this.figures[o] ?? figureText(-Infinity);
      writeText(surface, figure, { x: middle, y: 8, align: 'center' }, look.ink2);
    }
  }

  follow(frame: MeterFrame): boolean {
    const { outputs } = frame.reading;
    if (outputs !== this.outputs) {
      this.outputs = outputs;
      return true;
    }
    return outputs <= FIGURES_AT_MOST && this.renewFigures(frame);
  }

  private renewFigures({ levels, elapsedSeconds, resting }: MeterFrame): boolean {
    if (!this.pace.due(elapsedSeconds, resting)) return false;
    const before = this.figures.join();
    this.figures = Array.from(levels.heldDb.subarray(0, this.outputs), (db) =>
      figureText(db > LEVEL_SCALE.floorDb ? db : -Infinity),
    );
    return this.figures.join() !== before;
  }

  /** So that numbers do not touch. */
  private numbersEvery({ width }: Surface): number {
    return Math.ceil((NUMBER_PX * this.outputs) / (width - MARGIN.left - MARGIN.right));
  }
}
