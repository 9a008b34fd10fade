import { formatExact } from '../format.ts';
import { BAR_PX, correlationX } from './correlation-picture.ts';
import { drawLine, sharp, writeText, type Dial } from './picture.ts';

const TICKS = [-1, -0.5, 0, 0.5, 1];
const LABELLED = [-1, 0, 1];

/** From −1, opposite, over 0 to 1, alike. Below 0 the bar is hatched: in one loudspeaker such sound cancels. */
export const CORRELATION_DIAL: Dial = {
  draw(surface) {
    const { context, look } = surface;
    const [from, middle, to] = [-1, 0, 1].map((value) => correlationX(value, surface));
    context.fillStyle = look.sunken;
    context.fillRect(from!, 0, to! - from!, BAR_PX);
    for (let x = from! + 4; x < middle!; x += 5) drawLine(surface, [x - 4, BAR_PX], [x, 0], look.lineStrong);
    for (const tick of TICKS) {
      const x = sharp(correlationX(tick, surface) - 0.5);
      drawLine(surface, [x, BAR_PX], [x, BAR_PX + 3], look.lineStrong);
    }
    for (const value of LABELLED) {
      const align = value < 0 ? 'left' : value > 0 ? 'right' : 'center';
      const text = value > 0 ? `+${value}` : formatExact(value);
      writeText(surface, text, { x: correlationX(value, surface), y: BAR_PX + 9, align });
    }
  },
};
