import { languageTag } from './text/language.ts';

const MINUS = '−';

interface Signs {
  readonly decimal: string;
  readonly group: string;
}
let signsFor: { readonly tag: string; readonly signs: Signs } | null = null;

/** What the language sets before decimals and between thousands. */
export function numberSigns(): Signs {
  const tag = languageTag();
  if (signsFor?.tag !== tag) {
    // Digits are the Latin ones in every language, as in the plots. Seven of them, because some languages leave four ungrouped.
    const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1234567.5);
    const sign = (type: string, otherwise: string) =>
      parts.find((part) => part.type === type)?.value ?? otherwise;
    signsFor = { tag, signs: { decimal: sign('decimal', '.'), group: sign('group', '') } };
  }
  return signsFor.signs;
}

/**
 * A number as files have it, `-0.5`, the way the language writes it: `−0,5`. From its digits and not from the value, so that
 * the page rounds as files and the command line do.
 */
function written(digits: string): string {
  return digits.replace('-', MINUS).replace('.', numberSigns().decimal);
}

/** With so many decimals, and never "−0.0". */
export function formatFixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return written(Number(text) === 0 ? (0).toFixed(digits) : text);
}

/** With up to so many decimals: what ends in zeros is shorter. */
export function formatNumber(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  return written(String(rounded === 0 ? 0 : rounded));
}

/** All of it, as it was typed or came with a design. */
export function formatExact(value: number): string {
  return written(String(value));
}

/** Minutes and seconds, `0:12`; with hours from one hour on. Whole seconds, rounded down: a clock does not run ahead. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** Hours, minutes, seconds and milliseconds, `0:00:12.345`. */
export function formatFineTime(seconds: number): string {
  const all = Math.max(0, Math.round(1000 * seconds));
  const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
  const [whole, thousandths] = [Math.floor(all / 1000), all % 1000];
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const inMinute = `${pad(whole % 60, 2)}${numberSigns().decimal}${pad(thousandths, 3)}`;
  return `${hours}:${pad(minutes, 2)}:${inMinute}`;
}

/** A level with its sign, one place: `−2.3`, `+0.4`, `0.0`. */
export function formatSignedDb(valueDb: number): string {
  return withSign(valueDb, 1);
}

/** A plus where it is above zero, a minus where it is below: for differences, whose sign is what counts. */
export function withSign(value: number, digits: number): string {
  const isAbove = Number(value.toFixed(digits)) > 0;
  return `${isAbove ? '+' : ''}${formatFixed(value, digits)}`;
}

/** "80", "1k", "12.5k": frequencies as they stand on an axis. */
export function shortFrequency(frequencyHz: number): string {
  return frequencyHz >= 1000 ? `${formatExact(frequencyHz / 1000)}k` : formatExact(frequencyHz);
}

/** A length in the unit it is thought in: centimetres below a metre, metres above. */
export function formatLength(metres: number): string {
  return metres < 1 ? `${formatNumber(metres * 100, 1)} cm` : `${formatNumber(metres, 2)} m`;
}

/** A whole number with its thousands apart: `16,384`. */
export function formatCount(value: number): string {
  return value.toLocaleString(languageTag(), { numberingSystem: 'latn' });
}

/** Day and time of day, in the reader's own zone: `Nov 21, 2026, 4:20 PM`. */
export function formatWhen(atMs: number): string {
  return new Date(atMs).toLocaleString(languageTag(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** Names, or whatever words, one after the other: `a, b, and c`. */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(languageTag()).format(words);
}
