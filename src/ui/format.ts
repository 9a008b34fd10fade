import { languageTag } from './text/language.ts';

const MINUS = '−';

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
  return `${hours}:${pad(minutes, 2)}:${pad(whole % 60, 2)}.${pad(thousandths, 3)}`;
}

/** A level with its sign, one place: `−2.3`, `+0.4`, `0.0`. */
export function formatSignedDb(valueDb: number): string {
  const text = Math.abs(valueDb).toFixed(1);
  if (text === '0.0') return text;
  return `${valueDb < 0 ? MINUS : '+'}${text}`;
}

/** A length in the unit it is thought in: centimetres below a metre, metres above. */
export function formatLength(metres: number): string {
  return metres < 1 ? `${Number((metres * 100).toFixed(1))} cm` : `${Number(metres.toFixed(2))} m`;
}

/** A whole number with its thousands apart: `16,384`. */
export function formatCount(value: number): string {
  return value.toLocaleString(languageTag());
}

/** Day and time of day, in the reader's own zone: `Nov 21, 2026, 4:20 PM`. */
export function formatWhen(atMs: number): string {
  return new Date(atMs).toLocaleString(languageTag(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** Names, or whatever words, one after the other: `a, b, and c`. */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(languageTag()).format(words);
}
