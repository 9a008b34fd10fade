import type { GainCurve } from '../../store/index.ts';

/** More would be handles that hide each other, and no link could carry them. */
export const MOST_POINTS = 200;

export type TableReading =
  | { readonly ok: true; readonly curve: GainCurve }
  /** `line` counts from 1; 0 for the table as a whole. */
  | { readonly ok: false; readonly line: number; readonly rule: string; readonly got: string };

const refused = (line: number, rule: string, got: string): TableReading => ({ ok: false, line, rule, got });

/**
 * A gain curve from a table of two columns, Hz and dB, as spreadsheets, REW and text files have it: separated by tabs, semicolons,
 * commas or spaces; with a decimal point or, unless a comma separates, a decimal comma. Empty lines and lines that begin with #, *
 * or " are skipped, and one line of titles before the first numbers.
 */
export function parseCurveTable(text: string): TableReading {
  const curve: (readonly [number, number])[] = [];
  let mayBeTitle = true;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const trimmed = raw.trim();
    if (trimmed === '' || /^[#*"]/.test(trimmed)) continue;
    const { cells, hasDecimalComma } = cellsOf(trimmed);
    const numbers = cells.map((cell) => numberOf(cell, hasDecimalComma));
    const isTitle = mayBeTitle && numbers.every(Number.isNaN);
    mayBeTitle = false;
    if (isTitle) continue;
    if (cells.length !== 2) return refused(line, 'two columns, Hz and dB', trimmed);
    const [frequencyHz, gainDb] = numbers as [number, number];
    if (!(frequencyHz > 0)) return refused(line, 'a frequency above 0 Hz', cells[0]);
    if (!Number.isFinite(gainDb)) return refused(line, 'a gain in dB', cells[1]);
    const before = curve.at(-1)?.[0];
    if (before !== undefined && frequencyHz <= before)
      return refused(line, `a frequency above ${before} Hz, points ascending`, cells[0]);
    if (curve.length === MOST_POINTS) return refused(line, `at most ${MOST_POINTS} points`, trimmed);
    curve.push([frequencyHz, gainDb]);
  }
  return curve.length > 0 ? { ok: true, curve } : refused(0, 'at least one line of Hz and dB', 'none');
}

/** A curve as a table that spreadsheets take, and `parseCurveTable`. */
export function formatCurveTable(curve: GainCurve): string {
  return ['Hz\tdB', ...curve.map(([frequencyHz, gainDb]) => `${frequencyHz}\t${gainDb}`)].join('\n');
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

const NUMBER = /^[+\-−]?(\d+([.]\d*)?|[.]\d+)(e[+-]?\d+)?$/i;

function numberOf(cell: string, hasDecimalComma: boolean): number {
  const text = hasDecimalComma ? cell.replace(',', '.') : cell;
  return NUMBER.test(text) ? Number(text.replace('−', '-')) : NaN;
}
