import { earTransfers, farFieldTransfers, pressureTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import { aroundAzimuths, beamBase, nullAzimuths, type BeamRows } from './centre-column.ts';
import type { BeamTarget, DesignDocument } from './document.ts';
import { driverBands } from './driver-bands.ts';
import type { Memo } from './memo.ts';

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

/** All transfers that a design needs. */
export interface Geometry extends EarGeometry {
  readonly bands: Float64Array | null;
  readonly beam: BeamRows | null;
}

/** The far field in the horizontal plane, (bins, azimuths, drivers). */
export function horizontalTransfers(
  { device, speedOfSoundMps }: DesignDocument,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
): ComplexMatrices {
  const directions = azimuthsDeg.map((azimuthDeg) => ({ azimuthDeg, elevationDeg: 0 }));
  return farFieldTransfers(device, directions, frequenciesHz, speedOfSoundMps);
}

/** Computes transfers to the ears; each part again only when its own part of the document or the frequencies have changed. */
export function computeEars(document: DesignDocument, frequenciesHz: Float64Array, memo: Memo): EarGeometry {
  const { device, listener, speedOfSoundMps: c, sides } = document;
  const place = [frequenciesHz.length, frequenciesHz.at(-1), device, c, listener];
  const offsets = sides.cancellation?.headOffsetsM ?? [];
  const ears = memo('ears', place, () => earTransfers(device, listener, frequenciesHz, c));
  return {
    frequenciesHz,
    ears,
    offsetEars: memo('offset ears', [place, offsets], () =>
      offsets.map((offset) =>
        isZero(offset) ? ears : earTransfers(device, listener, frequenciesHz, c, offset),
      ),
    ),
    head: memo('head', place, () => pressureTransfers(device, [listener.positionM], frequenciesHz, c)),
  };
}

/** Computes all that a design needs of the acoustics, as `computeEars`. */
export function computeGeometry(document: DesignDocument, frequenciesHz: Float64Array, memo: Memo): Geometry {
  const { device, speedOfSoundMps, centre } = document;
  const place = [frequenciesHz.length, frequenciesHz.at(-1), device, speedOfSoundMps];
  return {
    ...computeEars(document, frequenciesHz, memo),
    bands: memo('bands', place, () => driverBands(device, frequenciesHz)),
    beam: centre.beam && computeBeam(document, centre.beam, frequenciesHz, memo, place),
  };
}

function computeBeam(
  document: DesignDocument,
  beam: BeamTarget,
  frequenciesHz: Float64Array,
  memo: Memo,
  place: readonly unknown[],
): BeamRows {
  const azimuthsDeg = nullAzimuths(beam);
  const axis = memo('axis', place, () => horizontalTransfers(document, [0], frequenciesHz));
  return {
    axis,
    nulls: memo('nulls', [place, azimuthsDeg], () =>
      horizontalTransfers(document, azimuthsDeg, frequenciesHz),
    ),
    base: memo('base', place, () =>
      beamBase(horizontalTransfers(document, aroundAzimuths(), frequenciesHz), axis),
    ),
  };
}

function isZero(offset: Vec3): boolean {
  return offset.every((x) => x === 0);
}
