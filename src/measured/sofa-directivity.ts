import { length, subtract } from '../acoustics/vectors.ts';
import type { Vec3 } from '../acoustics/types.ts';
import { wrappedDeg } from './driver-files.ts';
import { MeasurementError } from './measurement-error.ts';
import type { SofaFile } from './sofa-file.ts';
import { framesOf, optionalPlaces, placesOf, seenIn, variableOf, type Frame } from './sofa-variables.ts';
import { phrase } from '../refusal/phrase.ts';

/** A response in the horizontal plane. */
export interface PlaneDirection {
  readonly measurement: number;
  readonly receiver: number;
  /** As the product counts: positive to the audience's left. */
  readonly azimuthDeg: number;
}

/**
 * What a file's positions are: microphones around a source, as directivities are stored; or sources around a listener, as heads are,
 * with the device in the listener's place and the one microphone in that of the source.
 */
export type SofaReading = 'microphones-around' | 'in-the-listeners-place';

/** The directions of a file that are used. */
export interface SofaDirections {
  readonly reading: SofaReading;
  readonly inPlane: readonly PlaneDirection[];
  /** Directions above and below the plane that are not. */
  readonly leftOut: number;
  readonly distanceM: number;
}

/** So far above or below the plane a microphone is in it: stands and tables are no better. */
const PLANE_DEG = 3;
/** Distances within this of each other are one. */
const SAME_DISTANCE = 0.01;
const NEAREST_M = 0.05;

interface Seen extends PlaneDirection {
  readonly elevationDeg: number;
  readonly distanceM: number;
}

/**
 * Directions of a device's responses, as the device sees them. A file's azimuths turn counter-clockwise from where it looks, that is to its
 * own left, which is the audience's right: they are turned round.
 * @throws MeasurementError naming variable, rule and what was found
 */
export function sofaDirections(
  { variables }: SofaFile,
  measurements: number,
  receivers: number,
): SofaDirections {
  const reading = readingOf(variables);
  const towards =
    reading === 'microphones-around'
      ? microphonesAround(variables, measurements, receivers)
      : inListenersPlace(variables, measurements, receivers);
  const all: Seen[] = [];
  for (let measurement = 0; measurement < measurements; measurement++) {
    for (let receiver = 0; receiver < receivers; receiver++) {
      all.push({ measurement, receiver, ...directionSeen(towards(measurement, receiver)) });
    }
  }
  const near = all.filter(({ elevationDeg }) => Math.abs(elevationDeg) <= PLANE_DEG);
  if (near.length === 0) {
    const rule = phrase('within-plane', PLANE_DEG);
    throw new MeasurementError('unfit', phrase('positions'), rule, phrase('none-of', all.length));
  }
  const inPlane = nearestToPlane(near);
  return { reading, inPlane, leftOut: all.length - inPlane.length, distanceM: oneDistance(inPlane) };
}

/** A head's file has nothing that says how its sources are turned; in one of a device, they do not go around. */
function readingOf(variables: SofaFile['variables']): SofaReading {
  const { shape, data } = variableOf(variables, 'SourcePosition');
  const width = shape[1] ?? 3;
  const isMoved = data.some((value, at) => value !== data[at % width]);
  return isMoved && !variables['SourceView'] ? 'in-the-listeners-place' : 'microphones-around';
}

type Towards = (measurement: number, receiver: number) => Vec3;

function microphonesAround(
  variables: SofaFile['variables'],
  measurements: number,
  receivers: number,
): Towards {
  const source = placesOf('SourcePosition', variableOf(variables, 'SourcePosition'), measurements);
  const listener = optionalPlaces(variables, 'ListenerPosition', measurements, [0, 0, 0]);
  const microphone = placesOf(
    'ReceiverPosition',
    variableOf(variables, 'ReceiverPosition'),
    receivers,
    measurements,
  );
  const [listenerFrame, sourceFrame] = [
    framesOf(variables, 'Listener', measurements),
    framesOf(variables, 'Source', measurements),
  ];
  return (m, r) => {
    const there = inRoom(listenerFrame(m), microphone(r, m));
    const [at, from] = [listener(m), source(m)];
    const toMicrophone: Vec3 = [at[0] + there[0], at[1] + there[1], at[2] + there[2]];
    return seenIn(sourceFrame(m), subtract(toMicrophone, from));
  };
}

/** A vector in a frame as it lies in the room. */
function inRoom(frame: Frame, [a, b, c]: Vec3): Vec3 {
  const axis = (i: 0 | 1 | 2) => a * frame[0][i] + b * frame[1][i] + c * frame[2][i];
  return [axis(0), axis(1), axis(2)];
}

function inListenersPlace(
  variables: SofaFile['variables'],
  measurements: number,
  receivers: number,
): Towards {
  if (receivers !== 1) {
    const rule = phrase('one-receiver');
    throw new MeasurementError('unfit', phrase('responses'), rule, phrase('is-it-a-head', receivers));
  }
  const source = placesOf('SourcePosition', variableOf(variables, 'SourcePosition'), measurements);
  const listener = optionalPlaces(variables, 'ListenerPosition', measurements, [0, 0, 0]);
  const frame = framesOf(variables, 'Listener', measurements);
  return (m) => seenIn(frame(m), subtract(source(m), listener(m)));
}

function directionSeen(towards: Vec3): Pick<Seen, 'azimuthDeg' | 'elevationDeg' | 'distanceM'> {
  const [front, left, up] = towards;
  const distanceM = length(towards);
  if (!(distanceM >= NEAREST_M)) {
    const rule = phrase('metres-to-microphone', NEAREST_M);
    throw new MeasurementError('unfit', phrase('positions'), rule, phrase('metres', distanceM));
  }
  const degrees = (radians: number) => (radians * 180) / Math.PI;
  return {
    // What positions in metres are worth: a thousandth of a degree.
    azimuthDeg: wrappedDeg(-Math.round(degrees(Math.atan2(left, front)) * 1000) / 1000),
    elevationDeg: degrees(Math.asin(Math.max(-1, Math.min(1, up / distanceM)))),
    distanceM,
  };
}

/** Of directions above each other the one that is nearest to the plane; those that are as near remain. */
function nearestToPlane(near: readonly Seen[]): Seen[] {
  const least = new Map<number, number>();
  for (const { azimuthDeg, elevationDeg } of near) {
    const off = Math.abs(elevationDeg);
    least.set(azimuthDeg, Math.min(off, least.get(azimuthDeg) ?? off));
  }
  return near.filter(
    ({ azimuthDeg, elevationDeg }) => Math.abs(elevationDeg) <= least.get(azimuthDeg)! + 1e-6,
  );
}

function oneDistance(inPlane: readonly Seen[]): number {
  const distances = inPlane.map(({ distanceM }) => distanceM);
  const [least, most] = [Math.min(...distances), Math.max(...distances)];
  if (most > least * (1 + SAME_DISTANCE)) {
    const got = phrase('metres-from', millimetres(least), millimetres(most));
    throw new MeasurementError('unfit', phrase('positions'), phrase('one-distance'), got);
  }
  return Number((distances.reduce((sum, d) => sum + d, 0) / distances.length).toFixed(4));
}

/** To the millimetre, for a person. */
function millimetres(lengthM: number): number {
  return Number(lengthM.toFixed(3));
}
