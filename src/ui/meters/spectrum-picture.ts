import { createSpectrumReading, type SpectrumReading, type SpectrumSource } from '../../store/index.ts';
import type { ThemeColours } from '../kit/index.ts';
import { LevelMotion } from '../level-motion.ts';
import type { MeterFrame } from '../meter-loop.ts';
import { formatExact, shortFrequency } from '../format.ts';
import { drawLine, outputColour, sharp, writeText, type Picture, type Surface } from './picture.ts';
import { FREQUENCY_TICKS_HZ, placeOf, placeOfHz, SPECTRUM_SCALE } from './scales.ts';

const MARGIN = { top: 6, bottom: 16, left: 26, right: 12 } as const;
/** A 24th of an octave apart. */
const FREQUENCIES = 240;

/** Of the first curve over those that were drawn after it. */
const DASH_PX = [6, 6];

const UPMIX_COLOURS = ['left', 'right', 'centre'] as const;

/** Level over frequency, a curve for each channel and over it the largest of late. Reads the spectrum itself, since only it needs one. */
export class SpectrumPicture implements Picture {
  private readonly spectrum: SpectrumReading;
  private readonly motions: readonly LevelMotion[];

  constructor(
    private readonly source: SpectrumSource,
    private readonly read: (into: SpectrumReading) => void,
  ) {
    this.spectrum = createSpectrumReading(source, FREQUENCIES);
    this.motions = this.spectrum.levelsDb.map(() => new LevelMotion(FREQUENCIES));
  }

  drawScale(surface: Surface): void {
    const { width, height, look } = surface;
    for (const tick of SPECTRUM_SCALE.ticksDb) {
      const y = sharp(levelY(tick, surface));
      drawLine(surface, [MARGIN.left, y], [width - MARGIN.right, y], look.line);
      writeText(surface, formatExact(tick), { x: MARGIN.left - 6, y, align: 'right' });
    }
    for (const tick of FREQUENCY_TICKS_HZ) {
      const x = sharp(frequencyX(tick, surface));
      drawLine(surface, [x, MARGIN.top], [x, height - MARGIN.bottom], look.line);
      writeText(surface, shortFrequency(tick), { x, y: height - 6, align: 'center' });
    }
  }

  drawFrame(surface: Surface, { resting, elapsedSeconds }: MeterFrame): boolean {
    if (resting) {
      for (const motion of this.motions) motion.rest();
      return false;
    }
    this.read(this.spectrum);
    const { levelsDb, frequenciesHz } = this.spectrum;
    levelsDb.slice(0, this.spectrum.channels).forEach((levels, channel) => {
      const motion = this.motions[channel]!;
      motion.move(levels, elapsedSeconds);
      surface.context.strokeStyle = surface.context.fillStyle = this.colour(channel, surface.look);
      drawHeld(surface, frequenciesHz, motion.heldDb);
      drawCurve(surface, frequenciesHz, levels);
    });
    // Where others lie on the first, as in mono, it shows between dashes.
    surface.context.strokeStyle = this.colour(0, surface.look);
    surface.context.setLineDash(DASH_PX);
    strokeLevels(surface, frequenciesHz, levelsDb[0]!);
    surface.context.setLineDash([]);
    return false;
  }

  private colour(channel: number, look: ThemeColours): string {
    if (this.source === 'upmix') return look[UPMIX_COLOURS[channel]!];
    return outputColour(channel, this.spectrum.channels, look);
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
    context.lineTo(frequencyX(frequenciesHz[k]!, surface), levelY(levelsDb[k]!, surface));
  context.lineWidth = widthPx;
  context.lineJoin = 'round';
  context.stroke();
}

function frequencyX(frequencyHz: number, { width }: Surface): number {
  return MARGIN.left + placeOfHz(frequencyHz) * (width - MARGIN.left - MARGIN.right);
}

function levelY(levelDb: number, { height }: Surface): number {
  return MARGIN.top + placeOf(levelDb, SPECTRUM_SCALE) * (height - MARGIN.top - MARGIN.bottom);
}
