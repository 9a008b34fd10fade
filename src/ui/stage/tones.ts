import type { ThemeColours } from '../kit/index.ts';

/** Steps from one side over the middle to the other. */
const STEPS = 8;
/** Side lengths of the spots, pixels. */
const SIZES = [8, 12, 16, 20, 24, 28, 32, 36, 40] as const;
const CELL = 40;

/** Colours between left, centre and right. */
export function tonesOf(look: ThemeColours): readonly string[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const place = 1 - (2 * i) / STEPS;
    const side = place > 0 ? look.left : look.right;
    return `color-mix(in srgb, ${side} ${Math.round(100 * Math.abs(place))}%, ${look.centre})`;
  });
}

/** Soft round spots in every tone and size, painted once: a browser copies what it does not have to scale much faster. */
export class Spots {
  private readonly sheet: OffscreenCanvas;

  /** @param pixels of the canvas in each of the drawing's */
  constructor(
    tones: readonly string[],
    private readonly pixels: number,
  ) {
    const cell = CELL * pixels;
    this.sheet = new OffscreenCanvas(Math.ceil(tones.length * cell), Math.ceil(SIZES.length * cell));
    const context = this.sheet.getContext('2d');
    if (!context) return;
    context.scale(pixels, pixels);
    tones.forEach((tone, column) =>
      SIZES.forEach((size, row) => paintSpot(context, tone, { x: column * CELL, y: row * CELL, size })),
    );
  }

  /**
   * @param place −1 right … 0 middle … 1 left
   * @param level 0 … 1
   */
  draw(context: OffscreenCanvasRenderingContext2D, x: number, y: number, place: number, level: number): void {
    const column = Math.round(((1 - Math.min(1, Math.max(-1, place))) / 2) * STEPS);
    const row = Math.min(SIZES.length - 1, Math.floor(level * SIZES.length));
    const size = SIZES[row]!;
    const cell = CELL * this.pixels;
    const from = size * this.pixels;
    const at = (middle: number): number => Math.round((middle - size / 2) * this.pixels) / this.pixels;
    context.drawImage(this.sheet, column * cell, row * cell, from, from, at(x), at(y), size, size);
  }
}

function paintSpot(
  context: OffscreenCanvasRenderingContext2D,
  tone: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const radius = size / 2;
  const gradient = context.createRadialGradient(x + radius, y + radius, 0, x + radius, y + radius, radius);
  // To the tone without its ink: to nothing it would be grey on its way.
  gradient.addColorStop(0, tone);
  gradient.addColorStop(0.4, withInk(tone, 45));
  gradient.addColorStop(1, withInk(tone, 0.1));
  context.fillStyle = gradient;
  context.fillRect(x, y, size, size);
}

function withInk(tone: string, percent: number): string {
  return `color-mix(in srgb, ${tone} ${percent}%, transparent)`;
}
