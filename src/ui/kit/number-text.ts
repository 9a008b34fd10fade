/** What a text field of numbers understands. */
export interface NumberRule {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
  /** Only whole numbers. */
  readonly isWhole?: boolean | undefined;
  /** Other units that may be typed, each in the field's own: `{ mm: 0.1, m: 100 }` in a field of centimetres. */
  readonly units?: Readonly<Record<string, number>> | undefined;
}

export type NumberReading =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function describeRange({ min, max, unit, isWhole }: NumberRule): string {
  const suffix = unit ? ` ${unit}` : '';
  const number = isWhole ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined) return `Enter ${number} from ${min} to ${max}${suffix}`;
  if (min !== undefined) return `Enter ${number} of at least ${min}${suffix}`;
  if (max !== undefined) return `Enter ${number} of at most ${max}${suffix}`;
  return `Enter ${number}`;
}

/** Reads typed text: a decimal comma, a minus sign (−) and a unit after the number are understood. Nothing is clamped. */
export function readNumber(text: string, rule: NumberRule): NumberReading {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const [number, factor] = withoutUnit(plain, rule);
  // Free of the residue of a factor such as a tenth.
  const value = NUMBER.test(number) ? Number((Number(number) * factor).toPrecision(12)) : Number.NaN;
  const inRange = value >= (rule.min ?? -Infinity) && value <= (rule.max ?? Infinity);
  const isKind = !rule.isWhole || Number.isInteger(value);
  return inRange && isKind ? { ok: true, value } : { ok: false, message: describeRange(rule) };
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

/** A figure with up to `decimals` places and a true minus sign. */
export function formatNumber(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  return String(Object.is(rounded, -0) ? 0 : rounded).replace('-', '−');
}
