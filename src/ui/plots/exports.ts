import type { StageBeams } from '../../store/index.ts';
import type { SphereLevels } from './balloon-mesh.ts';
import { columnsToCsv } from './csv.ts';
import { normalised } from './polar-levels.ts';
import type { Normalisation, PolarLevels } from './polar-levels.ts';
import type { RatioCurves } from './ratio-figure.ts';

/** One row for each frequency; curves that the design does not have are left out. */
export function ratioCsv(curves: RatioCurves, achievedName: string): string {
  const columns = [
    { name: 'frequency (Hz)', values: curves.frequencyHz },
    { name: `${achievedName} (dB)`, values: curves.achievedDb },
    { name: `${curves.heard?.name ?? ''} (dB)`, values: curves.heard?.ratioDb },
    { name: 'target (dB)', values: curves.targetDb },
    { name: 'natural (dB)', values: curves.naturalDb },
    { name: 'effort (dB)', values: curves.effortDb },
    { name: 'directivity index (dB)', values: curves.directivityIndexDb },
    { name: 'lowest with mismatch (dB)', values: curves.spread?.lowDb },
    { name: 'highest with mismatch (dB)', values: curves.spread?.highDb },
  ];
  return columnsToCsv(columns.flatMap(({ name, values }) => (values ? [{ name, values }] : [])));
}

/** One row for each frequency, one column for each azimuth. @param normalisation null for levels as they are */
export function directivityCsv(map: PolarLevels, normalisation: Normalisation | null): string {
  const { azimuthDeg, frequencyHz, levelDb } = normalisation === null ? map : normalised(map, normalisation);
  const columns = frequencyHz.length;
  return columnsToCsv([
    { name: 'frequency (Hz)', values: frequencyHz },
    ...Array.from(azimuthDeg, (azimuth, row) => ({
      name: `level at ${azimuth}° (dB)`,
      values: levelDb.subarray(row * columns, (row + 1) * columns),
    })),
  ]);
}

/** One row for each head position, one column for each quantity. */
export function zoneCsv(
  { frontM, leftM }: { readonly frontM: ArrayLike<number>; readonly leftM: ArrayLike<number> },
  quantities: readonly { readonly name: string; readonly values: ArrayLike<number> }[],
): string {
  const columns = leftM.length;
  const cells = frontM.length * columns;
  const places = Array.from({ length: cells }, (_, at) => at);
  return columnsToCsv([
    { name: 'front (m)', values: places.map((at) => frontM[Math.floor(at / columns)]) },
    { name: 'left (m)', values: places.map((at) => leftM[at % columns]) },
    ...quantities,
  ]);
}

/** One row for each direction. @param zeroDb what levels are relative to */
export function sphereCsv({ azimuthDeg, elevationDeg, levelDb }: SphereLevels, zeroDb: number): string {
  const around = azimuthDeg.length;
  const directions = Array.from(levelDb, (_, at) => at);
  return columnsToCsv([
    { name: 'azimuth (°)', values: directions.map((at) => azimuthDeg[at % around]) },
    { name: 'elevation (°)', values: directions.map((at) => elevationDeg[Math.floor(at / around)]) },
    { name: 'level (dB)', values: directions.map((at) => levelDb[at] - zeroDb) },
  ]);
}

/** One row for each azimuth, one column for each beam. */
export function beamsCsv({ azimuthDeg, levelDb }: StageBeams, names: readonly string[]): string {
  const count = azimuthDeg.length;
  return columnsToCsv([
    { name: 'azimuth (°)', values: azimuthDeg },
    ...names.map((name, column) => ({
      name: `${name.toLowerCase()} (dB)`,
      values: levelDb.subarray(column * count, (column + 1) * count),
    })),
  ]);
}
