import type { Driver, Vec3 } from '../acoustics/types.ts';
import type { DesignDocument, GainCurve } from './document.ts';
import type { MeasurementKind } from './required-measurements.ts';

/** A quantity of a design that a sweep can vary. */
export interface SweepParameter {
  /** What it does, for the help. */
  readonly explained: string;
  /** Whether transfers have to be computed anew when it changes; the others are varied first. */
  readonly isAcoustic: boolean;
  /** Measurements that were made at one value of it, and hold for no other. */
  readonly settledBy?: readonly MeasurementKind[];
  /**
   * The design with the quantity at a value. The result is not checked: `parseDesign` does that.
   * @returns null where the design does not have the quantity
   */
  readonly apply: (document: DesignDocument, value: number) => DesignDocument | null;
}

function withDrivers(
  document: DesignDocument,
  change: (driver: Driver, index: number) => Driver,
): DesignDocument {
  return { ...document, device: { ...document.device, drivers: document.device.drivers.map(change) } };
}

/** The drivers in one row from left to right, neighbours so far apart; in front and height as they were. */
function spaced(document: DesignDocument, spacingM: number): DesignDocument | null {
  if (document.device.baffle.kind === 'rigid-sphere') return null;
  const order = document.device.drivers
    .map(({ positionM }, index) => ({ left: positionM[1], index }))
    .sort((a, b) => b.left - a.left);
  const middle = (order.length - 1) / 2;
  return withDrivers(document, (driver, index) => {
    const place = order.findIndex((one) => one.index === index);
    const [front, , up] = driver.positionM;
    return { ...driver, positionM: [front, spacingM * (middle - place) + 0, up] };
  });
}

/** The sphere at another size, the drivers where they are on it. */
function onSphere(document: DesignDocument, radiusM: number): DesignDocument | null {
  const { baffle } = document.device;
  if (baffle.kind !== 'rigid-sphere') return null;
  const scale = radiusM / baffle.radiusM;
  const moved = withDrivers(document, (driver) => ({
    ...driver,
    positionM: driver.positionM.map((x) => x * scale) as unknown as Vec3,
  }));
  return { ...moved, device: { ...moved.device, baffle: { kind: 'rigid-sphere', radiusM } } };
}

/** The head in the same direction, so far from the device's centre. */
function atDistance(document: DesignDocument, distanceM: number): DesignDocument {
  const { listener } = document;
  const scale = distanceM / Math.hypot(...listener.positionM);
  const positionM = listener.positionM.map((x) => x * scale) as unknown as Vec3;
  return { ...document, listener: { ...listener, positionM } };
}

const flat = (gainDb: number): GainCurve => [[1000, gainDb]];

function withCancellation(document: DesignDocument, change: object): DesignDocument | null {
  const { sides } = document;
  if (!sides.cancellation) return null;
  return { ...document, sides: { ...sides, cancellation: { ...sides.cancellation, ...change } } };
}

function withBeam(document: DesignDocument, change: object): DesignDocument | null {
  const { beam } = document.centre;
  return beam && { ...document, centre: { beam: { ...beam, ...change } } };
}

/** Everything a sweep can vary, by its name in the file. */
export const SWEEP_PARAMETERS: Readonly<Record<string, SweepParameter>> = {
  spacingM: {
    explained: 'drivers in a row, neighbours so far apart; not on a sphere',
    isAcoustic: true,
    settledBy: ['plant', 'drivers'],
    apply: spaced,
  },
  sphereRadiusM: {
    explained: 'radius of a rigid-sphere baffle, the drivers moving with it',
    isAcoustic: true,
    settledBy: ['plant'],
    apply: onSphere,
  },
  driverRadiusM: {
    explained: 'radius of every driver',
    isAcoustic: true,
    settledBy: ['plant', 'drivers'],
    apply: (document, radiusM) => withDrivers(document, (driver) => ({ ...driver, radiusM })),
  },
  distanceM: {
    explained: 'from the centre of the device to the head, in the same direction',
    isAcoustic: true,
    settledBy: ['plant'],
    apply: atDistance,
  },
  headRadiusM: {
    explained: "radius of the listener's head",
    isAcoustic: true,
    settledBy: ['plant'],
    apply: (document, headRadiusM) => ({ ...document, listener: { ...document.listener, headRadiusM } }),
  },
  filterTaps: {
    explained: 'length of the filters, a power of two',
    isAcoustic: true,
    apply: (document, filterTaps) => ({ ...document, filterTaps }),
  },
  virtualSpeakerAzimuthDeg: {
    explained: 'of the virtual pair',
    isAcoustic: false,
    apply: (document, virtualSpeakerAzimuthDeg) => ({
      ...document,
      sides: { ...document.sides, virtualSpeakerAzimuthDeg },
    }),
  },
  cancellationGainDb: {
    explained: 'target of the cancellation, the same at all frequencies',
    isAcoustic: false,
    apply: (document, gainDb) => withCancellation(document, { targetGainDb: flat(gainDb) }),
  },
  cancellationEffortDb: {
    explained: 'largest effort of the cancellation',
    isAcoustic: false,
    apply: (document, maxEffortDb) => withCancellation(document, { maxEffortDb }),
  },
  beamGainDb: {
    explained: 'target of the beam, the same at all frequencies',
    isAcoustic: false,
    apply: (document, gainDb) => withBeam(document, { targetGainDb: flat(gainDb) }),
  },
  beamEffortDb: {
    explained: 'largest effort of the beam',
    isAcoustic: false,
    apply: (document, maxEffortDb) => withBeam(document, { maxEffortDb }),
  },
  nullWidthDeg: {
    explained: "width of the beam's nulls",
    isAcoustic: false,
    apply: (document, nullWidthDeg) => withBeam(document, { nullWidthDeg }),
  },
};
