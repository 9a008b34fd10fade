/**
 * Between the page and the thread that paints what moves on the meters. The page gives a canvas away for each picture, tells
 * its size and colours whenever they change, and sends the readings for every frame that the painter is free for; the painter
 * tells when it is free again.
 */
import type { SpectrumReading, SpectrumSource } from '../../store/index.ts';
import type { ThemeColours } from '../kit/index.ts';
import type { LevelMotion } from '../level-motion.ts';
import type { MeterFrame } from '../meter-loop.ts';

/** There is one of each at a time; the spectra are called after what they show. */
export type PictureName = 'levels' | 'loudness' | 'image' | 'correlation' | 'reduction' | SpectrumSource;

/** Where a picture is painted. */
export interface PicturePlace {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the canvas in each of these. */
  readonly pixels: number;
  readonly look: ThemeColours;
}

/** What all pictures show; of those that are not in sight nothing is known, nor of a spectrum that is not. */
export interface PaintedFrame extends Omit<MeterFrame, 'levels'> {
  readonly levels: Pick<LevelMotion, 'shownDb' | 'heldDb'>;
  readonly inSight: readonly PictureName[];
  /** Of the goniometer. */
  imageGainDb: number;
  spectrum: Pick<SpectrumReading, 'frequenciesHz' | 'levelsDb'> | null;
}

export type PaintCommand =
  | { readonly type: 'add'; readonly name: PictureName; readonly canvas: OffscreenCanvas }
  | ({ readonly type: 'place'; readonly name: PictureName } & PicturePlace)
  | { readonly type: 'frame'; readonly frame: PaintedFrame }
  | { readonly type: 'remove'; readonly name: PictureName };
