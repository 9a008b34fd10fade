import type { Device, Driver, Vec3 } from '../../acoustics/types.ts';
import { distance } from '../../acoustics/vectors.ts';
import { freeId, mirroredPosition } from './arrange.ts';

/** A driver no farther than this from the plane of symmetry is its own mirror image. */
export const ON_AXIS_M = 1e-3;

export function isOnAxis({ positionM }: { readonly positionM: Vec3 }): boolean {
  return Math.abs(positionM[1]) < ON_AXIS_M;
}

/**
 * The device with a driver's mirror image on the other side, of its size, band and gain. The driver that has the mirrored name
 * (`left` and `right`, `L2` and `R2`), or stands there already, becomes it; else one is added at the end.
 * @returns the same device where the driver stands on the axis
 */
export function withMirrorImage(device: Device, index: number): Device {
  const driver = device.drivers[index]!;
  if (isOnAxis(driver)) return device;
  const place = mirroredPosition(driver.positionM);
  const others = device.drivers.filter((other) => isOpposite(driver, other));
  const twin =
    others.find(({ id }) => id === mirroredId(driver.id)) ??
    others.find(({ positionM }) => distance(positionM, place) < ON_AXIS_M);
  return { ...device, drivers: placed(device.drivers, driver, twin) };
}

/**
 * The device with its right half replaced by the mirror image of its left one. Each driver's image takes the place of the driver
 * with the mirrored name, else of the nearest one on the right, and keeps that one's id and output; images without such a one
 * come last, drivers on the right that are no image go. What stands on the axis stays.
 */
export function withLeftMirrored(device: Device): Device {
  const isLeft = (driver: Driver): boolean => !isOnAxis(driver) && driver.positionM[1] > 0;
  const lefts = device.drivers.filter(isLeft);
  if (lefts.length === 0) return device;
  const rights = device.drivers.filter((driver) => !isOnAxis(driver) && !isLeft(driver));
  const twins = twinsOf(lefts, rights);
  const taken = new Set(twins.values());
  const kept = device.drivers.filter((driver) => !rights.includes(driver) || taken.has(driver));
  const drivers = lefts.reduce<readonly Driver[]>(
    (all, driver) => placed(all, driver, twins.get(driver)),
    kept,
  );
  return { ...device, drivers };
}

/** Which driver on the right is to be the image of which on the left: by name, then the nearest two first. */
function twinsOf(lefts: readonly Driver[], rights: readonly Driver[]): Map<Driver, Driver> {
  const pairs = lefts.flatMap((driver) => {
    const [place, name] = [mirroredPosition(driver.positionM), mirroredId(driver.id)];
    return rights.map((twin) => ({
      driver,
      twin,
      apartM: twin.id === name ? -1 : distance(twin.positionM, place),
    }));
  });
  const twins = new Map<Driver, Driver>();
  const taken = new Set<Driver>();
  for (const { driver, twin } of pairs.sort((a, b) => a.apartM - b.apartM)) {
    if (twins.has(driver) || taken.has(twin)) continue;
    twins.set(driver, twin);
    taken.add(twin);
  }
  return twins;
}

/** The mirror image of a driver, in the place of its twin or at the end. */
function placed(drivers: readonly Driver[], driver: Driver, twin: Driver | undefined): readonly Driver[] {
  const positionM = mirroredPosition(driver.positionM);
  if (twin) return drivers.map((other) => (other === twin ? { ...driver, id: twin.id, positionM } : other));
  return [...drivers, { ...driver, id: freeId(drivers, mirroredId(driver.id)), positionM }];
}

function isOpposite(driver: Driver, other: Driver): boolean {
  return !isOnAxis(other) && Math.sign(other.positionM[1]) === -Math.sign(driver.positionM[1]);
}

const SIDES: readonly (readonly [RegExp, string])[] = [
  [/left/, 'right'],
  [/right/, 'left'],
  [/Left/, 'Right'],
  [/Right/, 'Left'],
  [/LEFT/, 'RIGHT'],
  [/RIGHT/, 'LEFT'],
  // A letter that stands for itself, as in L2, mid-r or tweeter_L.
  [/(?<![A-Za-z])L(?![A-Za-z])/, 'R'],
  [/(?<![A-Za-z])R(?![A-Za-z])/, 'L'],
  [/(?<![A-Za-z])l(?![A-Za-z])/, 'r'],
  [/(?<![A-Za-z])r(?![A-Za-z])/, 'l'],
];

/** The name of the same on the other side; `null` for a name that tells no side. */
export function mirroredId(id: string): string | null {
  const side = SIDES.find(([pattern]) => pattern.test(id));
  return side ? id.replace(side[0], side[1]) : null;
}
