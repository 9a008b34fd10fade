import type { MeterFrame } from '../meter-loop.ts';
import { metersText } from '../text/index.ts';
import { drawLine, writeText, type Picture, type Surface } from './picture.ts';
import { imageGainDb } from './scales.ts';

const DOT_PX = 1.5;
/** What is left of a trail after a sixtieth of a second. */
const TRAIL = 0.78;
/** How fast the picture grows again after something large. */
const EXTENT_FALL_DB_PER_SECOND = 4;

/** The first two outputs against each other: up what they share, to the sides what they do not. */
export class ImagePicture implements Picture {
  readonly trails = true;
  /** The largest distance from the middle of late, 1 at the rim. */
  private extent = 1;
  private gainDb = 0;

  drawScale(surface: Surface): void {
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

  drawFrame(surface: Surface, { reading, elapsedSeconds, resting, calm }: MeterFrame): boolean {
    const { context, width, height } = surface;
    if (calm || resting) context.clearRect(0, 0, width, height);
    else fade(surface, 1 - TRAIL ** (60 * elapsedSeconds));
    if (resting) return false;
    const fallen = this.extent * 10 ** ((-EXTENT_FALL_DB_PER_SECOND * elapsedSeconds) / 20);
    this.extent = Math.max(extentOf(reading.trace), fallen);
    const gainDb = imageGainDb(this.extent);
    drawTrace(surface, reading.trace, 10 ** (gainDb / 20));
    const changed = gainDb !== this.gainDb;
    this.gainDb = gainDb;
    return changed;
  }
}

/** Takes a share of what is there away. */
function fade({ context, width, height }: Surface, share: number): void {
  context.globalCompositeOperation = 'destination-out';
  context.globalAlpha = share;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

function drawTrace(surface: Surface, trace: Float32Array, gain: number): void {
  const { context, look } = surface;
  const { x, y, radius } = circleOf(surface);
  // A side alone at full scale reaches the rim.
  const scale = gain * radius * Math.SQRT1_2;
  context.fillStyle = look.accent;
  context.beginPath();
  for (let i = 0; i < trace.length; i += 2) {
    const left = trace[i]! * scale;
    const right = trace[i + 1]! * scale;
    context.rect(x + right - left - DOT_PX / 2, y - left - right - DOT_PX / 2, DOT_PX, DOT_PX);
  }
  context.fill();
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

function circleOf({ width, height }: Surface): { x: number; y: number; radius: number } {
  return { x: width / 2, y: height / 2, radius: Math.min(width, height) / 2 - 3 };
}
