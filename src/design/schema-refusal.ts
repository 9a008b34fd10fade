import type { BaseIssue } from 'valibot';
import { DesignError } from './design-error.ts';
import { phrase, type Phrase, type PhraseValue } from '../refusal/phrase.ts';

/** `['device', 'drivers', 2, 'radiusM']` as `device.drivers[2].radiusM`. */
export function fieldPath(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/** A refusal in the one form all take: `field: expected rule, got value`. */
export function refuse(
  keys: readonly (string | number)[],
  rule: Phrase,
  value: unknown,
  code = 'invalid-field',
): DesignError {
  const field = fieldPath(keys);
  const where = field === '' ? phrase('design') : field;
  return new DesignError(code, field, value, phrase('expected', where, rule, shown(value)));
}

/** A schema issue as a refusal; object issues about a key are a field too many or one missing. */
export function refusal(issue: BaseIssue<unknown>): DesignError {
  const path = issue.path ?? [];
  const keys = path.map((item) => item.key as string | number);
  const last = path.at(-1);
  if (issue.expected === 'never') return refuse(keys, phrase('no-such-field'), last?.value, 'unknown-field');
  if (last !== undefined && 'origin' in last && last.origin === 'key') {
    return refuse(keys, phrase('a-value'), undefined, 'missing-field');
  }
  return refuse(keys, ruleOf(issue), issue.input);
}

/** A rule as the message of a schema, which is a text. */
export function toldAs(rule: Phrase): string {
  return JSON.stringify(rule);
}

/** What `toldAs` has made the message of, or what a schema without a message of its own expects. */
function ruleOf({ message, expected }: BaseIssue<unknown>): Phrase {
  if (message.startsWith('[')) return JSON.parse(message) as Phrase;
  if (expected === 'Object') return phrase('an-object');
  return expected === 'Array' ? phrase('a-list') : phrase('this-value', expected ?? '');
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): PhraseValue {
  if (value === undefined) return phrase('nothing');
  if (typeof value === 'number') return value;
  const json = JSON.stringify(value) ?? String(value);
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json;
}
