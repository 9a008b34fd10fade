/** What a text field of numbers understands. */
export interface NumberRule {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
}

export type NumberReading =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function describeRange({ min, max, unit }: NumberRule): string {
  const suffix = unit ? ` ${unit}` : '';
  if (min !== undefined && max !== undefined) return `Enter a number from ${min} to ${max}${suffix}`;
  if (min !== undefined) return `Enter a number of at least ${min}${suffix}`;
  if (max !== undefined) return `Enter a number of at most ${max}${suffix}`;
  return 'Enter a number';
}

/** Reads typed text: a decimal comma, a minus sign (−) and the unit after the number are understood. Nothing is clamped. */
export function readNumber(text: string, rule: NumberRule): NumberReading {
  let plain = text.trim().replace('−', '-').replace(',', '.');
  if (rule.unit && plain.toLowerCase().endsWith(rule.unit.toLowerCase())) {
    plain = plain.slice(0, -rule.unit.length).trim();
  }
  const value = NUMBER.test(plain) ? Number(plain) : Number.NaN;
  const inRange = value >= (rule.min ?? -Infinity) && value <= (rule.max ?? Infinity);
  return inRange ? { ok: true, value } : { ok: false, message: describeRange(rule) };
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
