import type { ComplexMatrices } from '../acoustics/types.ts';
import { arrivalSeconds } from './alignment.ts';
import { designCentre } from './centre-column.ts';
import type { DesignDocument } from './document.ts';
import type { Geometry } from './geometry.ts';
import { passbandAt } from './grid.ts';
import { propagationSeconds, referencePressure } from './level.ts';
import { createMatrices, delayAt, scaleBins } from './matrices.ts';
import { designSides } from './side-columns.ts';

/** The filters of one design as spectra, before they become FIRs. */
export interface DesignedColumns {
  /** (bins, drivers, 1) of L, R and C; at zero phase of the modelling delay, sound from all three arrives at the head together. */
  readonly columns: readonly [left: ComplexMatrices, right: ComplexMatrices, centre: ComplexMatrices];
  /** The cancellation stage of L and R, W_L and W_R, in the same way. */
  readonly cancellation: readonly [left: ComplexMatrices, right: ComplexMatrices];
}

/**
 * Designs L, R and C on the frequencies of the geometry, at one level and one time.
 *
 * Level: `referencePressure` p₀. The near ears of L and R hear p₀/2, C gives p₀ on axis at the head's distance.
 * Time: the near ears hear their pulses when the sound of the device's centre would pass the head's centre; C is shifted so
 * that its pulse at the ears peaks with them.
 */
export function designColumns(document: DesignDocument, geometry: Geometry): DesignedColumns {
  const { frequenciesHz, ears } = geometry;
  const pressure = referencePressure(document);
  const travel = propagationSeconds(document);
  const sides = designSides(document, geometry);
  const cancellation = [sides.cancellation.left, sides.cancellation.right] as const;
  const { left, right } = sides.columns;
  const centre = designCentre(document.centre.beam, geometry);
  // A beam is 1 on axis, which at the head is 1/r; without one the pressure at the head itself is 1.
  const spreading = document.centre.beam ? Math.hypot(...document.listener.positionM) : 1;
  const late = arrivalSeconds(centre, ears, frequenciesHz, travel);
  const finish = (column: ComplexMatrices, gain: number, seconds: number): void =>
    scaleBins(column, (bin) => {
      const frequencyHz = frequenciesHz[bin]!;
      const { re, im } = delayAt(frequencyHz, seconds);
      const level = gain * passbandAt(frequencyHz, document.sampleRateHz);
      return { re: level * re, im: level * im };
    });
  for (const column of [left, right, ...cancellation]) finish(column, pressure / 2, travel);
  finish(centre, pressure * spreading, -late);
  return { columns: [left, right, centre], cancellation };
}

/**
 * The relative form of a side filter: every driver's filter over that of the driver nearest to the bright ear. For two
 * drivers and a hard null that is −b_near/b_far, the relative transfer function of the dark ear: causal and benign.
 * @param column (bins, drivers, 1)
 * @param nearDriver index of the driver that is left as it is
 */
export function rtfForm(column: ComplexMatrices, nearDriver: number): ComplexMatrices {
  const { bins, rows: n } = column;
  const ratio = createMatrices(bins, n, 1);
  for (let bin = 0; bin < bins; bin++) {
    const x = column.re[bin * n + nearDriver]!;
    const y = column.im[bin * n + nearDriver]!;
    const power = x * x + y * y;
    for (let i = bin * n; i < (bin + 1) * n; i++) {
      ratio.re[i] = (column.re[i]! * x + column.im[i]! * y) / power;
      ratio.im[i] = (column.im[i]! * x - column.re[i]! * y) / power;
    }
  }
  return ratio;
}
