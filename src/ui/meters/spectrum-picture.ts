import type { SpectrumSource } from '../../store/index.ts';
import type { ThemeColours } from '../kit/index.ts';
import { LevelMotion } from '../level-motion.ts';
import type { PaintedFrame } from './painting-protocol.ts';
import { outputColour, type Picture, type Surface } from './picture.ts';
import { placeOf, placeOfHz, SPECTRUM_SCALE } from './scales.ts';

export const MARGIN = { top: 6, bottom: 16, left: 26, right: 12 } as const;

/** Of the first curve over those that were drawn after it. */
const DASH_PX = [6, 6];
const NO_DASH: number[] = [];

const UPMIX_COLOURS = ['left', 'right', 'centre'] as const;

/** Level over frequency, a curve for each channel and over it the largest of late. */
export class SpectrumPicture implements Picture {
  private readonly motions: LevelMotion[] = [];

  constructor(private readonly source: SpectrumSource) {}

  drawFrame(surface: Surface, { resting, elapsedSeconds, spectrum }: PaintedFrame): void {
    if (resting || spectrum === null) {
      for (const motion of this.motions) motion.rest();
      return;
    }
    const { levelsDb, frequenciesHz } = spectrum;
    const { context, look } = surface;
    levelsDb.forEach((levels, channel) => {
      const motion = (this.motions[channel] ??= new LevelMotion(levels.length));
      motion.move(levels, elapsedSeconds);
      context.strokeStyle = context.fillStyle = this.colour(channel, levelsDb.length, look);
      drawHeld(surface, frequenciesHz, motion.heldDb);
      drawCurve(surface, frequenciesHz, levels);
    });
    // Where others lie on the first, as in mono, it shows between dashes.
    context.strokeStyle = this.colour(0, levelsDb.length, look);
    context.setLineDash(DASH_PX);
    strokeLevels(surface, frequenciesHz, levelsDb[0]!);
    context.setLineDash(NO_DASH);
  }

  private colour(channel: number, channels: number, look: ThemeColours): string {
    if (this.source === 'upmix') return look[UPMIX_COLOURS[channel]!];
    return outputColour(channel, channels, look);
  }
}

function drawHeld(surface: Surface, frequenciesHz: Float32Array, levelsDb: Float32Array): void {
  const { context } = surface;
  context.globalAlpha = 0.45;
  strokeLevels(surface, frequenciesHz, levelsDb, 1);
  context.globalAlpha = 1;
}

function drawCurve(surface: Surface, frequenciesHz: Float32Array, levelsDb: Float32Array): void {
  const { context, height } = surface;
  const floorY = height - MARGIN.bottom;
  strokeLevels(surface, frequenciesHz, levelsDb);
  context.lineTo(frequencyX(20_000, surface), floorY);
  context.lineTo(MARGIN.left, floorY);
  context.globalAlpha = 0.14;
  context.fill();
  context.globalAlpha = 1;
}

/** The path stays, to be filled. */
function strokeLevels(
  surface: Surface,
  frequenciesHz: Float32Array,
  levelsDb: Float32Array,
  widthPx = 1.5,
): void {
  const { context } = surface;
  context.beginPath();
  for (let k = 0; k < levelsDb.length; k++)
    context.lineTo(frequencyX(frequenciesHz[k]!, surface), spectrumY(levelsDb[k]!, surface));
  context.lineWidth = widthPx;
  context.lineJoin = 'round';
  context.stroke();
}

export function frequencyX(frequencyHz: number, { width }: Surface): number {
  return MARGIN.left + placeOfHz(frequencyHz) * (width - MARGIN.left - MARGIN.right);
}

export function spectrumY(levelDb: number, { height }: Surface): number {
  return MARGIN.top + placeOf(levelDb, SPECTRUM_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}
