import type { MeterFrame } from '../meter-loop.ts';
import { metersText } from '../text/index.ts';
import { circleOf } from './image-picture.ts';
import { drawLine, writeText, type Dial, type Surface } from './picture.ts';
import { imageGainDb } from './scales.ts';

/** How fast the picture grows again after something large. */
const EXTENT_FALL_DB_PER_SECOND = 4;

/** The goniometer's circle, and how much what is in it is magnified. */
export class ImageDial implements Dial {
  /** What the picture is drawn with. */
  gainDb = 0;
  /** The largest distance from the middle of late, 1 at the rim. */
  private extent = 1;

  draw(surface: Surface): void {
    const { context, look } = surface;
    const { x, y, radius } = circleOf(surface);
    context.fillStyle = look.sunken;
    context.strokeStyle = look.line;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    const slant = radius * Math.SQRT1_2;
    drawLine(surface, [x - slant, y - slant], [x + slant, y + slant], look.line);
    drawLine(surface, [x + slant, y - slant], [x - slant, y + slant], look.line);
    drawLine(surface, [x, y - radius], [x, y + radius], look.line);
    const [left, right] = metersText.outputs;
    writeText(surface, left, { x: x - slant - 5, y: y - slant - 3, align: 'right' }, look.ink2);
    writeText(surface, right, { x: x + slant + 5, y: y - slant - 3, align: 'left' }, look.ink2);
    writeText(surface, gainText(this.gainDb), { x: 2, y: surface.height - 6, align: 'left' });
  }

  follow({ reading, elapsedSeconds, resting }: MeterFrame): boolean {
    if (resting) return false;
    const fallen = this.extent * 10 ** ((-EXTENT_FALL_DB_PER_SECOND * elapsedSeconds) / 20);
    this.extent = Math.max(extentOf(reading.trace), fallen);
    const gainDb = imageGainDb(this.extent);
    const changed = gainDb !== this.gainDb;
    this.gainDb = gainDb;
    return changed;
  }
}

function extentOf(trace: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < trace.length; i += 2) {
    largest = Math.max(largest, Math.abs(trace[i]! + trace[i + 1]!), Math.abs(trace[i]! - trace[i + 1]!));
  }
  return largest * Math.SQRT1_2;
}

function gainText(gainDb: number): string {
  if (gainDb === 0) return '';
  return `${gainDb > 0 ? '+' : '−'}${Math.abs(gainDb)} dB`;
}
