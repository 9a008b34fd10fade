import type { DesignDocument, GainCurve } from '../../store/index.ts';

/** Edits of the document as pure functions: each gives a new document and leaves what it does not name as it was. */

export type Driver = DesignDocument['device']['drivers'][number];
export type Baffle = DesignDocument['device']['baffle'];
export type BaffleKind = Baffle['kind'];
type Vec3 = Driver['positionM'];
type Cancellation = NonNullable<DesignDocument['sides']['cancellation']>;
type Beam = NonNullable<DesignDocument['centre']['beam']>;

export const MOST_DRIVERS = 32;
const DEFAULT_BAFFLE_RADIUS_M = 0.09;
/** Six decimals of a metre: finer than any drawing, coarse enough to leave no binary residue. */
const METRE_GRID = 1e6;

export const DEFAULT_CANCELLATION: Cancellation = {
  targetGainDb: [
    [200, 3],
    [1000, 15],
    [8000, 15],
    [14_000, 6],
  ],
  maxEffortDb: 9,
  headOffsetsM: [[0, 0, 0]],
};

export const DEFAULT_BEAM: Beam = {
  nullAzimuthsDeg: [90, -90],
  nullWidthDeg: 20,
  targetGainDb: [
    [200, 3],
    [400, 15],
    [3000, 15],
    [6000, 0],
  ],
  maxEffortDb: 6,
};

export function withListener(
  document: DesignDocument,
  change: Partial<DesignDocument['listener']>,
): DesignDocument {
  return { ...document, listener: { ...document.listener, ...change } };
}

export function withSides(
  document: DesignDocument,
  change: Partial<DesignDocument['sides']>,
): DesignDocument {
  return { ...document, sides: { ...document.sides, ...change } };
}

/** Changes the cancellation; where there is none, nothing. */
export function withCancellation(document: DesignDocument, change: Partial<Cancellation>): DesignDocument {
  const { cancellation } = document.sides;
  return cancellation ? withSides(document, { cancellation: { ...cancellation, ...change } }) : document;
}

/** Changes the beam; where there is none, nothing. */
export function withBeam(document: DesignDocument, change: Partial<Beam>): DesignDocument {
  const { beam } = document.centre;
  return beam ? { ...document, centre: { beam: { ...beam, ...change } } } : document;
}

export function withDriver(document: DesignDocument, index: number, change: Partial<Driver>): DesignDocument {
  const drivers = document.device.drivers.map((driver, at) =>
    at === index ? { ...driver, ...change } : driver,
  );
  return withDrivers(document, drivers);
}

export function withoutDriver(document: DesignDocument, index: number): DesignDocument {
  return withDrivers(
    document,
    document.device.drivers.filter((_, at) => at !== index),
  );
}

/** One more driver like the last, a little to its right, with an id of its own. */
export function withNewDriver(document: DesignDocument): DesignDocument {
  const { drivers, baffle } = document.device;
  const last = drivers[drivers.length - 1] ?? { id: '', positionM: [0, 0, 0], radiusM: 0.025 };
  const [front, left, up] = last.positionM;
  const beside: Vec3 = [front, tidyMetres(left - 2.2 * last.radiusM), up];
  const added: Driver = { ...last, id: freeId(drivers), positionM: mounted(beside, baffle) };
  return withDrivers(document, [...drivers, added]);
}

/**
 * Another baffle; the drivers are moved onto its surface: out of a sphere each in its direction, otherwise straight to
 * the front, so that a row of drivers stays a row as seen from the audience.
 */
export function withBaffle(document: DesignDocument, baffle: Baffle): DesignDocument {
  const wasSphere = document.device.baffle.kind === 'rigid-sphere';
  const drivers = document.device.drivers.map((driver) => ({
    ...driver,
    positionM:
      baffle.kind === 'rigid-sphere' && !wasSphere
        ? pushedOnto(baffle.radiusM, driver.positionM)
        : mounted(driver.positionM, baffle),
  }));
  return { ...document, device: { baffle, drivers } };
}

/** A baffle of this kind; a sphere keeps its radius, or is made as large as the drivers' farthest. */
export function baffleOfKind(document: DesignDocument, kind: BaffleKind): Baffle {
  const { baffle, drivers } = document.device;
  if (kind !== 'rigid-sphere') return { kind };
  if (baffle.kind === 'rigid-sphere') return baffle;
  const farthestM = Math.max(...drivers.map(({ positionM }) => Math.hypot(...positionM)));
  return { kind, radiusM: farthestM > 0 ? tidyMetres(farthestM) : DEFAULT_BAFFLE_RADIUS_M };
}

export interface Direction {
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
}

/** Direction of a position from the device's centre; straight ahead for the centre itself. */
export function directionOf([front, left, up]: Vec3): Direction {
  const degrees = 180 / Math.PI;
  return {
    azimuthDeg: Math.atan2(left, front) * degrees,
    elevationDeg: Math.atan2(up, Math.hypot(front, left)) * degrees,
  };
}

export function positionOn(radiusM: number, { azimuthDeg, elevationDeg }: Direction): Vec3 {
  const azimuth = (azimuthDeg * Math.PI) / 180;
  const elevation = (elevationDeg * Math.PI) / 180;
  const across = radiusM * Math.cos(elevation);
  return [
    tidyMetres(across * Math.cos(azimuth)),
    tidyMetres(across * Math.sin(azimuth)),
    tidyMetres(radiusM * Math.sin(elevation)),
  ];
}

export function tidyMetres(valueM: number): number {
  const rounded = Math.round(valueM * METRE_GRID) / METRE_GRID;
  return rounded === 0 ? 0 : rounded;
}

/** A copy of a position with one coordinate changed. */
export function withCoordinate(position: Vec3, axis: 0 | 1 | 2, valueM: number): Vec3 {
  const [front, left, up] = position.map((coordinate, at) => (at === axis ? valueM : coordinate));
  return [front, left, up];
}

/** The highest gain of a curve, dB. */
export function peakGainDb(curve: GainCurve): number {
  return Math.max(...curve.map(([, gainDb]) => gainDb));
}

/** The curve moved up or down as a whole until its highest point is at `peakDb`. */
export function curveWithPeak(curve: GainCurve, peakDb: number): GainCurve {
  const byDb = peakDb - peakGainDb(curve);
  return curve.map(([frequencyHz, gainDb]) => [frequencyHz, tidyDecibels(gainDb + byDb)]);
}

export function curveWithPoint(curve: GainCurve, index: number, point: GainCurve[number]): GainCurve {
  return curve.map((old, at) => (at === index ? point : old));
}

export function curveWithout(curve: GainCurve, index: number): GainCurve {
  return curve.filter((_, at) => at !== index);
}

/** One more point, on the curve, in the middle of its widest gap on a log frequency axis; an octave up from a lone one. */
export function curveWithNewPoint(curve: GainCurve): GainCurve {
  if (curve.length < 2)
    return curve.flatMap(
      ([hertz, gainDb]) =>
        [
          [hertz, gainDb],
          [hertz * 2, gainDb],
        ] as const,
    );
  let widest = 1;
  for (let index = 2; index < curve.length; index += 1) {
    if (curve[index][0] / curve[index - 1][0] > curve[widest][0] / curve[widest - 1][0]) widest = index;
  }
  const [low, high] = [curve[widest - 1], curve[widest]];
  const middle = [tidyHertz(Math.sqrt(low[0] * high[0])), tidyDecibels((low[1] + high[1]) / 2)] as const;
  return [...curve.slice(0, widest), middle, ...curve.slice(widest)];
}

/** Frequencies between which a point may move, so that the points stay in order. */
export function roomOfPoint(curve: GainCurve, index: number): { lowHz: number; highHz: number } {
  const below = curve[index - 1]?.[0];
  const above = curve[index + 1]?.[0];
  return {
    lowHz: below === undefined ? 20 : below * 1.03,
    highHz: above === undefined ? 20_000 : above / 1.03,
  };
}

/** Three significant digits, as one reads a frequency. */
export function tidyHertz(frequencyHz: number): number {
  return Number(frequencyHz.toPrecision(3));
}

export function tidyDecibels(gainDb: number): number {
  const rounded = Math.round(gainDb * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

function withDrivers(document: DesignDocument, drivers: readonly Driver[]): DesignDocument {
  return { ...document, device: { ...document.device, drivers } };
}

function mounted(position: Vec3, baffle: Baffle): Vec3 {
  if (baffle.kind === 'rigid-sphere') return positionOn(baffle.radiusM, directionOf(position));
  return baffle.kind === 'infinite-plane' ? [0, position[1], position[2]] : position;
}

/** Along the front axis onto a sphere; what is too far to the side for that goes to its edge. */
function pushedOnto(radiusM: number, [front, left, up]: Vec3): Vec3 {
  const asideM = Math.hypot(left, up);
  if (asideM >= radiusM) return positionOn(radiusM, directionOf([0, left, up]));
  const depthM = Math.sqrt(radiusM ** 2 - asideM ** 2);
  return [tidyMetres(front < 0 ? -depthM : depthM), left, up];
}

function freeId(drivers: readonly Driver[]): string {
  const taken = new Set(drivers.map(({ id }) => id));
  let number = drivers.length + 1;
  while (taken.has(`d${number}`)) number += 1;
  return `d${number}`;
}

/** Where one more head position goes: beside the outermost one, 5 cm on, in turn to the left and the right. */
export function nextOffsetLeftM(offsetsM: readonly Vec3[]): number {
  const stepM = 0.05;
  const lefts = offsetsM.map((offset) => offset[1]);
  const [rightmost, leftmost] = [Math.min(...lefts), Math.max(...lefts)];
  return tidyMetres(leftmost <= -rightmost ? leftmost + stepM : rightmost - stepM);
}
