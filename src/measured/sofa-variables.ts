import type { Vec3 } from '../acoustics/types.ts';
import { cross, directionOf, dot } from '../acoustics/vectors.ts';
import { MeasurementError } from './measurement-error.ts';
import type { SofaFile, SofaValues } from './sofa-file.ts';
import { phrase } from '../refusal/phrase.ts';

type Variables = SofaFile['variables'];

/** Curves go up to 20 kHz. */
export const LEAST_RATE_HZ = 40_000;
const HIGHEST_RATE_HZ = 1e6;

export function variableOf(variables: Variables, name: string): SofaValues {
  const variable = variables[name];
  if (!variable) throw new MeasurementError('unfit', name, phrase('a-variable'), phrase('none'));
  return variable;
}

/** @throws MeasurementError for a rate at which no curve up to 20 kHz can be told, or another unit */
export function rateOf(variables: Variables): number {
  const { data, attributes } = variableOf(variables, 'Data.SamplingRate');
  const [rate = NaN] = data;
  const unit = attributes['Units'] ?? 'hertz';
  if (unit.toLowerCase() !== 'hertz')
    throw new MeasurementError('unfit', 'Data.SamplingRate', phrase('in-hertz'), unit);
  if (!(rate >= LEAST_RATE_HZ && rate <= HIGHEST_RATE_HZ)) {
    throw new MeasurementError(
      'unfit',
      'Data.SamplingRate',
      phrase('hertz-at-least', LEAST_RATE_HZ),
      phrase('hertz', rate),
    );
  }
  return rate;
}

/**
 * Vectors of a variable that has one row for all, or one for each of `rows`, and may have each once more for every measurement.
 * @returns the vector of a row at a measurement, metres
 * @throws MeasurementError for another shape or unknown units
 */
export function placesOf(
  name: string,
  { shape, data, attributes }: SofaValues,
  rows: number,
  measurements = 1,
): (row: number, measurement?: number) => Vec3 {
  const [count = 0, width, layers = 1] = shape;
  const isEach = layers === measurements && layers > 1;
  if (width !== 3 || (count !== 1 && count !== rows) || (layers !== 1 && !isEach)) {
    const got = `[${shape.join(' × ')}]`;
    throw new MeasurementError('unfit', name, phrase('rows-of-three', rows), got);
  }
  const { Type: type = 'cartesian', Units: units = '' } = attributes;
  if (type !== 'cartesian' && type !== 'spherical') {
    throw new MeasurementError(
      'unfit',
      `${name}:Type`,
      phrase('this-value', '"cartesian" or "spherical"'),
      type,
    );
  }
  if (/rad|milli|centi|inch|f(oo|ee)t/i.test(units)) {
    throw new MeasurementError('unfit', `${name}:Units`, phrase('degrees-and-metres'), units);
  }
  return (row, measurement = 0) => {
    const from = (count === 1 ? 0 : row) * 3;
    const at = (axis: number) => data[(from + axis) * layers + (isEach ? measurement : 0)] ?? NaN;
    return toVector([at(0), at(1), at(2)], type === 'spherical');
  };
}

function toVector([x, y, z]: Vec3, isSpherical: boolean): Vec3 {
  if (!isSpherical) return [x, y, z];
  const [azimuth, elevation] = [(x * Math.PI) / 180, (y * Math.PI) / 180];
  const level = z * Math.cos(elevation);
  return [level * Math.cos(azimuth), level * Math.sin(azimuth), z * Math.sin(elevation)];
}

/** The vectors of a variable that need not be there. */
export function optionalPlaces(
  variables: Variables,
  name: string,
  rows: number,
  otherwise: Vec3,
): (row: number) => Vec3 {
  const values = variables[name];
  return values ? placesOf(name, values, rows) : () => otherwise;
}

/** Unit vectors of what looks somewhere: where to, to its own left, and up. */
export type Frame = readonly [view: Vec3, left: Vec3, up: Vec3];

/** How listener or source are turned at each measurement; to the front where the file does not say. */
export function framesOf(
  variables: Variables,
  whose: 'Listener' | 'Source',
  rows: number,
): (row: number) => Frame {
  const views = optionalPlaces(variables, `${whose}View`, rows, [1, 0, 0]);
  const ups = optionalPlaces(variables, `${whose}Up`, rows, [0, 0, 1]);
  return (row) => {
    const view = directionOf(views(row), [1, 0, 0]);
    const left = directionOf(cross(ups(row), view), [0, 1, 0]);
    return [view, left, cross(view, left)];
  };
}

/** A vector as it is seen in a frame. */
export function seenIn([view, left, up]: Frame, vector: Vec3): Vec3 {
  return [dot(vector, view), dot(vector, left), dot(vector, up)];
}

/**
 * What is late and not in the responses, samples: (measurements, width), one row in the file for all or one for each.
 * @throws MeasurementError for another shape, or what are no numbers
 */
export function delaysOf(variables: Variables, count: number, width: number): Float64Array {
  const delays = new Float64Array(width * count);
  const values = variables['Data.Delay'];
  if (!values) return delays;
  const [rows = 0, ...rest] = values.shape;
  const isWide = rest.reduce((product, length) => product * length, 1) === width;
  if (!isWide || (rows !== 1 && rows !== count) || !values.data.every(Number.isFinite)) {
    const got = `[${values.shape.join(' × ')}]`;
    throw new MeasurementError('unfit', 'Data.Delay', phrase('delay-shape', count, width), got);
  }
  for (let m = 0; m < count; m++) {
    const from = rows === 1 ? 0 : m * width;
    delays.set(values.data.subarray(from, from + width), width * m);
  }
  return delays;
}
