import type { BaseIssue } from 'valibot';
import { DesignError } from './design-error.ts';

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
  rule: string,
  value: unknown,
  code = 'invalid-field',
): DesignError {
  const field = fieldPath(keys);
  const where = field === '' ? 'design' : field;
  return new DesignError(code, field, value, `${where}: expected ${rule}, got ${show(value)}`);
}

/** A schema issue as a refusal; object issues about a key are a field too many or one missing. */
export function refusal(issue: BaseIssue<unknown>): DesignError {
  const path = issue.path ?? [];
  const keys = path.map((item) => item.key as string | number);
  const last = path.at(-1);
  if (issue.expected === 'never') return refuse(keys, 'no such field', last?.value, 'unknown-field');
  if (last !== undefined && 'origin' in last && last.origin === 'key') {
    return refuse(keys, 'a value', undefined, 'missing-field');
  }
  const rule = issue.message.startsWith('Invalid') ? inWords(issue) : issue.message;
  return refuse(keys, rule, issue.input);
}

/** Rules that need no words of their own. */
function inWords(issue: BaseIssue<unknown>): string {
  const expected = issue.expected ?? '';
  return expected === 'Object' ? 'an object' : expected === 'Array' ? 'a list' : expected;
}

const LONGEST_SHOWN = 60;

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const json = JSON.stringify(value) ?? String(value);
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json;
}
