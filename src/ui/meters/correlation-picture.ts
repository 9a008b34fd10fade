import { drawLine, sharp, writeText, type Picture, type Surface } from './picture.ts';
import { formatExact } from '../format.ts';

const BAR_PX = 8;
const NEEDLE_PX = 3;
const TICKS = [-1, -0.5, 0, 0.5, 1];
const LABELLED = [-1, 0, 1];

/** From −1, opposite, over 0 to 1, alike. Below 0 the bar is hatched: in one loudspeaker such sound cancels. */
export const CORRELATION_PICTURE: Picture = {
  drawScale(surface) {
    const { context, look } = surface;
    const [from, middle, to] = [-1, 0, 1].map((value) => placeX(value, surface));
    context.fillStyle = look.sunken;
    context.fillRect(from!, 0, to! - from!, BAR_PX);
    for (let x = from! + 4; x < middle!; x += 5) drawLine(surface, [x - 4, BAR_PX], [x, 0], look.lineStrong);
    for (const tick of TICKS) {
      const x = sharp(placeX(tick, surface) - 0.5);
      drawLine(surface, [x, BAR_PX], [x, BAR_PX + 3], look.lineStrong);
    }
    for (const value of LABELLED) {
      const align = value < 0 ? 'left' : value > 0 ? 'right' : 'center';
      const text = value > 0 ? `+${value}` : formatExact(value);
      writeText(surface, text, { x: placeX(value, surface), y: BAR_PX + 9, align });
    }
  },

  drawFrame(surface, { reading, resting }) {
    if (resting) return false;
    const { context, look } = surface;
    const { correlation } = reading;
    const [zero, x] = [placeX(0, surface), placeX(correlation, surface)];
    context.fillStyle = correlation < 0 ? look.warning : look.accent;
    context.globalAlpha = 0.45;
    context.fillRect(Math.min(zero, x), 0, Math.abs(x - zero), BAR_PX);
    context.globalAlpha = 1;
    context.fillRect(x - NEEDLE_PX / 2, 0, NEEDLE_PX, BAR_PX);
    return false;
  },
};

function placeX(correlation: number, { width }: Surface): number {
  const margin = NEEDLE_PX / 2;
  return margin + ((correlation + 1) / 2) * (width - 2 * margin);
}
