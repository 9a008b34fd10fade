import type { PaintedFrame } from './painting-protocol.ts';
import type { Picture, Surface } from './picture.ts';

const DOT_PX = 1.5;
/** What is left of a trail after a sixtieth of a second. */
const TRAIL = 0.78;

/** The first two outputs against each other: up what they share, to the sides what they do not. */
export const IMAGE_PICTURE: Picture = {
  trails: true,

  drawFrame(surface, { reading, imageGainDb, elapsedSeconds, resting, calm }: PaintedFrame) {
    const { context, width, height } = surface;
    if (calm || resting) context.clearRect(0, 0, width, height);
    else fade(surface, 1 - TRAIL ** (60 * elapsedSeconds));
    if (!resting) drawTrace(surface, reading.trace, 10 ** (imageGainDb / 20));
  },
};

/** Takes a share of what is there away. */
function fade({ context, width, height }: Surface, share: number): void {
  context.globalCompositeOperation = 'destination-out';
  context.globalAlpha = share;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

function drawTrace(surface: Surface, trace: Float32Array, gain: number): void {
  const { context, look } = surface;
  const { x, y, radius } = circleOf(surface);
  // A side alone at full scale reaches the rim.
  const scale = gain * radius * Math.SQRT1_2;
  context.fillStyle = look.accent;
  context.beginPath();
  for (let i = 0; i < trace.length; i += 2) {
    const left = trace[i]! * scale;
    const right = trace[i + 1]! * scale;
    context.rect(x + right - left - DOT_PX / 2, y - left - right - DOT_PX / 2, DOT_PX, DOT_PX);
  }
  context.fill();
}

export function circleOf({ width, height }: Surface): { x: number; y: number; radius: number } {
  return { x: width / 2, y: height / 2, radius: Math.min(width, height) / 2 - 3 };
}
