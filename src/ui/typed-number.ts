import { numberSigns } from './format.ts';

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;
/** One to three digits, the first no zero, and groups of three. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:[.,'’\s]\d{3})+(?:[.,]\d*)?$/;

/**
 * The number that was typed; NaN where it is none. The language's decimal sign is understood, and so are point and comma where
 * they cannot separate thousands: `0.5`, `0,5`.
 * @returns 'grouped' where thousands are apart, or may be: `1,234` where decimals follow a point
 */
export function typedNumber(text: string): number | 'grouped' {
  const digits = typedDigits(text, numberSigns().decimal);
  return digits === 'grouped' ? digits : Number(digits ?? Number.NaN);
}

/**
 * The same as digits with a decimal point; null where it is no number.
 * @param decimal the sign that is the decimal one for certain
 */
export function typedDigits(text: string, decimal: string): string | null {
  const plain = text.trim().replace('−', '-');
  const pointed = plain.replace(decimal, '.');
  if (plain.includes(decimal) && PLAIN.test(pointed)) return pointed;
  if (GROUPED.test(plain)) return 'grouped';
  const read = plain.replace(',', '.');
  return PLAIN.test(read) ? read : null;
}
