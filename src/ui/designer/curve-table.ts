import type { GainCurve } from '../../store/index.ts';
import { numberSigns } from '../format.ts';
import { typedDigits } from '../typed-number.ts';

/** More would be handles that hide each other, and no link could carry them. */
export const MOST_POINTS = 200;

export type TableReading =
  | { readonly ok: true; readonly curve: GainCurve }
  /** `line` counts from 1; 0 for the table as a whole. */
  | { readonly ok: false; readonly line: number; readonly rule: TableRule; readonly got: string };

/** What was expected: two columns, a frequency above one, no more than so many points … */
export type TableRule =
  | { readonly kind: 'columns' | 'gain' | 'ungrouped' | 'something' }
  | { readonly kind: 'frequency' | 'ascending'; readonly aboveHz: number }
  | { readonly kind: 'most'; readonly points: number };

const refused = (line: number, rule: TableRule, got: string): TableReading => ({
  ok: false,
  line,
  rule,
  got,
});

/**
 * A gain curve from a table of two columns, Hz and dB, as spreadsheets, REW and text files have it: separated by tabs, semicolons,
 * commas or spaces; with a decimal point or, unless a comma separates, a decimal comma. Which of both is the decimal sign another
 * number of the table may tell; where none does, it is the language's, and what may be thousands is refused. Empty lines and lines
 * that begin with #, * or " are skipped, and one line of titles before the first numbers.
 */
export function parseCurveTable(text: string): TableReading {
  const curve: (readonly [number, number])[] = [];
  let mayBeTitle = true;
  const decimal = decimalOf(text);
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const trimmed = raw.trim();
    if (trimmed === '' || /^[#*"]/.test(trimmed)) continue;
    const { cells, hasDecimalComma } = cellsOf(trimmed);
    const numbers = cells.map((cell) => numberOf(cell, hasDecimalComma ? decimal : '.'));
    const isTitle = mayBeTitle && numbers.every(Number.isNaN);
    mayBeTitle = false;
    if (isTitle) continue;
    if (cells.length !== 2) return refused(line, { kind: 'columns' }, trimmed);
    const [frequencyHz, gainDb] = numbers;
    if (frequencyHz === 'grouped') return refused(line, { kind: 'ungrouped' }, cells[0]);
    if (gainDb === 'grouped') return refused(line, { kind: 'ungrouped' }, cells[1]);
    if (!(frequencyHz > 0)) return refused(line, { kind: 'frequency', aboveHz: 0 }, cells[0]);
    if (!Number.isFinite(gainDb)) return refused(line, { kind: 'gain' }, cells[1]);
    const before = curve.at(-1)?.[0];
    if (before !== undefined && frequencyHz <= before)
      return refused(line, { kind: 'ascending', aboveHz: before }, cells[0]);
    if (curve.length === MOST_POINTS) return refused(line, { kind: 'most', points: MOST_POINTS }, trimmed);
    curve.push([frequencyHz, gainDb]);
  }
  return curve.length > 0 ? { ok: true, curve } : refused(0, { kind: 'something' }, '');
}

/** A curve as a table that spreadsheets take, which have the language's decimal sign as the page has, and `parseCurveTable`. */
export function formatCurveTable(curve: GainCurve): string {
  const { decimal } = numberSigns();
  const lines = curve.map((point) => point.map((value) => String(value).replace('.', decimal)).join('\t'));
  return ['Hz\tdB', ...lines].join('\n');
}

/** The strongest separator that a line has: where it is a comma, commas are no decimal ones. */
function cellsOf(line: string): { cells: string[]; hasDecimalComma: boolean } {
  for (const separator of [/\s*\t\s*/, /\s*;\s*/]) {
    if (separator.test(line)) return { cells: line.split(separator), hasDecimalComma: true };
  }
  // "100, 3.5" is separated by its comma, "100 3,5" by its space.
  if (/,\s/.test(line)) return { cells: line.split(/\s*,\s+/), hasDecimalComma: false };
  if (/\s/.test(line)) return { cells: line.split(/\s+/), hasDecimalComma: true };
  return { cells: line.split(','), hasDecimalComma: false };
}

/** The sign that some number of a table can have for decimals alone: `0,5`, `3.25`. */
function decimalOf(text: string): string {
  const sure = (sign: string) =>
    new RegExp(`(?:^|[^\\d])0?[${sign}]\\d|\\d[${sign}](?:\\d{1,2}|\\d{4,})(?!\\d)`).test(text);
  return ['.', ','].find(sure) ?? numberSigns().decimal;
}

function numberOf(cell: string, decimal: string): number | 'grouped' {
  const [, mantissa, exponent = ''] = /^(.*?)(e[+-]?\d+)?$/i.exec(cell)!;
  const digits = typedDigits(mantissa, decimal);
  if (digits === 'grouped') return digits;
  return digits === null ? NaN : Number(`${digits}${exponent}`);
}
