import { formatExact, shortFrequency } from '../format.ts';
import { drawLine, sharp, writeText, type Dial } from './picture.ts';
import { FREQUENCY_TICKS_HZ, SPECTRUM_SCALE } from './scales.ts';
import { frequencyX, MARGIN, spectrumY } from './spectrum-picture.ts';

export const SPECTRUM_DIAL: Dial = {
  draw(surface) {
    const { width, height, look } = surface;
    for (const tick of SPECTRUM_SCALE.ticksDb) {
      const y = sharp(spectrumY(tick, surface));
      drawLine(surface, [MARGIN.left, y], [width - MARGIN.right, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 6, y, align: 'right' });
    }
    for (const tick of FREQUENCY_TICKS_HZ) {
      const x = sharp(frequencyX(tick, surface));
      drawLine(surface, [x, MARGIN.top], [x, height - MARGIN.bottom], look.line);
      writeText(surface, shortFrequency(tick), { x, y: height - 6, align: 'center' });
    }
  },
};
