import type { HeadRatios } from '../acoustics/head.ts';
import { earTransfers, pressureTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import type { PreparedBeam } from './centre-column.ts';
import type { DesignDocument } from './document.ts';
import { driverBands } from './driver-bands.ts';
import { controlledBins } from './grid.ts';
import { beamDistanceM } from './directivity.ts';
import { firstBins, scaleBins } from './matrices.ts';
import type { Memo } from './memo.ts';
import { isMirrored, mirrorEars, mirrorOrder } from './mirror.ts';
import { mirroredNulls, nullRows, nullTransfers } from './nulls.ts';
import { earKey, listenerEars } from './listener-ears.ts';
import { prepareBeam } from './prepared-beam.ts';
import { prepareSide, type PreparedSides } from './side-columns.ts';

/** Driver-to-ear transfers at the frequencies of one grid. */
export interface EarGeometry {
  readonly frequenciesHz: Float64Array;
  /** (bins, 2 ears, drivers) */
  readonly ears: ComplexMatrices;
  /** The same at each head offset; empty without cancellation. */
  readonly offsetEars: readonly ComplexMatrices[];
  /** (bins, 1, drivers) pressure at the head's centre without the head. */
  readonly head: ComplexMatrices;
}

/** All that a design needs of the acoustics, its problems prepared for any target. */
export interface Geometry extends EarGeometry {
  readonly bands: Float64Array | null;
  readonly sides: PreparedSides | null;
  readonly beam: PreparedBeam | null;
}

/**
 * Computes transfers to the ears; each part again only when its own part of the document or the frequencies have changed.
 * @param head a measured one, in the place of the model; the memo must then be its own
 */
export function computeEars(
  document: DesignDocument,
  frequenciesHz: Float64Array,
  memo: Memo,
  head?: HeadRatios,
): EarGeometry {
  const { device, listener, speedOfSoundMps: c, sides } = document;
  const place = [frequenciesHz.length, frequenciesHz.at(-1), ...earKey(document)];
  const offsets = sides.cancellation?.headOffsetsM ?? [];
  const ears = memo('ears', place, () => listenerEars(document, frequenciesHz, head));
  return {
    frequenciesHz,
    ears,
    offsetEars: memo('offset ears', [place, offsets], () => {
      // A measured head has two different halves.
      const order = head ? null : mirrorOrder(device, listener);
      const made: ComplexMatrices[] = [];
      offsets.forEach((offset, index) => {
        const twin = order ? offsets.findIndex((other) => isMirrored(offset, other)) : -1;
        if (isZero(offset)) made.push(ears);
        else if (order && twin >= 0 && twin < index) made.push(mirrorEars(made[twin]!, order));
        else made.push(earTransfers(device, listener, frequenciesHz, c, offset, head));
      });
      return made;
    }),
    head: memo('head', place, () => pressureTransfers(device, [listener.positionM], frequenciesHz, c)),
  };
}

/** Computes all that a design needs of the acoustics, as `computeEars`. */
export function computeGeometry(document: DesignDocument, frequenciesHz: Float64Array, memo: Memo): Geometry {
  const { device, listener, speedOfSoundMps, centre, sides } = document;
  const place = [frequenciesHz.length, frequenciesHz.at(-1), device, speedOfSoundMps];
  const geometry = computeEars(document, frequenciesHz, memo);
  const bands = memo('bands', place, () => driverBands(device, frequenciesHz));
  const { ears, offsetEars } = geometry;
  const offsets = sides.cancellation?.headOffsetsM ?? [];
  const isEven = offsets.every((offset) => offsets.some((other) => isMirrored(offset, other)));
  // What was measured has two different halves.
  const mirror = isEven && !document.plant ? mirrorOrder(device, listener) : null;
  return {
    ...geometry,
    bands,
    sides:
      sides.cancellation &&
      memo(
        'sides',
        [place, earKey(document), sides.cancellation.headOffsetsM, sides.cancellation.sideNulls],
        () => {
          // Above, the natural filters play.
          const controlled = (matrices: ComplexMatrices): ComplexMatrices =>
            firstBins(matrices, controlledBins(frequenciesHz));
          const prepare = (near: number) =>
            prepareSide(
              near,
              controlled(ears),
              offsetEars.map(controlled),
              sideNulls(document, near, frequenciesHz.subarray(0, controlledBins(frequenciesHz))),
              bands,
            );
          return { left: prepare(0), right: mirror ?? prepare(1) };
        },
      ),
    beam: centre.beam && prepareBeam(document, centre.beam, frequenciesHz, bands, memo),
  };
}

/** Pressure in the nulls of one side (0 left, 1 right), relative to a monopole at 1 m as that at the ears is. */
function sideNulls(
  document: DesignDocument,
  near: number,
  frequenciesHz: Float64Array,
): ComplexMatrices | null {
  const left = document.sides.cancellation?.sideNulls;
  if (!left || left.nullAzimuthsDeg.length === 0) return null;
  const rows = nullRows(near === 0 ? left : mirroredNulls(left));
  const nulls = nullTransfers(document, rows, frequenciesHz);
  const spreading = { re: 1 / beamDistanceM(document), im: 0 };
  scaleBins(nulls, () => spreading);
  return nulls;
}

function isZero(offset: Vec3): boolean {
  return offset.every((x) => x === 0);
}
