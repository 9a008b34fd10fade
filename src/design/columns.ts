import type { ComplexMatrices } from '../acoustics/types.ts';
import { arrivalSeconds } from './alignment.ts';
import { AS_DESIGNED, type CentreAmounts } from './amounts.ts';
import { designCentre } from './centre-column.ts';
import type { BeamTarget, DesignDocument } from './document.ts';
import type { Geometry } from './geometry.ts';
import { passbandAt } from './grid.ts';
import { propagationSeconds, referencePressure } from './level.ts';
import { earKey } from './listener-ears.ts';
import { delayAt, scaleBins } from './matrices.ts';
import { noMemo, type Memo } from './memo.ts';
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
 * that its pulse at the ears peaks with them. Less presence blends C towards what it is without a beam.
 * @param memo keeps the sides while only the centre is changed, and the other way round; what it keeps is not written to
 */
export function designColumns(
  document: DesignDocument,
  geometry: Geometry,
  memo: Memo = noMemo,
  { centreDb, presence }: CentreAmounts = AS_DESIGNED,
): DesignedColumns {
  const { frequenciesHz, ears } = geometry;
  const { listener, sides, centre } = document;
  const place = [earKey(document), frequenciesHz.length, frequenciesHz.at(-1)];
  const pressure = memo('reference pressure', place, () => referencePressure(document));
  const travel = propagationSeconds(document);
  const finish = (column: ComplexMatrices, gain: number, seconds: number): void =>
    scaleBins(column, (bin) => {
      const frequencyHz = frequenciesHz[bin]!;
      const { re, im } = delayAt(frequencyHz, seconds);
      const level = gain * passbandAt(frequencyHz, document.sampleRateHz);
      return { re: level * re, im: level * im };
    });
  const { columns, cancellation } = memo('side columns', [place, sides], () => {
    const made = designSides(document, geometry);
    for (const { left, right } of [made.columns, made.cancellation])
      for (const column of [left, right]) finish(column, pressure / 2, travel);
    return made;
  });
  const centreWith = (beam: BeamTarget | null): ComplexMatrices => {
    const made = designCentre(beam, geometry);
    // A beam is 1 on axis, which at the head is 1/r; without one the pressure at the head itself is 1.
    const spreading = beam ? Math.hypot(...listener.positionM) : 1;
    finish(made, pressure * spreading, -arrivalSeconds(made, ears, frequenciesHz, travel));
    return made;
  };
  const middle = memo('centre column', [place, centre], () => centreWith(centre.beam));
  const isBlend = presence !== 1 && centre.beam !== null;
  const plain = isBlend ? memo('plain centre column', place, () => centreWith(null)) : middle;
  return {
    columns: [columns.left, columns.right, blended(plain, middle, presence, 10 ** (centreDb / 20))],
    cancellation: [cancellation.left, cancellation.right],
  };
}

/** gain·(a + share·(b − a)); b itself where that is all. */
function blended(a: ComplexMatrices, b: ComplexMatrices, share: number, gain: number): ComplexMatrices {
  if (gain === 1 && (share === 1 || a === b)) return b;
  const mix = (x: Float64Array, y: Float64Array) =>
    x.map((from, i) => gain * (from + share * (y[i]! - from)));
  return { ...b, re: mix(a.re, b.re), im: mix(a.im, b.im) };
}
