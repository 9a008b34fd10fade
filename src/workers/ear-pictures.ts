import { plainMatrixSet } from '../design/comparisons.ts';
import { horizontalTransfers } from '../design/directivity.ts';
import { earsOf, earSeparation } from '../design/ear-curves.ts';
import { computeEars } from '../design/geometry.ts';
import { hearPair } from '../design/head-hearing.ts';
import { MAP_AZIMUTHS_DEG, MAP_FREQUENCIES_HZ } from '../design/map-axes.ts';
import { stackRows, takeRow } from '../design/matrices.ts';
import { noMemo } from '../design/memo.ts';
import { metricFrequencies } from '../design/metrics.ts';
import { SIDES } from '../design/metrics-centre.ts';
import { mismatchSpreads, weighted, type Mismatch, type RatioPaths } from '../design/mismatch.ts';
import { nullRows, nullTransfers } from '../design/nulls.ts';
import { weightedMap } from '../design/polar-map.ts';
import { relativeForm } from '../design/rtf.ts';
import { columnWeights } from '../design/sound-source.ts';
import { spectrumColumns } from '../design/spectrum.ts';
import type {
  Column,
  ComparisonPicture,
  MismatchPicture,
  PairPicture,
  PictureSource,
} from '../protocol/picture-protocol.ts';
import { COLUMN_INPUT } from './directivity-pictures.ts';

export function pairPicture({ document, drivers }: PictureSource): PairPicture {
  const frequencyHz = metricFrequencies();
  return { frequencyHz, ...hearPair(document, drivers, frequencyHz) };
}

export function comparisonPicture(
  { column }: { readonly column: Column },
  { document, drivers, cancellation }: PictureSource,
): ComparisonPicture {
  const frequencyHz = metricFrequencies();
  const input = COLUMN_INPUT[column];
  const matrix = plainMatrixSet(document, drivers.latencySamples);
  // The sides' own task is cancellation; the virtual pair is added to it afterwards.
  const beamformer = relativeForm(document, input < cancellation.inputs ? cancellation : drivers);
  const mapOf = (set: typeof drivers) =>
    weightedMap(
      document,
      columnWeights(set, input, MAP_FREQUENCIES_HZ),
      MAP_AZIMUTHS_DEG,
      MAP_FREQUENCIES_HZ,
    );
  return {
    matrix: mapOf(matrix),
    beamformer: mapOf(beamformer),
    frequencyHz,
    matrixSeparationDb: earSeparation(earsOf(document, matrix, frequencyHz)),
    beamformerSeparationDb: earSeparation(
      earsOf(document, relativeForm(document, cancellation), frequencyHz),
    ),
  };
}

export function* mismatchPicture(
  mismatch: Mismatch,
  source: PictureSource,
): Generator<number, MismatchPicture> {
  const frequencyHz = metricFrequencies();
  const ratios = [separationPaths(source, frequencyHz), rejectionPaths(source, frequencyHz)];
  const drivers = source.drivers.outputs;
  const [nominalSeparation, nominalRejection] = yield* mismatchSpreads(ratios, drivers, {
    ...mismatch,
    gainDb: 0,
    phaseDeg: 0,
    draws: 1,
  });
  const [separation, rejection] = yield* mismatchSpreads(ratios, drivers, mismatch);
  return {
    frequencyHz,
    separation: { ...separation!, nominalDb: nominalSeparation!.medianDb },
    rejection: { ...rejection!, nominalDb: nominalRejection!.medianDb },
  };
}

/** Own ears at the listener's place over other ears at every head position that shares the filter. */
function separationPaths({ document, cancellation }: PictureSource, frequencyHz: Float64Array): RatioPaths {
  const filters = spectrumColumns(cancellation, frequencyHz);
  const { ears: centre, offsetEars } = computeEars(document, frequencyHz, noMemo);
  const positions = offsetEars.length > 0 ? offsetEars : [centre];
  const path = (ears: typeof centre, ear: number, side: number) =>
    weighted(takeRow(ears, ear), filters, side);
  return {
    bright: stackRows([path(centre, 0, 0), path(centre, 1, 1)]),
    dark: stackRows(positions.flatMap((ears) => [path(ears, 1, 0), path(ears, 0, 1)])),
    scale: positions.length,
  };
}

/** The axis over the nulls, or over the sides where the beam has none. */
function rejectionPaths({ document, drivers }: PictureSource, frequencyHz: Float64Array): RatioPaths {
  const asked = nullRows(document.centre.beam ?? SIDES);
  const nulls = asked.length > 0 ? asked : nullRows(SIDES);
  const weights = columnWeights(drivers, COLUMN_INPUT.centre, frequencyHz);
  return {
    bright: weighted(horizontalTransfers(document, [0], frequencyHz), weights, 0),
    dark: weighted(nullTransfers(document, nulls, frequencyHz), weights, 0),
    scale: nulls.length,
  };
}
