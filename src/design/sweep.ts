import * as v from 'valibot';
import { DesignError } from './design-error.ts';
import type { DesignDocument } from './document.ts';
import { requiredMeasurements } from './required-measurements.ts';
import { parseDesign } from './schema.ts';
import { refusal, refuse, toldAs } from './schema-refusal.ts';
import { SWEEP_PARAMETERS } from './sweep-parameters.ts';
import { phrase, type Phrase } from '../refusal/phrase.ts';

/** A design and the ranges over which it is varied. */
export interface Sweep {
  readonly name: string;
  readonly design: DesignDocument;
  /** Names of `SWEEP_PARAMETERS` with the values each takes, in the order of the file. */
  readonly ranges: readonly SweepRange[];
}

export interface SweepRange {
  readonly name: string;
  readonly values: readonly number[];
}

/** One design of a sweep: its place among all combinations, its values in the order of the ranges. */
export interface Combination {
  readonly index: number;
  readonly values: readonly number[];
  readonly document: DesignDocument;
}

export const MOST_COMBINATIONS = 100_000;
const LIST_RULE = toldAs(phrase('sweep-list'));

const finite = v.pipe(v.number(toldAs(phrase('a-number'))), v.finite(toldAs(phrase('finite-number'))));
const values = v.pipe(v.array(finite, LIST_RULE), v.minLength(1, toldAs(phrase('one-value'))));
const steps = v.strictObject({
  from: finite,
  to: finite,
  steps: v.pipe(
    v.number(toldAs(phrase('whole-from-two'))),
    v.check((x) => Number.isInteger(x) && x >= 2 && x <= MOST_COMBINATIONS, toldAs(phrase('whole-from-two'))),
  ),
});

const schema = v.strictObject({
  format: v.literal('soundstage-sweep'),
  version: v.literal(1),
  name: v.pipe(v.string(toldAs(phrase('a-text'))), v.nonEmpty(toldAs(phrase('some-text')))),
  design: v.unknown(),
  ranges: v.record(v.string(), v.unknown()),
});

/**
 * Reads a sweep: `{ "format": "soundstage-sweep", "version": 1, "name", "design": a design document, "ranges": { name:
 * values } }`, values being a list or `{ "from", "to", "steps" }`, evenly spaced.
 * @throws DesignError naming the field's path, the rule and the value
 */
export function parseSweep(value: unknown): Sweep {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DesignError('invalid-field', '', value, phrase('a-sweep'));
  }
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (!result.success) throw refusal(result.issues[0]);
  const { name, design: document, ranges } = result.output;
  const design = within('design', () => parseDesign(document));
  const names = Object.keys(ranges);
  if (names.length === 0) throw refuse(['ranges'], phrase('one-range'), ranges);
  const sweep = { name, design, ranges: names.map((one) => parseRange(one, ranges[one], design)) };
  const count = combinationCount(sweep);
  if (count > MOST_COMBINATIONS) {
    throw refuse(['ranges'], phrase('most-combinations', MOST_COMBINATIONS), count);
  }
  return sweep;
}

function parseRange(name: string, value: unknown, design: DesignDocument): SweepRange {
  const at = ['ranges', name];
  if (!Object.hasOwn(SWEEP_PARAMETERS, name)) {
    throw refuse(at, phrase('one-of', Object.keys(SWEEP_PARAMETERS).join(', ')), name, 'unknown-field');
  }
  const read = <T>(result: v.SafeParseResult<v.GenericSchema<unknown, T>>): T => {
    if (result.success) return result.output;
    const { field, value: got, said } = refusal(result.issues[0]);
    const place = `ranges.${name}${field.startsWith('[') || field === '' ? field : `.${field}`}`;
    throw new DesignError('invalid-field', place, got, elsewhere(place, said));
  };
  const settling = requiredMeasurements(design).find(({ kind }) =>
    SWEEP_PARAMETERS[name]!.settledBy?.includes(kind),
  );
  if (settling) {
    const what = phrase(settling.kind === 'plant' ? 'responses-at-ears' : 'responses-of-drivers');
    throw refuse(at, phrase('quantity-unsettled', what, settling.name), name);
  }
  const isList = Array.isArray(value) || typeof value !== 'object' || value === null;
  const list = isList
    ? read(v.safeParse(values, value, { abortPipeEarly: true }))
    : evenly(read(v.safeParse(steps, value)));
  list.forEach((one, i) => {
    if (list.indexOf(one) !== i) throw refuse([...at, i], phrase('own-value'), one);
  });
  if (SWEEP_PARAMETERS[name]!.apply(design, list[0]!) === null) {
    throw refuse(at, phrase('quantity-of-design'), name);
  }
  return { name, values: list };
}

function evenly({ from, to, steps: count }: v.InferOutput<typeof steps>): number[] {
  return Array.from({ length: count }, (_, i) => {
    const exact = from + ((to - from) * i) / (count - 1);
    // 0.30000000000000004 is meant as 0.3.
    return Number(exact.toPrecision(12));
  });
}

export function combinationCount({ ranges }: Pick<Sweep, 'ranges'>): number {
  return ranges.reduce((product, range) => product * range.values.length, 1);
}

/**
 * One combination; the last range varies fastest.
 * @throws DesignError naming the combination and the field of the design that its values break
 */
export function combinationAt({ design, ranges }: Sweep, index: number): Combination {
  const chosen: number[] = [];
  let rest = index;
  for (const range of [...ranges].reverse()) {
    chosen.unshift(range.values[rest % range.values.length]!);
    rest = Math.floor(rest / range.values.length);
  }
  const varied = ranges.reduce(
    (document, { name }, i) => SWEEP_PARAMETERS[name]!.apply(document, chosen[i]!) ?? document,
    design,
  );
  const told = ranges.map(({ name }, i) => `${name} ${chosen[i]!}`).join(', ');
  return { index, values: chosen, document: within(`with ${told}`, () => parseDesign(varied)) };
}

/** Indices of all combinations, those with the same acoustics one after the other: their transfers are computed once. */
export function acousticOrder({ ranges }: Sweep): number[] {
  const strides = ranges.map((_, i) => combinationCount({ ranges: ranges.slice(i + 1) }));
  const order = ranges.map((_, i) => i).sort((a, b) => rank(ranges[a]!) - rank(ranges[b]!));
  return order.reduce<number[]>(
    (indices, i) =>
      indices.flatMap((index) => ranges[i]!.values.map((_, place) => index + place * strides[i]!)),
    [0],
  );
}

function rank({ name }: SweepRange): number {
  return SWEEP_PARAMETERS[name]!.isAcoustic ? 0 : 1;
}

/** Runs `parse`, putting a place before what it refuses. */
function within<T>(place: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    const field = place === 'design' ? `design${error.field && '.'}${error.field}` : error.field;
    const said =
      place === 'design'
        ? elsewhere(error.field === '' ? phrase('design') : field, error.said)
        : phrase('at', place, error.said);
    throw new DesignError(error.code, field, error.value, said);
  }
}

/** The same of another place. */
function elsewhere(place: string | Phrase, said: Phrase): Phrase {
  return said[0] === 'expected' ? phrase('expected', place, said[2]!, said[3]!) : said;
}
