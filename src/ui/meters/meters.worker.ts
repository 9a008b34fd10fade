import { PAINTED } from '../painter.ts';
import { CORRELATION_PICTURE } from './correlation-picture.ts';
import { IMAGE_PICTURE } from './image-picture.ts';
import { LEVELS_PICTURE } from './levels-picture.ts';
import { LOUDNESS_PICTURE } from './loudness-picture.ts';
import type { PaintCommand, PaintedFrame, PictureName } from './painting-protocol.ts';
import type { Picture, Surface } from './picture.ts';
import { ReductionPicture } from './reduction-picture.ts';
import { SpectrumPicture } from './spectrum-picture.ts';

const PICTURES: Readonly<Record<PictureName, () => Picture>> = {
  levels: () => LEVELS_PICTURE,
  loudness: () => LOUDNESS_PICTURE,
  image: () => IMAGE_PICTURE,
  correlation: () => CORRELATION_PICTURE,
  reduction: () => new ReductionPicture(),
  outputs: () => new SpectrumPicture('outputs'),
  upmix: () => new SpectrumPicture('upmix'),
};

interface Hung {
  readonly picture: Picture;
  readonly canvas: OffscreenCanvas;
  /** Null until its size is known. */
  surface: Surface | null;
}

const gallery = new Map<PictureName, Hung>();

self.onmessage = ({ data }: MessageEvent<PaintCommand>) => {
  switch (data.type) {
    case 'add':
      gallery.set(data.name, { picture: PICTURES[data.name](), canvas: data.canvas, surface: null });
      return;
    case 'place':
      return place(data);
    case 'frame':
      paint(data.frame);
      return self.postMessage(PAINTED);
    case 'remove':
      gallery.delete(data.name);
  }
};

function place({ name, width, height, pixels, look }: Extract<PaintCommand, { type: 'place' }>): void {
  const hung = gallery.get(name);
  const context = hung?.canvas.getContext('2d');
  if (!hung || !context) return;
  hung.canvas.width = Math.round(width * pixels);
  hung.canvas.height = Math.round(height * pixels);
  context.setTransform(pixels, 0, 0, pixels, 0, 0);
  hung.surface = { context, width, height, look };
}

function paint(frame: PaintedFrame): void {
  for (const name of frame.inSight) {
    const hung = gallery.get(name);
    if (!hung?.surface) continue;
    const { picture, surface } = hung;
    if (!picture.trails) surface.context.clearRect(0, 0, surface.width, surface.height);
    picture.drawFrame(surface, frame);
  }
}
