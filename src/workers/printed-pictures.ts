import type { PictureSource } from '../protocol/picture-protocol.ts';
import { COLUMNS } from '../protocol/picture-protocol.ts';
import type { PrintedPictures } from '../protocol/study-protocol.ts';
import { balloonPicture, slicesPicture } from './directivity-pictures.ts';

/** An octave apart, from where a small device begins to beam to where its drivers alias. */
const SLICES_HZ = [500, 1000, 2000, 4000];
const BALLOONS = [
  { column: 'left', frequencyHz: 1000 },
  { column: 'centre', frequencyHz: 1000 },
  { column: 'left', frequencyHz: 4000 },
  { column: 'centre', frequencyHz: 4000 },
] as const;
const BAND = 'third-octave';

/** As often `printedPictures` yields. */
export const PRINTED_STEPS = COLUMNS.length + BALLOONS.length;

/** Slices of every column and balloons of a side and of the centre. @param step what to yield after each */
export function* printedPictures(
  source: PictureSource,
  step: () => number,
): Generator<number, PrintedPictures> {
  const slices = {} as Record<(typeof COLUMNS)[number], PrintedPictures['slices']['left']>;
  for (const column of COLUMNS) {
    slices[column] = slicesPicture(
      { kind: 'slices', source: column, frequenciesHz: SLICES_HZ, band: BAND },
      source,
    );
    yield step();
  }
  const balloons: PrintedPictures['balloons'][number][] = [];
  for (const { column, frequencyHz } of BALLOONS) {
    const balloon = balloonPicture({ kind: 'balloon', source: column, frequencyHz, band: BAND }, source);
    balloons.push({ column, frequencyHz, balloon });
    yield step();
  }
  return { slices, balloons };
}
