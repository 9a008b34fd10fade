import type { Picture, Surface } from './picture.ts';

export const BAR_PX = 8;
const NEEDLE_PX = 3;

/** A needle, and from 0 to it a bar. */
export const CORRELATION_PICTURE: Picture = {
  drawFrame(surface, { reading, resting }) {
    if (resting) return;
    const { context, look } = surface;
    const { correlation } = reading;
    const [zero, x] = [correlationX(0, surface), correlationX(correlation, surface)];
    context.fillStyle = correlation < 0 ? look.warning : look.accent;
    context.globalAlpha = 0.45;
    context.fillRect(Math.min(zero, x), 0, Math.abs(x - zero), BAR_PX);
    context.globalAlpha = 1;
    context.fillRect(x - NEEDLE_PX / 2, 0, NEEDLE_PX, BAR_PX);
  },
};

export function correlationX(correlation: number, { width }: Surface): number {
  const margin = NEEDLE_PX / 2;
  return margin + ((correlation + 1) / 2) * (width - 2 * margin);
}
