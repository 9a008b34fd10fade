import { outputColour, type Picture, type Surface } from './picture.ts';
import { LEVEL_SCALE, placeOf } from './scales.ts';

export const MARGIN = { top: 18, bottom: 16, left: 26, right: 2 } as const;
const NARROWEST_BAR = 2;
const WIDEST_BAR = 26;

/** A bar for each output: the peak, in it the mean, over it the largest of late as a line. */
export const LEVELS_PICTURE: Picture = {
  drawFrame(surface, { reading, levels, resting }) {
    const { context, look } = surface;
    for (let o = 0; o < reading.outputs; o++) {
      const { x, width } = levelBar(o, reading.outputs, surface);
      const bottom = surface.height - MARGIN.bottom;
      context.fillStyle = outputColour(o, reading.outputs, look);
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
  },
};

/** Left edge and width of an output's bar. */
export function levelBar(
  output: number,
  outputs: number,
  { width }: Surface,
): { readonly x: number; readonly width: number } {
  const pitch = (width - MARGIN.left - MARGIN.right) / outputs;
  const barWidth = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, pitch * 0.62));
  return {
    x: Math.round(MARGIN.left + (output + 0.5) * pitch - barWidth / 2),
    width: Math.round(barWidth),
  };
}

export function levelY(levelDb: number, { height }: Surface): number {
  return MARGIN.top + placeOf(levelDb, LEVEL_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}
