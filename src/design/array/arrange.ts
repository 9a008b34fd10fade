import type { Device, Driver, Vec3 } from '../../acoustics/types.ts';
import { firstOverlap } from './clearance.ts';
import { directionOf, mountedOn, positionOn, tidied } from './mounting.ts';

/** Which way the drivers are numbered, which is the order of the outputs. */
export type NumberingOrder = 'left-to-right' | 'front-to-back';

/** From one driver's centre to the next one's, in its radii: a tenth of a diameter of room. */
const PITCH_RADII = 2.2;
/** How many places beside a driver are tried for another. */
const MOST_TRIED = 64;
const NUMBERED_ID = /^d\d+$/;

/** One more driver like the last, where there is room beside it. */
export function withNewDriver(device: Device): Device {
  const { id, positionM, radiusM } = device.drivers.at(-1)!;
  return withCopy(device, { id, positionM, radiusM });
}

/** One more driver like this one in all, where there is room beside it. */
export function withDuplicate(device: Device, index: number): Device {
  return withCopy(device, device.drivers[index]!);
}

/**
 * The device with one more driver: to the right of its model, or to the left, at the nearest place that is clear of all others.
 * Where none is, beside its model all the same: the schema then says which two overlap.
 */
function withCopy(device: Device, model: Driver): Device {
  const id = freeId(device.drivers);
  const devices = placesBeside(device, model).map((positionM) => ({
    ...device,
    drivers: [...device.drivers, { ...model, id, positionM }],
  }));
  return devices.find((tried) => firstOverlap(tried) === null) ?? devices[0]!;
}

function placesBeside({ baffle }: Device, { positionM, radiusM }: Driver): Vec3[] {
  const steps = Array.from({ length: MOST_TRIED }, (_, i) => (1 + (i >> 1)) * (i % 2 === 0 ? -1 : 1));
  if (baffle.kind !== 'rigid-sphere') {
    const [front, left, up] = positionM;
    return steps.map((step) => tidied([front, left + step * PITCH_RADII * radiusM, up]));
  }
  const pitchDeg = (PITCH_RADII * Math.asin(radiusM / baffle.radiusM) * 180) / Math.PI;
  const { azimuthDeg, elevationDeg } = directionOf(positionM);
  // Around at its own height, then a row up, then one down.
  const heights = [0, 1, -1].map((row) => elevationDeg + row * pitchDeg).filter((deg) => Math.abs(deg) <= 90);
  return heights.flatMap((height) => {
    const narrowing = Math.max(0.1, Math.cos((height * Math.PI) / 180));
    return steps.map((step) =>
      positionOn(baffle.radiusM, {
        azimuthDeg: azimuthDeg + (step * pitchDeg) / narrowing,
        elevationDeg: height,
      }),
    );
  });
}

/** An id that no driver has: `d` and a number. */
export function freeId(drivers: readonly Driver[], wanted: string | null = null): string {
  const taken = new Set(drivers.map(({ id }) => id));
  if (wanted !== null && !taken.has(wanted)) return wanted;
  let number = drivers.length + 1;
  while (taken.has(`d${number}`)) number += 1;
  return `d${number}`;
}

/** The drivers in another order; ids that only count (`d3`) count anew, names stay. */
export function renumbered(device: Device, order: NumberingOrder): Device {
  const [first, second] = order === 'left-to-right' ? ([1, 0] as const) : ([0, 1] as const);
  const sorted = [...device.drivers].sort(
    ({ positionM: a }, { positionM: b }) => b[first] - a[first] || b[second] - a[second] || b[2] - a[2],
  );
  const names = new Set(sorted.map(({ id }) => id).filter((id) => !NUMBERED_ID.test(id)));
  const drivers = sorted.map((driver, index) =>
    names.has(driver.id) ? driver : { ...driver, id: `d${index + 1}` },
  );
  return { ...device, drivers };
}

/** The device without a driver. */
export function withoutDriver(device: Device, index: number): Device {
  return { ...device, drivers: device.drivers.filter((_, at) => at !== index) };
}

/** A position as the plane between left and right mirrors it. */
export function mirroredPosition([front, left, up]: Vec3): Vec3 {
  return [front, left === 0 ? 0 : -left, up];
}

/** The device with a driver moved, on its baffle. */
export function withDriverAt(device: Device, index: number, positionM: Vec3): Device {
  const placed = mountedOn(device.baffle, positionM);
  return {
    ...device,
    drivers: device.drivers.map((driver, at) => (at === index ? { ...driver, positionM: placed } : driver)),
  };
}
