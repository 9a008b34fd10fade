import type { Picture, Surface } from './picture.ts';
import { LOUDNESS_SCALE, placeOf } from './scales.ts';

export const MARGIN = { top: 7, bottom: 7, left: 26 } as const;
export const BAR_PX = 14;
export const MARKER_PX = 6;

/** Momentary as a bar, short-term as a line across it, integrated as a marker beside it. */
export const LOUDNESS_PICTURE: Picture = {
  drawFrame(surface, { reading, resting }) {
    const { context, height, look } = surface;
    if (!resting) {
      const momentaryY = loudnessY(reading.momentaryLufs, surface);
      context.fillStyle = look.natural;
      context.fillRect(MARGIN.left, momentaryY, BAR_PX, height - MARGIN.bottom - momentaryY);
      if (reading.shortTermLufs > LOUDNESS_SCALE.floorDb) {
        context.fillStyle = look.ink;
        context.fillRect(MARGIN.left - 2, loudnessY(reading.shortTermLufs, surface) - 1, BAR_PX + 4, 2);
      }
    }
    if (reading.integratedLufs > LOUDNESS_SCALE.floorDb)
      drawMarker(surface, loudnessY(reading.integratedLufs, surface));
  },
};

/** A wedge that points at the bar. */
function drawMarker({ context, look }: Surface, y: number): void {
  const x = MARGIN.left + BAR_PX + 2;
  context.fillStyle = look.accent;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + MARKER_PX + 3, y - MARKER_PX);
  context.lineTo(x + MARKER_PX + 3, y + MARKER_PX);
  context.fill();
}

export function loudnessY(lufs: number, { height }: Surface): number {
  return MARGIN.top + placeOf(lufs, LOUDNESS_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}
