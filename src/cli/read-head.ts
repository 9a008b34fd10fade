import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Design } from '../design/designer.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import { hearWith, type HeadHearing } from '../design/head-hearing.ts';
import { headFit, type HeadFit } from '../measured/head-fit.ts';
import { readHeadSet, type HeadSet } from '../measured/head-set.ts';
import { measuredHead } from '../measured/measured-head.ts';
import { MeasurementError } from '../measured/measurement-error.ts';
import { readSofa, refuseTooLarge } from '../measured/sofa-file.ts';
import { CommandError, fileError } from './command-error.ts';
import { curveLines, figureLines } from './terminal-table.ts';

/** A design as a measured head hears it. */
export interface HeadEvaluation extends HeadHearing, HeadFit {
  readonly name: string;
  readonly directions: number;
  readonly sampleRateHz: number;
  readonly taps: number;
}

/** @throws CommandError naming the file, what in it was found and the rule it breaks */
export async function readHead(path: string): Promise<HeadSet> {
  try {
    // Before it is read: it may be larger than what there is of memory.
    refuseTooLarge((await stat(path)).size);
    return readHeadSet(await readSofa(await readFile(path)), basename(path));
  } catch (error) {
    if (error instanceof MeasurementError) throw new CommandError(`${path}: ${error.message}`);
    throw fileError(path, 'read', error);
  }
}

export function evaluateHead(
  set: HeadSet,
  { document, spatial, cancellation, metrics }: Design,
): HeadEvaluation {
  const { device, listener } = document;
  return {
    name: set.name,
    directions: set.shells.reduce((sum, { directions }) => sum + directions.length / 3, 0),
    sampleRateHz: set.sampleRateHz,
    taps: set.taps,
    ...headFit(set, device, listener),
    ...hearWith(
      measuredHead(set),
      document,
      { drivers: spatial.drivers, cancellation },
      metrics.sides.separationDb,
    ),
  };
}

/** Model and head beside each other, to be read on a terminal. */
export function headTable(metrics: DesignMetrics, head: HeadEvaluation): string {
  const { sides, pair } = head;
  const lines = [
    '',
    `Heard by a measured head: ${head.name}`,
    ...notesOf(head),
    '',
    ...curveLines(metrics.frequencyHz, [
      ['Separation', 'model dB', metrics.sides.separationDb],
      ['', 'head dB', sides.separationDb],
      ['Near ear', 'model dB', metrics.sides.nearEarDb],
      ['', 'head dB', sides.nearEarDb],
      ['Left ILD', 'made dB', pair.made.ildDb],
      ['on the head', 'real dB', pair.reference.ildDb],
      ['Error of', 'ILD dB', sides.ildErrorDb],
      ['the pair', 'ITD us', sides.itdErrorUs],
    ]),
    '',
    ...figureLines([
      ['Separation on the head, mean 300 Hz to 8 kHz', sides.summary.separationDb, 'dB'],
      ['Level difference against a real pair on the head, rms', sides.summary.ildErrorRmsDb, 'dB'],
      ['Time difference against a real pair on the head, rms', sides.summary.itdErrorRmsUs, 'µs'],
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function notesOf(head: HeadEvaluation): string[] {
  const { measuredM, listenerM, farthestDeg, lowestHz } = head;
  return [
    `${head.directions} directions at ${measuredM.toFixed(2)} m, ${head.taps} taps at ${head.sampleRateHz} Hz: from ${Math.round(lowestHz)} Hz up.`,
    ...(head.isDistanceOff
      ? [
          `The listener sits at ${listenerM.toFixed(2)} m: level differences are those of ${measuredM.toFixed(2)} m.`,
        ]
      : []),
    ...(farthestDeg > 5 ? [`A driver lies ${farthestDeg.toFixed(0)} degrees from what was measured.`] : []),
    ...(head.earsSwapped
      ? ['Its file names the ears the other way round than they sound; the sound is believed.']
      : []),
  ];
}
