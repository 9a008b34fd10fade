import type { Vec3 } from '../acoustics/types.ts';
import { distance } from '../acoustics/vectors.ts';
import { firstOverlap } from './array/clearance.ts';
import type { DesignDocument, GainCurve, NullSet, Room } from './document.ts';
import { refuse } from './schema-refusal.ts';
import { phrase } from '../refusal/phrase.ts';

/** How far a driver's centre may lie off the surface it is mounted in: drawings are rounded to millimetres. */
const MOUNTING_TOLERANCE_M = 0.001;

/** Rules between fields: what every field for itself cannot tell. @throws DesignError */
export function checkGeometry(design: DesignDocument): void {
  checkIds(design);
  checkMounting(design);
  checkClearance(design);
  checkHead(design);
  checkPlant(design);
  const { cancellation } = design.sides;
  if (cancellation) checkAscending(cancellation.targetGainDb, ['sides', 'cancellation', 'targetGainDb']);
  if (cancellation?.sideNulls) checkDetails(cancellation.sideNulls, ['sides', 'cancellation', 'sideNulls']);
  const { beam } = design.centre;
  if (beam) {
    checkAscending(beam.targetGainDb, ['centre', 'beam', 'targetGainDb']);
    checkDetails(beam, ['centre', 'beam']);
  }
  if (design.room) checkInRoom(design.room);
}

function checkIds({ device }: DesignDocument): void {
  const seen = new Set<string>();
  device.drivers.forEach(({ id }, index) => {
    if (seen.has(id)) throw refuse(['device', 'drivers', index, 'id'], phrase('own-id'), id);
    seen.add(id);
  });
}

function checkMounting({ device }: DesignDocument): void {
  const { baffle } = device;
  device.drivers.forEach(({ positionM, radiusM }, index) => {
    const at = ['device', 'drivers', index] as const;
    if (baffle.kind === 'rigid-sphere') {
      if (Math.abs(Math.hypot(...positionM) - baffle.radiusM) > MOUNTING_TOLERANCE_M) {
        throw refuse([...at, 'positionM'], phrase('on-the-sphere', baffle.radiusM), positionM);
      }
      if (radiusM >= baffle.radiusM)
        throw refuse([...at, 'radiusM'], phrase('number-below-radius', baffle.radiusM), radiusM);
    }
    if (baffle.kind === 'infinite-plane' && Math.abs(positionM[0]) > MOUNTING_TOLERANCE_M) {
      throw refuse([...at, 'positionM', 0], phrase('in-the-plane'), positionM[0]);
    }
  });
}

function checkClearance({ device }: DesignDocument): void {
  const overlap = firstOverlap(device);
  if (!overlap) return;
  const { index, other, byM } = overlap;
  throw refuse(
    ['device', 'drivers', index, 'positionM'],
    phrase('clear-of-driver', device.drivers[other]!.id, inMillimetres(byM)),
    device.drivers[index]!.positionM,
    'overlap',
  );
}

/** To the tenth, which tells an overlap that is just too much from the millimetre that is let through. */
function inMillimetres(lengthM: number): number {
  return Number((1000 * lengthM).toFixed(1));
}

function checkHead({ device, listener, sides }: DesignDocument): void {
  const at = ['listener', 'positionM'] as const;
  const { positionM } = listener;
  if (Math.hypot(positionM[0], positionM[1]) === 0) {
    throw refuse(at, phrase('head-beside-device'), positionM);
  }
  checkHeadAt(device, listener.headRadiusM, positionM, at, positionM);
  if (Math.hypot(...positionM) <= listener.headRadiusM) {
    // The real loudspeakers of a comparison are as far away as the device.
    throw refuse(at, phrase('head-clear-of-centre', listener.headRadiusM), positionM);
  }
  sides.cancellation?.headOffsetsM.forEach((offset, index) => {
    const moved: Vec3 = [positionM[0] + offset[0], positionM[1] + offset[1], positionM[2] + offset[2]];
    const field = ['sides', 'cancellation', 'headOffsetsM', index] as const;
    checkHeadAt(device, listener.headRadiusM, moved, field, offset);
  });
}

function checkHeadAt(
  { baffle, drivers }: DesignDocument['device'],
  headRadiusM: number,
  head: Vec3,
  field: readonly (string | number)[],
  value: Vec3,
): void {
  if (baffle.kind === 'infinite-plane' && head[0] <= headRadiusM) {
    throw refuse(field, phrase('head-before-plane'), value);
  }
  if (baffle.kind === 'rigid-sphere' && Math.hypot(...head) <= baffle.radiusM + headRadiusM) {
    throw refuse(field, phrase('head-outside-baffle'), value);
  }
  const inside = drivers.find(({ positionM }) => distance(positionM, head) <= headRadiusM);
  if (inside) throw refuse(field, phrase('head-clear-of-driver', inside.id, headRadiusM), value);
}

/** What was measured was measured at one place. */
function checkPlant({ plant, sides }: DesignDocument): void {
  const offsets = sides.cancellation?.headOffsetsM ?? [];
  if (plant && (offsets.length > 1 || offsets.some((offset) => offset.some((x) => x !== 0)))) {
    const field = ['sides', 'cancellation', 'headOffsetsM'] as const;
    throw refuse(field, phrase('one-place-of-plant'), offsets);
  }
}

function checkAscending(curve: GainCurve, field: readonly (string | number)[]): void {
  curve.forEach(([frequencyHz], index) => {
    const previous = curve[index - 1];
    if (previous && frequencyHz <= previous[0]) {
      throw refuse([...field, index, 0], phrase('ascending', previous[0]), frequencyHz);
    }
  });
}

function checkDetails({ nullAzimuthsDeg, nullDetails }: NullSet, field: readonly (string | number)[]): void {
  if (nullDetails && nullDetails.length !== nullAzimuthsDeg.length) {
    const rule = phrase('entries-of-nulls', nullAzimuthsDeg.length);
    throw refuse([...field, 'nullDetails'], rule, nullDetails.length);
  }
}

function checkInRoom({ sizeM, devicePositionM }: Room): void {
  devicePositionM.forEach((x, axis) => {
    const length = sizeM[axis as 0 | 1 | 2];
    if (x <= 0 || x >= length)
      throw refuse(['room', 'devicePositionM', axis], phrase('number-between', 0, length), x);
  });
}
