import type { ThemeColours } from '../kit/index.ts';
import type { MeterFrame } from '../meter-loop.ts';
import type { PaintedFrame } from './painting-protocol.ts';

/** Where a meter is drawn: a canvas in CSS pixels, cleared. */
export interface Surface {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly look: ThemeColours;
}

/** What stands still of a meter, and all that is written: drawn by the page, which knows the language. */
export interface Dial {
  /** Drawn when size or theme change, and when it asks for it. */
  draw(surface: Surface): void;
  /** Called every frame. @returns whether what is written has changed */
  follow?(frame: MeterFrame): boolean;
}

/** What moves over a dial: painted every frame by a thread of its own, without a letter. */
export interface Picture {
  drawFrame(surface: Surface, frame: PaintedFrame): void;
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
