import { formatExact, numberSigns } from '../../format.ts';
import { analysisText } from '../../text/analysis.ts';
import { typedNumber } from '../../typed-number.ts';

export type FrequencyReading =
  | { readonly ok: true; readonly valuesHz: readonly number[] }
  | { readonly ok: false; readonly message: string };

const LOWEST_HZ = 20;
const HIGHEST_HZ = 20_000;
/** As many curves as can be told apart. */
const MOST = 6;
const { rules } = analysisText.slices;

/**
 * Frequencies in Hz, or in kHz as "1.6k", apart by semicolons, spaces or commas; where decimals follow a comma, by one that has a
 * space behind it.
 */
export function readFrequencies(text: string): FrequencyReading {
  const apart = hasDecimalComma() ? /[\s;]+|,(?:\s+|$)/ : /[\s,;]+/;
  const parts = text.split(apart).filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, message: rules.none };
  if (parts.length > MOST) return { ok: false, message: rules.most(MOST, parts.length) };
  const valuesHz = parts.map(hertz);
  const wrong = valuesHz.findIndex((value) => !(value >= LOWEST_HZ && value <= HIGHEST_HZ));
  if (wrong >= 0) return { ok: false, message: rules.range(wrong, LOWEST_HZ, HIGHEST_HZ, parts[wrong]) };
  const twice = valuesHz.findIndex((value, at) => valuesHz.indexOf(value) < at);
  if (twice >= 0) return { ok: false, message: rules.twice(twice, parts[twice]) };
  return { ok: true, valuesHz };
}

/** Frequencies as they are typed. */
export function listFrequencies(valuesHz: readonly number[]): string {
  return valuesHz.map(formatExact).join(hasDecimalComma() ? '; ' : ', ');
}

function hasDecimalComma(): boolean {
  return numberSigns().decimal === ',';
}

function hertz(text: string): number {
  const [, number = '', kilo] = /^(.*?)(k?)(?:hz)?$/i.exec(text) ?? [];
  const value = typedNumber(number);
  return value === 'grouped' ? NaN : value * (kilo ? 1000 : 1);
}
