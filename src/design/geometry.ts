import { earTransfers, pressureTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import { aroundAzimuths, beamBase, nullAzimuths } from './centre-column.ts';
import type { BeamTarget, DesignDocument } from './document.ts';
import { driverBands, weighDrivers } from './driver-bands.ts';
import type { Memo } from './memo.ts';
import { isMirrored, mirrorEars, mirrorOrder } from './mirror.ts';
import { prepareSide, type PreparedSides } from './side-columns.ts';
import { prepareTargetRatio, type PreparedTargetRatio } from './target-ratio.ts';

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
  readonly beam: PreparedTargetRatio | null;
}

/** A circle nearer than this many times the farthest driver would pass between the drivers. */
const CLEAR_OF_DRIVERS = 1.5;

/**
 * Radius of the circle that beams are designed and shown on: the listener's distance, because an array as wide as it is
 * heard from near by has another far field than the one that is heard.
 */
export function beamDistanceM({ device, listener }: DesignDocument): number {
  const extent = Math.max(...device.drivers.map(({ positionM }) => Math.hypot(...positionM)));
  return Math.max(Math.hypot(...listener.positionM), CLEAR_OF_DRIVERS * extent);
}

/**
 * Directivity of the drivers in the horizontal plane at the listener's distance r: pressure times r·e^{jkr}, which for a
 * distant listener is the far field.
 * @returns (bins, azimuths, drivers)
 */
export function horizontalTransfers(
  document: DesignDocument,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
): ComplexMatrices {
  const { device, speedOfSoundMps } = document;
  const distanceM = beamDistanceM(document);
  const points = azimuthsDeg.map((azimuthDeg): Vec3 => {
    const azimuth = (azimuthDeg * Math.PI) / 180;
    return [distanceM * Math.cos(azimuth), distanceM * Math.sin(azimuth), 0];
  });
  return pressureTransfers(device, points, frequenciesHz, speedOfSoundMps, distanceM);
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
    offsetEars: memo('offset ears', [place, offsets], () => {
      const order = mirrorOrder(device, listener);
      const made: ComplexMatrices[] = [];
      offsets.forEach((offset, index) => {
        const twin = order ? offsets.findIndex((other) => isMirrored(offset, other)) : -1;
        if (isZero(offset)) made.push(ears);
        else if (order && twin >= 0 && twin < index) made.push(mirrorEars(made[twin]!, order));
        else made.push(earTransfers(device, listener, frequenciesHz, c, offset));
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
  const mirror = isEven ? mirrorOrder(device, listener) : null;
  return {
    ...geometry,
    bands,
    sides:
      sides.cancellation &&
      memo('sides', [place, listener, sides.cancellation.headOffsetsM], () => ({
        left: prepareSide(0, ears, offsetEars, bands),
        right: mirror ?? prepareSide(1, ears, offsetEars, bands),
      })),
    beam: centre.beam && prepareBeam(document, centre.beam, frequenciesHz, bands, memo, place),
  };
}

function prepareBeam(
  document: DesignDocument,
  beam: BeamTarget,
  frequenciesHz: Float64Array,
  bands: Float64Array | null,
  memo: Memo,
  place: readonly unknown[],
): PreparedTargetRatio {
  const azimuthsDeg = nullAzimuths(beam);
  const field = [...place, beamDistanceM(document)];
  const axis = memo('axis', field, () => horizontalTransfers(document, [0], frequenciesHz));
  const base = memo('base', [field, document.listener.headRadiusM], () =>
    beamBase(
      horizontalTransfers(document, aroundAzimuths(), frequenciesHz),
      horizontalTransfers(document, headAzimuths(document), frequenciesHz),
      axis,
    ),
  );
  return memo('beam', [field, document.listener.headRadiusM, azimuthsDeg], () =>
    prepareTargetRatio({
      bright: weighDrivers(axis, bands),
      dark: weighDrivers(horizontalTransfers(document, azimuthsDeg, frequenciesHz), bands),
      base: weighDrivers(base, bands, true),
    }),
  );
}

/** Azimuths one and two head radii off the axis at the listener's distance: the ears, and some room to move. */
function headAzimuths(document: DesignDocument): number[] {
  const headDeg = (Math.atan(document.listener.headRadiusM / beamDistanceM(document)) * 180) / Math.PI;
  return [-2, -1, 1, 2].map((radii) => radii * headDeg);
}

function isZero(offset: Vec3): boolean {
  return offset.every((x) => x === 0);
}
