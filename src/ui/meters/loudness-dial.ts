import { formatExact } from '../format.ts';
import { BAR_PX, loudnessY, MARGIN, MARKER_PX } from './loudness-picture.ts';
import { drawLine, sharp, writeText, type Dial } from './picture.ts';
import { LOUDNESS_SCALE } from './scales.ts';

export const LOUDNESS_DIAL: Dial = {
  draw(surface) {
    const { context, height, look } = surface;
    for (const tick of LOUDNESS_SCALE.ticksDb) {
      const y = sharp(loudnessY(tick, surface));
      drawLine(surface, [MARGIN.left, y], [MARGIN.left + BAR_PX + 2 * MARKER_PX, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 6, y, align: 'right' });
    }
    context.fillStyle = look.sunken;
    context.fillRect(MARGIN.left, MARGIN.top, BAR_PX, height - MARGIN.top - MARGIN.bottom);
  },
};
