import { AcousticsError } from './acoustics-error.ts';
import {
  raysToTransfers,
  rayToDirection,
  rayToPoint,
  relativeTo,
  sphereToDirections,
  sphereToPoints,
  type Ray,
} from './baffles.ts';
import { headCentre, sphereHead } from './head.ts';
import { measuredDriversOf, measuredTransfers, type MeasuredDrivers } from './measured-drivers.ts';
import type { HeadRatios } from './head.ts';
import type { ComplexMatrices, Device, Listener, Vec3 } from './types.ts';
import { length, subtract, unitVector } from './vectors.ts';
import type { Direction } from './vectors.ts';

/** Scales each driver's column by its own level. */
function applyGains(device: Device, transfers: ComplexMatrices): ComplexMatrices {
  device.drivers.forEach(({ gainDb }, column) => {
    if (!gainDb) return;
    const gain = 10 ** (gainDb / 20);
    for (let at = column; at < transfers.re.length; at += transfers.columns) {
      transfers.re[at]! *= gain;
      transfers.im[at]! *= gain;
    }
  });
  return transfers;
}

/**
 * Pressure of every driver at points in free space, for unit drive: far below its baffle's size a driver is a monopole
 * e^{−jkr}/r. A driver's `gainDb` is its own level and is part of it; its `bandHz` is not.
 * - `none`: the monopole at the driver's position.
 * - `rigid-sphere`: a cap of the driver's radius in the direction of its position, sphere and origin concentric.
 * - `measured`: the monopole times the driver's measured directivity in the direction that is seen from the device's centre.
 * - `infinite-plane`: a piston 2·2J₁(ka sin θ)/(ka sin θ) towards the front, silence behind the plane front = 0; a point
 *   in the plane is heard as the limit from the front.
 * Always finite: a point nearer to a driver than its radius is taken at that radius, a point inside the spherical baffle
 * at 1.01 of its radius.
 * @param circleM radius r of a circle around the device that the points lie on: the pressures are then taken times
 *   r·e^{jkr}, a directivity, which far away is the far field
 * @returns (bins, points, drivers)
 */
export function pressureTransfers(
  device: Device,
  pointsM: readonly Vec3[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
  circleM?: number,
): ComplexMatrices {
  if (device.baffle.kind === 'rigid-sphere') {
    const { radiusM } = device.baffle;
    return applyGains(
      device,
      sphereToPoints(device, radiusM, pointsM, frequenciesHz, speedOfSoundMps, circleM),
    );
  }
  const rays = pointsM.map((pointM) =>
    device.drivers.map((driver) => {
      const ray = rayToPoint(device, driver, pointM);
      return circleM === undefined ? ray : relativeTo(circleM, ray);
    }),
  );
  if (device.baffle.kind === 'measured')
    return throughMeasured(device, pointsM, rays, frequenciesHz, speedOfSoundMps);
  return applyGains(device, raysToTransfers(rays, frequenciesHz, speedOfSoundMps));
}

/**
 * Far field of every driver: the limit of r·e^{jkr}·p with r from the device's centre. Baffles and levels as in
 * `pressureTransfers`; a direction in the plane of an infinite baffle counts as in front.
 * @returns (bins, directions, drivers)
 */
export function farFieldTransfers(
  device: Device,
  directions: readonly Direction[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const vectors = directions.map(unitVector);
  if (device.baffle.kind === 'rigid-sphere') {
    const { radiusM } = device.baffle;
    return applyGains(device, sphereToDirections(device, radiusM, vectors, frequenciesHz, speedOfSoundMps));
  }
  const rays = vectors.map((vector) =>
    device.drivers.map((driver) => rayToDirection(device, driver, vector)),
  );
  if (device.baffle.kind === 'measured')
    return throughMeasured(device, vectors, rays, frequenciesHz, speedOfSoundMps);
  return applyGains(device, raysToTransfers(rays, frequenciesHz, speedOfSoundMps));
}

/** Monopoles' rays as measured drivers have them. */
function throughMeasured(
  device: Device,
  directions: readonly Vec3[],
  rays: readonly (readonly Ray[])[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const measured = knownDrivers(device);
  const rayOf = (driver: number, row: number): Ray => rays[row]![driver]!;
  return applyGains(
    device,
    measuredTransfers(device, measured, directions, rayOf, frequenciesHz, speedOfSoundMps),
  );
}

/** @throws AcousticsError 'unknown-measurement' */
function knownDrivers({ baffle }: Device): MeasuredDrivers {
  const measured = baffle.kind === 'measured' ? measuredDriversOf(baffle) : null;
  if (measured) return measured;
  throw new AcousticsError(
    'unknown-measurement',
    'device.baffle',
    baffle,
    'the measured drivers are not known here',
  );
}

/** Both ears from the pressures at the head's centre (bins, 1, sources) and the head's ratios (bins, 2 × sources, 1). */
function atEars(centre: ComplexMatrices, head: ComplexMatrices): ComplexMatrices {
  const { bins, columns } = centre;
  const re = new Float64Array(bins * 2 * columns);
  const im = new Float64Array(bins * 2 * columns);
  for (let bin = 0, at = 0; bin < bins; bin++) {
    for (let ear = 0; ear < 2; ear++) {
      for (let from = bin * columns; from < (bin + 1) * columns; from++, at++) {
        re[at] = centre.re[from]! * head.re[at]! - centre.im[from]! * head.im[at]!;
        im[at] = centre.re[from]! * head.im[at]! + centre.im[from]! * head.re[at]!;
      }
    }
  }
  return { bins, rows: 2, columns, re, im };
}

/**
 * Every driver at the two ears of a rigid spherical head that faces the device:
 *   H_e,n = B_n(head centre) · S(ka_head, r_n/a_head, θ_n,e),
 * B_n the driver's pressure without the head (`pressureTransfers`), S the sphere's ratio for a source at the driver's
 * position (`sphereResponses`). Sound does not scatter back and forth between head and device. Frequency 0 is the static
 * limit. A listener behind the device faces it from there.
 * @param headOffsetM moves the head from the listener's position; it turns to face the device from its new place
 * @param head a measured one takes the place of S
 * @returns (bins, 2 ears: left, right, drivers)
 * @throws AcousticsError 'driver-in-head' when a driver lies inside the head, 'head-in-baffle' when the head's centre lies
 *   inside the spherical baffle
 */
export function earTransfers(
  device: Device,
  listener: Listener,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
  headOffsetM?: Vec3,
  head: HeadRatios = sphereHead,
): ComplexMatrices {
  const centreM = headCentre(listener, headOffsetM);
  device.drivers.forEach(({ positionM }, index) => {
    if (length(subtract(positionM, centreM)) < listener.headRadiusM) {
      const field = `device.drivers[${index}].positionM`;
      throw new AcousticsError('driver-in-head', field, positionM, 'the driver lies inside the head');
    }
  });
  if (device.baffle.kind === 'rigid-sphere' && length(centreM) < device.baffle.radiusM) {
    const message = "the head's centre lies inside the spherical baffle";
    throw new AcousticsError('head-in-baffle', 'listener.positionM', centreM, message);
  }
  const positions = device.drivers.map(({ positionM }) => positionM);
  return atEars(
    pressureTransfers(device, [centreM], frequenciesHz, speedOfSoundMps),
    head(positions, centreM, listener, frequenciesHz, speedOfSoundMps),
  );
}

/**
 * A free monopole e^{−jkr}/r at the two ears, e.g. the loudspeaker of a reference pair.
 * @returns (bins, 2 ears: left, right, 1)
 * @throws AcousticsError 'source-in-head' when it lies inside the head
 */
export function pointSourceToEars(
  sourceM: Vec3,
  listener: Listener,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
  headOffsetM?: Vec3,
  head: HeadRatios = sphereHead,
): ComplexMatrices {
  const centreM = headCentre(listener, headOffsetM);
  const distanceM = length(subtract(sourceM, centreM));
  if (distanceM < listener.headRadiusM) {
    throw new AcousticsError('source-in-head', 'sourceM', sourceM, 'the source lies inside the head');
  }
  return atEars(
    raysToTransfers(
      [[{ pathM: distanceM, amplitude: 1 / distanceM, pistonM: 0 }]],
      frequenciesHz,
      speedOfSoundMps,
    ),
    head([sourceM], centreM, listener, frequenciesHz, speedOfSoundMps),
  );
}
