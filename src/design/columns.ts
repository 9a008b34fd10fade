import type { ComplexMatrices } from '../acoustics/types.ts';
import { arrivalSeconds } from './alignment.ts';
import { designCentre } from './centre-column.ts';
import type { DesignDocument } from './document.ts';
import type { Geometry } from './geometry.ts';
import { passbandAt } from './grid.ts';
import { propagationSeconds, referencePressure } from './level.ts';
import { delayAt, scaleBins } from './matrices.ts';
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
