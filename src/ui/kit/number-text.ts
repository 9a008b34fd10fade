import { numberSigns } from '../format.ts';
import { numbersText, type NumberRange } from '../text/numbers.ts';
import { typedNumber } from '../typed-number.ts';

/** What a text field of numbers understands. */
export interface NumberRule extends NumberRange {
  /** Other units that may be typed, each in the field's own: `{ mm: 0.1, m: 100 }` in a field of centimetres. */
  readonly units?: Readonly<Record<string, number>> | undefined;
}

export type NumberReading =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

/** Reads typed text: a number as the language writes it (see `typedNumber`), and a unit after it. Nothing is clamped. */
export function readNumber(text: string, rule: NumberRule): NumberReading {
  const [number, factor] = withoutUnit(text.trim(), rule);
  const typed = typedNumber(number);
  if (typed === 'grouped') return { ok: false, message: numbersText.grouped(numberSigns().decimal) };
  // Free of the residue of a factor such as a tenth.
  const value = Number((typed * factor).toPrecision(12));
  const inRange = value >= (rule.min ?? -Infinity) && value <= (rule.max ?? Infinity);
  const isKind = !rule.isWhole || Number.isInteger(value);
  const isRead = !Number.isNaN(value) && inRange && isKind;
  return isRead ? { ok: true, value } : { ok: false, message: numbersText.expected(rule) };
}

/** The number before its unit, and what it is to be multiplied by; the longest unit that fits, so that 5 mm are not 5 m. */
function withoutUnit(text: string, { unit, units }: NumberRule): readonly [string, number] {
  const known: readonly (readonly [string, number])[] = [
    ...(unit ? [[unit, 1] as const] : []),
    ...Object.entries(units ?? {}),
  ];
  const typed = known
    .filter(([name]) => text.toLowerCase().endsWith(name.toLowerCase()))
    .sort(([a], [b]) => b.length - a.length)
    .at(0);
  return typed ? [text.slice(0, -typed[0].length).trim(), typed[1]] : [text, 1];
}

/** The next value on the grid of steps in a direction, held at the ends; free of binary residue such as 0.30000000000000004. */
export function stepNumber(value: number, steps: number, step: number, rule: NumberRule): number {
  const next = Number((value + steps * step).toPrecision(12));
  return Math.min(rule.max ?? Infinity, Math.max(rule.min ?? -Infinity, next));
}
