import { delayedResponse, fadedBelow, impulseResponse } from './impulse-response.ts';
import { MeasurementError } from './measurement-error.ts';
import type { SofaFile, SofaValues } from './sofa-file.ts';
import { delaysOf, LEAST_RATE_HZ, rateOf, variableOf } from './sofa-variables.ts';
import { phrase, type Phrase, type PhraseValue } from '../refusal/phrase.ts';

/** How many of each the data have. */
interface Counts {
  readonly measurements: number;
  readonly receivers: number;
  readonly emitters: number;
}

/** The responses of a SOFA file, by measurement, receiver and emitter. */
export interface SofaResponses extends Counts {
  readonly sampleRateHz: number;
  /** Whether the file has spectra, of which impulse responses are made. */
  readonly fromSpectra: boolean;
  response(measurement: number, receiver: number, emitter: number): Float32Array;
}

/** Where each dimension of the data stands; −1 for one that they lack [AES69]. "FIRE" is what FIR-E was called before 2020. */
const LAYOUTS: Readonly<Record<string, { readonly length: number; readonly emitters: number }>> = {
  FIR: { length: 2, emitters: -1 },
  'FIR-E': { length: 2, emitters: 3 },
  FIRE: { length: 3, emitters: 2 },
  TF: { length: 2, emitters: -1 },
  'TF-E': { length: 2, emitters: 3 },
};
const MOST_TAPS = 65_536;
const HIGHEST_RATE_HZ = 192_000;
/** Neighbouring frequencies may be as far from even as a table rounds them, parts of their step. */
const UNEVEN = 0.01;
/** Part of a response before its time 0: what a spectrum's phase puts before it. */
const LEAD = 1 / 8;

/** Where the values of a response stand: from the first one every `stride`. */
interface Place {
  readonly first: number;
  readonly stride: number;
}

interface Layout {
  readonly counts: Counts;
  readonly length: number;
  place(measurement: number, receiver: number, emitter: number): Place;
}

/** @throws MeasurementError 'unfit' naming variable, rule and what was found */
export function readSofaResponses({ attributes, variables }: SofaFile): SofaResponses {
  const { DataType: type = 'none' } = attributes;
  if (!Object.hasOwn(LAYOUTS, type)) {
    const rule = phrase('impulses-or-spectra');
    throw new MeasurementError('unfit', 'DataType', rule, type);
  }
  return type.startsWith('TF') ? fromSpectra(type, variables) : fromImpulses(type, variables);
}

function layoutOf(name: string, { shape, data }: SofaValues, type: string): Layout {
  const at = LAYOUTS[type]!;
  const letters = ['M', 'R', ...(at.emitters < 0 ? ['N'] : at.length === 2 ? ['N', 'E'] : ['E', 'N'])];
  if (shape.length !== letters.length) {
    throw new MeasurementError('unfit', name, phrase('dimensions', letters.join(' ')), shape.length);
  }
  const [measurements = 0, receivers = 0] = shape;
  const length = shape[at.length]!;
  const emitters = at.emitters < 0 ? 1 : shape[at.emitters]!;
  const values = measurements * receivers * emitters * length;
  if (values === 0 || data.length !== values)
    throw new MeasurementError('unfit', name, phrase('numbers'), phrase('none'));
  if (!data.every(Number.isFinite)) {
    throw new MeasurementError('unfit', name, phrase('finite-numbers'), phrase('some-none'));
  }
  return {
    counts: { measurements, receivers, emitters },
    length,
    place(measurement, receiver, emitter) {
      const block = (measurement * receivers + receiver) * emitters * length;
      return at.emitters === 3
        ? { first: block + emitter, stride: emitters }
        : { first: block + emitter * length, stride: 1 };
    },
  };
}

function fromImpulses(type: string, variables: SofaFile['variables']): SofaResponses {
  const values = variableOf(variables, 'Data.IR');
  const { counts, length, place } = layoutOf('Data.IR', values, type);
  const sampleRateHz = Math.round(rateOf(variables));
  const width = counts.receivers * counts.emitters;
  const delays = delaysOf(variables, counts.measurements, width);
  const longest = length + delays.reduce((most, delay) => Math.max(most, delay), 0);
  if (longest > MOST_TAPS) {
    throw new MeasurementError('unfit', 'Data.IR', phrase('samples-with-delay', MOST_TAPS), longest);
  }
  const early = delays.find((delay) => delay < 0);
  if (early !== undefined) throw new MeasurementError('unfit', 'Data.Delay', phrase('no-early-delay'), early);
  return {
    ...counts,
    sampleRateHz,
    fromSpectra: false,
    response(measurement, receiver, emitter) {
      const { first, stride } = place(measurement, receiver, emitter);
      const plane = Float64Array.from({ length }, (_, t) => values.data[first + t * stride]!);
      return delayedResponse(plane, delays[measurement * width + receiver * counts.emitters + emitter]!);
    },
  };
}

/** The bins that frequencies are: whole multiples of their step. */
interface Bins {
  readonly stepHz: number;
  /** Of the first frequency. */
  readonly first: number;
}

function fromSpectra(type: string, variables: SofaFile['variables']): SofaResponses {
  const real = variableOf(variables, 'Data.Real');
  const imaginary = variableOf(variables, 'Data.Imag');
  const { counts, length, place } = layoutOf('Data.Real', real, type);
  layoutOf('Data.Imag', imaginary, type);
  if (imaginary.data.length !== real.data.length) {
    throw new MeasurementError('unfit', 'Data.Imag', phrase('shape-of-real'), imaginary.shape.join(' × '));
  }
  const { stepHz, first: firstBin } = evenBins(variableOf(variables, 'N'), length);
  const lastHz = (firstBin + length - 1) * stepHz;
  const { taps, sampleRateHz } = gridOf(lastHz, stepHz);
  const isWhole = lastHz >= (taps / 2) * stepHz * (1 - UNEVEN / length);
  return {
    ...counts,
    sampleRateHz,
    fromSpectra: true,
    response(measurement, receiver, emitter) {
      const { first, stride } = place(measurement, receiver, emitter);
      const value = (index: number) => {
        const at = first + index * stride;
        const [x, y] = [real.data[at]!, imaginary.data[at]!];
        return { size: Math.hypot(x, y), radians: Math.atan2(y, x) };
      };
      const [lowest, next] = [value(0), value(1)];
      return impulseResponse(taps, LEAD * taps, (bin) => {
        const index = bin - firstBin;
        if (index >= length) return { size: 0, radians: 0 };
        if (index < 0) {
          // Below the first frequency its magnitude goes on, and its phase as between the first two.
          return { size: lowest.size, radians: lowest.radians + index * (next.radians - lowest.radians) };
        }
        const { size, radians } = value(index);
        return { size: isWhole ? size : size * fadedBelow(lastHz, bin * stepHz), radians };
      });
    },
  };
}

/** A power of two of bins that reaches the last frequency, and the rate that it is for. */
function gridOf(lastHz: number, stepHz: number): { taps: number; sampleRateHz: number } {
  let taps = 2 ** Math.ceil(Math.log2((2 * lastHz) / stepHz - UNEVEN));
  while (taps * stepHz > HIGHEST_RATE_HZ + stepHz) taps /= 2;
  if (taps > MOST_TAPS) {
    const least = HIGHEST_RATE_HZ / MOST_TAPS;
    throw new MeasurementError(
      'unfit',
      'N',
      phrase('apart-at-least', Number(least.toFixed(1))),
      phrase('hertz', stepHz),
    );
  }
  return { taps, sampleRateHz: Math.round(taps * stepHz) };
}

/** @throws MeasurementError for frequencies that are not equally spaced from a multiple of their spacing on, or end too low */
function evenBins({ data, attributes }: SofaValues, length: number): Bins {
  const unfit = (rule: Phrase, got: PhraseValue) => new MeasurementError('unfit', 'N', rule, got);
  const { Units: units = 'hertz' } = attributes;
  if (units.toLowerCase() !== 'hertz') throw unfit(phrase('in-hertz'), units);
  if (length < 2 || data.length !== length)
    throw unfit(phrase('so-many-frequencies', Math.max(2, length)), data.length);
  const [firstHz, lastHz] = [data[0]!, data[length - 1]!];
  const stepHz = (lastHz - firstHz) / (length - 1);
  const odd = data.findIndex((hz, i) => !(Math.abs(hz - firstHz - i * stepHz) <= UNEVEN * stepHz));
  if (!(stepHz > 0) || odd >= 0) {
    const at = Math.max(odd, 1);
    throw unfit(phrase('equally-spaced'), phrase('hertz', `${data[at - 1]!}, ${data[at]!}`));
  }
  const first = Math.round(firstHz / stepHz);
  if (firstHz < 0 || Math.abs(firstHz - first * stepHz) > UNEVEN * stepHz) {
    throw unfit(phrase('multiples-of', stepHz), phrase('hertz', firstHz));
  }
  if (lastHz < LEAST_RATE_HZ / 2) {
    throw unfit(phrase('frequencies-up-to', LEAST_RATE_HZ / 2), phrase('up-to', lastHz));
  }
  return { stepHz, first };
}
