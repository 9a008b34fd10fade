import { PAINTED } from '../painter.ts';
import { MovingStage } from './moving-stage.ts';
import type { PaintCommand } from './painting-protocol.ts';

let canvas: OffscreenCanvas | null = null;
let stage: MovingStage | null = null;

self.onmessage = ({ data }: MessageEvent<PaintCommand>) => {
  switch (data.type) {
    case 'canvas':
      canvas = data.canvas;
      return;
    case 'scene':
      stage = prepare(data);
      return;
    case 'frame':
      stage?.draw(data.image, data.elapsedSeconds);
      return self.postMessage(PAINTED);
    case 'clear':
      stage?.clear();
  }
};

/** Its size is changed with what is painted, so that nothing is stretched between the two. */
function prepare({ scene, look, pixels }: Extract<PaintCommand, { type: 'scene' }>): MovingStage | null {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return null;
  const { x, y, width, height } = scene.box;
  canvas.width = Math.max(1, Math.round(width * pixels));
  canvas.height = Math.max(1, Math.round(height * pixels));
  context.setTransform(pixels, 0, 0, pixels, -x * pixels, -y * pixels);
  return new MovingStage(scene, look, context);
}
