import type { ThemeColours } from '../kit/index.ts';

/** Steps from one side over the middle to the other. */
const STEPS = 8;
const SPRITE_PX = 48;

/** Colours between left, centre and right, and soft round spots in them, painted once for a theme. */
export interface Tones {
  readonly colours: readonly string[];
  readonly spots: readonly HTMLCanvasElement[];
}

/** @param place −1 right … 0 middle … 1 left */
export function toneAt(place: number): number {
  return Math.round(((1 - Math.min(1, Math.max(-1, place))) / 2) * STEPS);
}

export function createTones(look: ThemeColours): Tones {
  const colours = Array.from({ length: STEPS + 1 }, (_, i) => {
    const place = 1 - (2 * i) / STEPS;
    const side = place > 0 ? look.left : look.right;
    return `color-mix(in srgb, ${side} ${Math.round(100 * Math.abs(place))}%, ${look.centre})`;
  });
  return { colours, spots: colours.map(paintSpot) };
}

function paintSpot(colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SPRITE_PX;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const middle = SPRITE_PX / 2;
  const gradient = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
  gradient.addColorStop(0, 'rgb(0 0 0 / 100%)');
  gradient.addColorStop(0.4, 'rgb(0 0 0 / 45%)');
  gradient.addColorStop(1, 'rgb(0 0 0 / 0%)');
  context.fillStyle = gradient;
  context.fillRect(0, 0, SPRITE_PX, SPRITE_PX);
  // The colour last: a gradient to nothing would be grey on its way.
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, SPRITE_PX, SPRITE_PX);
  return canvas;
}
