import * as v from 'valibot';
import { DesignError } from './design-error.ts';
import type { DesignDocument } from './document.ts';
import { requiredMeasurements } from './required-measurements.ts';
import { parseDesign } from './schema.ts';
import { refusal, refuse } from './schema-refusal.ts';
import { SWEEP_PARAMETERS } from './sweep-parameters.ts';

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
const LIST_RULE = 'a list of numbers, or { "from", "to", "steps" }';

const finite = v.pipe(v.number('a number'), v.finite('a finite number'));
const values = v.pipe(v.array(finite, LIST_RULE), v.minLength(1, 'at least one value'));
const steps = v.strictObject({
  from: finite,
  to: finite,
  steps: v.pipe(
    v.number('a whole number >= 2'),
    v.check((x) => Number.isInteger(x) && x >= 2 && x <= MOST_COMBINATIONS, 'a whole number >= 2'),
  ),
});

const schema = v.strictObject({
  format: v.literal('soundstage-sweep', '"soundstage-sweep"'),
  version: v.literal(1, '1'),
  name: v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty')),
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
    throw new DesignError(
      'invalid-field',
      '',
      value,
      'sweep: expected an object with format, version, name, design, ranges',
    );
  }
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (!result.success) throw refusal(result.issues[0]);
  const { name, design: document, ranges } = result.output;
  const design = within('design', () => parseDesign(document));
  const names = Object.keys(ranges);
  if (names.length === 0) throw refuse(['ranges'], 'at least one range', ranges);
  const sweep = { name, design, ranges: names.map((one) => parseRange(one, ranges[one], design)) };
  const count = combinationCount(sweep);
  if (count > MOST_COMBINATIONS) {
    throw refuse(['ranges'], `at most ${MOST_COMBINATIONS} combinations`, count);
  }
  return sweep;
}

function parseRange(name: string, value: unknown, design: DesignDocument): SweepRange {
  const at = ['ranges', name];
  if (!Object.hasOwn(SWEEP_PARAMETERS, name)) {
    throw refuse(at, `one of ${Object.keys(SWEEP_PARAMETERS).join(', ')}`, name, 'unknown-field');
  }
  const read = <T>(result: v.SafeParseResult<v.GenericSchema<unknown, T>>): T => {
    if (result.success) return result.output;
    const { field, value: got, message } = refusal(result.issues[0]);
    const rule = message.slice(message.indexOf(':'));
    const place = `ranges.${name}${field.startsWith('[') || field === '' ? field : `.${field}`}`;
    throw new DesignError('invalid-field', place, got, place + rule);
  };
  const settling = requiredMeasurements(design).find(({ kind }) =>
    SWEEP_PARAMETERS[name]!.settledBy?.includes(kind),
  );
  if (settling) {
    const what = settling.kind === 'plant' ? 'responses at the ears' : 'responses of the drivers';
    throw refuse(at, `a quantity that ${what} ("${settling.name}") hold for at any value`, name);
  }
  const isList = Array.isArray(value) || typeof value !== 'object' || value === null;
  const list = isList
    ? read(v.safeParse(values, value, { abortPipeEarly: true }))
    : evenly(read(v.safeParse(steps, value)));
  list.forEach((one, i) => {
    if (list.indexOf(one) !== i) throw refuse([...at, i], 'a value of its own', one);
  });
  if (SWEEP_PARAMETERS[name]!.apply(design, list[0]!) === null) {
    throw refuse(at, 'a quantity that the design has', name);
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
    const isWhole = error.field === '';
    const message =
      place === 'design' ? `${isWhole ? '' : 'design.'}${error.message}` : `${place}: ${error.message}`;
    throw new DesignError(error.code, field, error.value, message);
  }
}
