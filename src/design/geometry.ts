import { earTransfers, farFieldTransfers, pressureTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import { aroundAzimuths, beamBase, nullAzimuths, type BeamRows } from './centre-column.ts';
import type { BeamTarget, DesignDocument } from './document.ts';
import { driverBands } from './driver-bands.ts';
import type { Memo } from './memo.ts';

/** All transfers that a design needs at the frequencies of one grid. */
export interface Geometry {
  readonly frequenciesHz: Float64Array;
  /** (bins, 2 ears, drivers) */
  readonly ears: ComplexMatrices;
  /** The same at each head offset; empty without cancellation. */
  readonly offsetEars: readonly ComplexMatrices[];
  /** (bins, 1, drivers) pressure at the head's centre without the head. */
  readonly head: ComplexMatrices;
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

/**
 * Computes what a design needs of the acoustics; each part again only when its own part of the document has changed.
 * @param grid what the frequencies depend on: rate and length of the filters
 */
export function computeGeometry(
  document: DesignDocument,
  frequenciesHz: Float64Array,
  memo: Memo,
  grid: readonly number[],
): Geometry {
  const { device, listener, speedOfSoundMps: c, sides, centre } = document;
  const place = [grid, device, c] as const;
  const offsets = sides.cancellation?.headOffsetsM ?? [];
  const ears = memo('ears', [...place, listener], () => earTransfers(device, listener, frequenciesHz, c));
  return {
    frequenciesHz,
    ears,
    offsetEars: memo('offset ears', [...place, listener, offsets], () =>
      offsets.map((offset) =>
        isZero(offset) ? ears : earTransfers(device, listener, frequenciesHz, c, offset),
      ),
    ),
    head: memo('head', [...place, listener.positionM], () =>
      pressureTransfers(device, [listener.positionM], frequenciesHz, c),
    ),
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
