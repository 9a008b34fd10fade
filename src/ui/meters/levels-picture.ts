import type { MeterFrame } from '../meter-loop.ts';
import { READABLE_SECONDS, Pace } from '../pace.ts';
import { figureText, outputName } from './meter-words.ts';
import { drawLine, outputColour, sharp, writeText, type Picture, type Surface } from './picture.ts';
import { LEVEL_SCALE, placeOf } from './scales.ts';
import { formatExact } from '../format.ts';

const MARGIN = { top: 18, bottom: 16, left: 26, right: 2 } as const;
/** More outputs than this have no room for figures, in a line of text. */
const FIGURES_AT_MOST = 4;
/** Of a driver's number. */
const NUMBER_PX = 13;
const NARROWEST_BAR = 2;
const WIDEST_BAR = 26;

interface Bar {
  readonly x: number;
  readonly width: number;
}

/** A bar for each output: the peak, in it the mean, over it the largest of late as a line and a figure. */
export class LevelsPicture implements Picture {
  private readonly pace = new Pace(READABLE_SECONDS);
  /** Over each bar. */
  private figures: readonly string[] = [];
  private outputs = 0;

  drawScale(surface: Surface): void {
    const { context, width, look } = surface;
    for (const tick of LEVEL_SCALE.ticksDb) {
      const y = sharp(levelY(tick, surface));
      drawLine(surface, [MARGIN.left, y], [width - MARGIN.right, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 6, y, align: 'right' });
    }
    for (let o = 0; o < this.outputs; o++) {
      const { x, width: barWidth } = this.bar(o, surface);
      context.fillStyle = look.sunken;
      context.fillRect(x, MARGIN.top, barWidth, plotHeight(surface));
      const middle = x + barWidth / 2;
      if (o % this.numbersEvery(surface) === 0) {
        const name = outputName(o, this.outputs);
        writeText(surface, name, { x: middle, y: surface.height - 7, align: 'center' }, look.ink2);
      }
      if (this.outputs > FIGURES_AT_MOST) continue;
      writeText(
        surface,
        this.figures[o] ?? figureText(-Infinity),
        { x: middle, y: 8, align: 'center' },
        look.ink2,
      );
    }
  }

  drawFrame(surface: Surface, frame: MeterFrame): boolean {
    const { context, look } = surface;
    const { reading, levels, resting } = frame;
    if (reading.outputs !== this.outputs) {
      this.outputs = reading.outputs;
      return true;
    }
    for (let o = 0; o < this.outputs; o++) {
      const { x, width } = this.bar(o, surface);
      const bottom = surface.height - MARGIN.bottom;
      context.fillStyle = outputColour(o, this.outputs, look);
      const peakY = levelY(levels.shownDb[o]!, surface);
      context.globalAlpha = 0.42;
      context.fillRect(x, peakY, width, bottom - peakY);
      context.globalAlpha = 1;
      const meanY = Math.max(peakY, levelY(resting ? -Infinity : reading.rmsDb[o]!, surface));
      context.fillRect(x, meanY, width, bottom - meanY);
      const heldDb = levels.heldDb[o]!;
      if (heldDb > LEVEL_SCALE.floorDb) {
        context.fillStyle = look.ink;
        context.fillRect(x, levelY(heldDb, surface) - 1, width, 2);
      }
    }
    return this.outputs <= FIGURES_AT_MOST && this.renewFigures(frame);
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

  private bar(output: number, { width }: Surface): Bar {
    const pitch = (width - MARGIN.left - MARGIN.right) / this.outputs;
    const barWidth = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, pitch * 0.62));
    return {
      x: Math.round(MARGIN.left + (output + 0.5) * pitch - barWidth / 2),
      width: Math.round(barWidth),
    };
  }
}

function plotHeight({ height }: Surface): number {
  return height - MARGIN.top - MARGIN.bottom;
}

function levelY(levelDb: number, surface: Surface): number {
  return MARGIN.top + placeOf(levelDb, LEVEL_SCALE) * plotHeight(surface);
}
