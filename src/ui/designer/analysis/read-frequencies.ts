import { analysisText } from '../../text/analysis.ts';

export type FrequencyReading =
  | { readonly ok: true; readonly valuesHz: readonly number[] }
  | { readonly ok: false; readonly message: string };

const LOWEST_HZ = 20;
const HIGHEST_HZ = 20_000;
/** As many curves as can be told apart. */
const MOST = 6;
const { rules } = analysisText.slices;

/** Frequencies in Hz, or in kHz as "1.6k", apart by commas, semicolons or spaces. */
export function readFrequencies(text: string): FrequencyReading {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, message: rules.none };
  if (parts.length > MOST) return { ok: false, message: rules.most(MOST, parts.length) };
  const valuesHz = parts.map(hertz);
  const wrong = valuesHz.findIndex((value) => !(value >= LOWEST_HZ && value <= HIGHEST_HZ));
  if (wrong >= 0) return { ok: false, message: rules.range(wrong, LOWEST_HZ, HIGHEST_HZ, parts[wrong]) };
  const twice = valuesHz.findIndex((value, at) => valuesHz.indexOf(value) < at);
  if (twice >= 0) return { ok: false, message: rules.twice(twice, parts[twice]) };
  return { ok: true, valuesHz };
}

function hertz(text: string): number {
  const [, number, kilo] = /^(\d+(?:\.\d+)?)(k?)(?:hz)?$/i.exec(text) ?? [];
  return number === undefined ? NaN : Number(number) * (kilo ? 1000 : 1);
}
