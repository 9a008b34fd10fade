import type { MeterFrame } from '../meter-loop.ts';
import { drawLine, sharp, writeText, type Picture, type Surface } from './picture.ts';
import { LOUDNESS_SCALE, placeOf } from './scales.ts';
import { formatExact } from '../format.ts';

const MARGIN = { top: 7, bottom: 7, left: 26 } as const;
const BAR_PX = 14;
const MARKER_PX = 6;

/** Momentary as a bar, short-term as a line across it, integrated as a marker beside it. */
export const LOUDNESS_PICTURE: Picture = {
  drawScale(surface) {
    const { context, height, look } = surface;
    for (const tick of LOUDNESS_SCALE.ticksDb) {
      const y = sharp(loudnessY(tick, surface));
      drawLine(surface, [MARGIN.left, y], [MARGIN.left + BAR_PX + 2 * MARKER_PX, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 6, y, align: 'right' });
    }
    context.fillStyle = look.sunken;
    context.fillRect(MARGIN.left, MARGIN.top, BAR_PX, height - MARGIN.top - MARGIN.bottom);
  },

  drawFrame(surface, { reading, resting }: MeterFrame) {
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
    return false;
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

function loudnessY(lufs: number, { height }: Surface): number {
  return MARGIN.top + placeOf(lufs, LOUDNESS_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}
