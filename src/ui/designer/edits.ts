import { tidyMetres } from '../../store/arrays.ts';
import type { DesignDocument, GainCurve, NullSet, Room } from '../../store/index.ts';

/** Edits of the document as pure functions: each gives a new document and leaves what it does not name as it was. */

type Device = DesignDocument['device'];
export type Driver = Device['drivers'][number];
type Vec3 = Driver['positionM'];
type Cancellation = NonNullable<DesignDocument['sides']['cancellation']>;
type Beam = NonNullable<DesignDocument['centre']['beam']>;

export const MOST_DRIVERS = 32;
/** Frequencies that points are dragged and put to. */
const LOWEST_HZ = 20;
const HIGHEST_HZ = 20_000;

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

/** Away from the ear that each side is for. */
export const DEFAULT_SIDE_NULLS: NullSet = { nullAzimuthsDeg: [-90], nullWidthDeg: 20 };

/** A living room. */
export const DEFAULT_ROOM: Room = {
  sizeM: [5, 4, 2.6],
  reverberationTimeS: 0.4,
  devicePositionM: [0.6, 2, 1],
};

/** Changes the room; where there is none, nothing. */
export function withRoom(document: DesignDocument, change: Partial<Room>): DesignDocument {
  return document.room ? { ...document, room: { ...document.room, ...change } } : document;
}

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

/** Gives the beam these nulls and only these; where there is none, nothing. */
export function withBeamNulls(document: DesignDocument, nulls: NullSet): DesignDocument {
  const { beam } = document.centre;
  if (!beam) return document;
  const rest = { ...beam };
  delete (rest as { nullDetails?: unknown }).nullDetails;
  return { ...document, centre: { beam: { ...rest, ...nulls } } };
}

/** Gives the side beams nulls; where there is no cancellation, nothing. */
export function withSideNulls(document: DesignDocument, sideNulls: NullSet): DesignDocument {
  return withCancellation(document, { sideNulls });
}

export function withoutSideNulls(document: DesignDocument): DesignDocument {
  const { cancellation } = document.sides;
  if (!cancellation) return document;
  const rest = { ...cancellation };
  delete (rest as { sideNulls?: NullSet }).sideNulls;
  return withSides(document, { cancellation: rest });
}

/** Changes the beam; where there is none, nothing. */
export function withBeam(document: DesignDocument, change: Partial<Beam>): DesignDocument {
  const { beam } = document.centre;
  return beam ? { ...document, centre: { beam: { ...beam, ...change } } } : document;
}

export function withDevice(document: DesignDocument, device: Device): DesignDocument {
  return { ...document, device };
}

export function withDriver(document: DesignDocument, index: number, change: Partial<Driver>): DesignDocument {
  const drivers = document.device.drivers.map((driver, at) =>
    at === index ? { ...driver, ...change } : driver,
  );
  return withDevice(document, { ...document.device, drivers });
}

/** A driver without what may be left out: its band or its gain. */
export function withoutPart(
  document: DesignDocument,
  index: number,
  part: 'bandHz' | 'gainDb',
): DesignDocument {
  const drivers = document.device.drivers.map((driver, at) => {
    const copy = { ...driver };
    if (at === index) Reflect.deleteProperty(copy, part);
    return copy;
  });
  return withDevice(document, { ...document.device, drivers });
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

/** Points nearer to each other than this are one: a handle would hide the other. */
const APART = 1.03;

/** One more point, in its place by frequency; on top of another one it takes its place. */
export function curveWithPointAt(curve: GainCurve, point: GainCurve[number]): GainCurve {
  const isHere = ([frequencyHz]: GainCurve[number]): boolean =>
    Math.abs(Math.log(frequencyHz / point[0])) < Math.log(APART);
  const others = curve.filter((other) => !isHere(other));
  return [...others, point].sort((a, b) => a[0] - b[0]);
}

/** One more point, on the curve, half way to the next one; an octave up from the last. */
export function curveWithPointAfter(curve: GainCurve, index: number): GainCurve {
  const [from, to] = [curve[index], curve[index + 1]];
  const point = to
    ? ([tidyHertz(Math.sqrt(from[0] * to[0])), tidyDecibels((from[1] + to[1]) / 2)] as const)
    : ([tidyHertz(Math.min(HIGHEST_HZ, from[0] * 2)), from[1]] as const);
  return curveWithPointAt(curve, point);
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
    lowHz: below === undefined ? LOWEST_HZ : below * APART,
    highHz: above === undefined ? HIGHEST_HZ : above / APART,
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

/** Where one more head position goes: beside the outermost one, 5 cm on, in turn to the left and the right. */
export function nextOffsetLeftM(offsetsM: readonly Vec3[]): number {
  const stepM = 0.05;
  const lefts = offsetsM.map((offset) => offset[1]);
  const [rightmost, leftmost] = [Math.min(...lefts), Math.max(...lefts)];
  return tidyMetres(leftmost <= -rightmost ? leftmost + stepM : rightmost - stepM);
}
