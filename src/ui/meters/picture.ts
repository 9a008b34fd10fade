import type { ThemeColours } from '../kit/index.ts';
import type { MeterFrame } from '../meter-loop.ts';

/** Where a picture is drawn: a canvas in CSS pixels, cleared. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly look: ThemeColours;
}

/** What a meter looks like. Both parts have a canvas of their own, one over the other. */
export interface Picture {
  /** What stands still, and all that is written: drawn when size or theme change, or when a frame asks for it. */
  drawScale(surface: Surface): void;
  /**
   * What moves: drawn every frame, without a letter, for which browsers bring the styles of the page up to date.
   * @returns whether what is written has changed
   */
  drawFrame(surface: Surface, frame: MeterFrame): boolean;
  /** Its canvas is not cleared between frames: it leaves trails. */
  readonly trails?: boolean;
}

const FONT_PX = 10;

export function writeText(
  { context, look }: Surface,
  text: string,
  at: { readonly x: number; readonly y: number; readonly align: CanvasTextAlign },
  colour: string = look.ink3,
): void {
  context.font = `${FONT_PX}px ${look.fontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = at.align;
  context.fillStyle = colour;
  context.fillText(text, at.x, at.y);
}

export function drawLine(
  { context }: Surface,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

/** A pixel's middle, where a line of one pixel is sharp. */
export function sharp(position: number): number {
  return Math.round(position) + 0.5;
}

/** Left and right have their colours; of more outputs none is one or the other. */
export function outputColour(output: number, outputs: number, look: ThemeColours): string {
  if (outputs > 2) return look.natural;
  return output === 0 ? look.left : look.right;
}
