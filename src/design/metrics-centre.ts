import type { ComplexMatrices } from '../acoustics/types.ts';
import { DEFAULT_WINDOW_DEG, type BeamTarget, type DesignDocument, type NullSet } from './document.ts';
import { driverBands, effortOf, weighDrivers } from './driver-bands.ts';
import { beamDistanceM, horizontalTransfers } from './directivity.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { likeness, limitedBands, type LimitedBand, type TargetCurves } from './limits.ts';
import { beamwidth } from './lobe.ts';
import { createMatrices, multiply, takeRow } from './matrices.ts';
import type { Memo } from './memo.ts';
import { nullRows, nullTransfers } from './nulls.ts';
import { radiatedPower } from './radiated-power.ts';

/** How well the centre filters do, at the listener's distance. */
export interface CentreMetrics {
  /** Power on axis over the mean over the nulls, each as it is weighed (±90° by 20° where there is no beam), dB. */
  readonly sideRejectionDb: readonly number[];
  /** How much harder the drivers work than the least for the same pressure on axis, dB. */
  readonly effortDb: readonly number[];
  /** Power on axis over the mean over the whole sphere, dB. */
  readonly directivityIndexDb: readonly number[];
  /** Width of the main lobe between its −6 dB points in the horizontal plane; 360 where it has none. */
  readonly beamwidthDeg: readonly number[];
  /** Largest departure from the level on axis within the listening window (±45° where there is no beam), dB. */
  readonly windowFlatnessDb: readonly number[];
  /** Where the target does not decide what is reached; empty without a beam. */
  readonly limits: readonly LimitedBand[];
}

const STEP_DEG = 5;
/** Where rejection is measured without a beam. */
export const SIDES: NullSet = {
  nullAzimuthsDeg: [90, -90],
  nullWidthDeg: 20,
};
/** Keeps the level of silence finite. */
const SILENCE = 1e-30;

/** @param filters (frequencies, drivers, 3) spectra of the realised driver filters */
export function computeCentreMetrics(
  document: DesignDocument,
  filters: ComplexMatrices,
  frequenciesHz: Float64Array,
  memo: Memo,
): CentreMetrics {
  const { device, speedOfSoundMps, centre } = document;
  const nulls = nullRows(centre.beam ?? SIDES);
  const windowDeg = centre.beam?.windowDeg ?? DEFAULT_WINDOW_DEG;
  const place = [device, speedOfSoundMps, beamDistanceM(document)];
  // From −180° to 175°, so that row STEPS/2 is the axis.
  const circle = Array.from({ length: STEPS }, (_, i) => i * STEP_DEG - 180);
  const transfers = memo('metric circle', place, () => horizontalTransfers(document, circle, frequenciesHz));
  const column = takeCentre(filters);
  const around = levels(multiply(transfers, column));
  const towards =
    nulls.length > 0
      ? memo('metric nulls', [place, nulls], () => nullTransfers(document, nulls, frequenciesHz))
      : null;
  const dark = towards && multiply(towards, column);
  const radiated = memo('radiated', [device, speedOfSoundMps], () =>
    radiatedPower(device, frequenciesHz, speedOfSoundMps),
  );
  const bands = driverBands(device, frequenciesHz);
  const bins = Array.from(frequenciesHz, (_, bin) => bin);
  const sideRejectionDb = bins.map((bin) => around[bin]![AXIS]! - meanLevelDb(dark, bin));
  const effortDb = bins.map((bin) => 10 * Math.log10(effortOf(transfers, AXIS, column, 0, bands, bin)));
  return {
    sideRejectionDb,
    effortDb,
    directivityIndexDb: bins.map((bin) => around[bin]![AXIS]! - formDb(radiated, column, bin)),
    beamwidthDeg: bins.map((bin) => beamwidth(around[bin]!)),
    windowFlatnessDb: bins.map((bin) => flatness(around[bin]!, windowDeg)),
    limits: centre.beam && towards ? limits(centre.beam) : [],
  };

  function limits({ targetGainDb, maxEffortDb }: BeamTarget): LimitedBand[] {
    const curves: TargetCurves = {
      frequenciesHz,
      targetDb: evaluateGainCurve(targetGainDb, frequenciesHz),
      reachedDb: sideRejectionDb,
      effortDb,
      maxEffortDb,
      likeness: memo('null likeness', [place, nulls], () =>
        likeness(weighDrivers(takeRow(transfers, AXIS), bands), weighDrivers(towards!, bands)),
      ),
    };
    return limitedBands(curves, device, speedOfSoundMps);
  }
}

const STEPS = 360 / STEP_DEG;
const AXIS = STEPS / 2;

function takeCentre({ bins, rows, columns, re, im }: ComplexMatrices): ComplexMatrices {
  const column = createMatrices(bins, rows, 1);
  for (let i = 0; i < bins * rows; i++) {
    column.re[i] = re[i * columns + 2]!;
    column.im[i] = im[i * columns + 2]!;
  }
  return column;
}

/** Levels of a field, dB, by frequency and direction. */
function levels({ bins, rows, re, im }: ComplexMatrices): Float64Array[] {
  return Array.from({ length: bins }, (_, bin) =>
    Float64Array.from({ length: rows }, (_row, row) => {
      const at = bin * rows + row;
      return 10 * Math.log10(re[at]! ** 2 + im[at]! ** 2 + SILENCE);
    }),
  );
}

/** Mean power of a field at one frequency, dB; that of silence where there is no direction to be silent in. */
function meanLevelDb(field: ComplexMatrices | null, bin: number): number {
  let sum = 0;
  const rows = field?.rows ?? 0;
  for (let i = bin * rows; i < (bin + 1) * rows; i++) sum += (field!.re[i]! ** 2 + field!.im[i]! ** 2) / rows;
  return 10 * Math.log10(sum + SILENCE);
}

/** wᴴPw, dB. */
export function formDb(form: ComplexMatrices, column: ComplexMatrices, bin: number): number {
  const n = column.rows;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const a = bin * n + i;
      const b = bin * n + j;
      const at = (bin * n + i) * n + j;
      sum += form.re[at]! * (column.re[a]! * column.re[b]! + column.im[a]! * column.im[b]!);
      sum -= form.im[at]! * (column.re[a]! * column.im[b]! - column.im[a]! * column.re[b]!);
    }
  }
  return 10 * Math.log10(Math.max(sum, SILENCE));
}

/** Largest departure from the axis within ± a window, its edges between steps by a straight line. */
function flatness(level: Float64Array, windowDeg: number): number {
  const steps = Math.floor(windowDeg / STEP_DEG);
  const part = windowDeg / STEP_DEG - steps;
  let worst = 0;
  const take = (value: number): void => void (worst = Math.max(worst, Math.abs(value - level[AXIS]!)));
  for (let i = -steps; i <= steps; i++) take(level[AXIS + i]!);
  for (const side of [-1, 1]) {
    const [inside, outside] = [level[AXIS + side * steps]!, level[AXIS + side * (steps + 1)]!];
    if (part > 0) take(inside + part * (outside - inside));
  }
  return worst;
}
