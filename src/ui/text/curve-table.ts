import type { TableReading, TableRule } from '../designer/curve-table.ts';
import { formatExact } from '../format.ts';
import { inLanguage } from './language.ts';

/** Words for a target curve as a table, and for what the clipboard does with it. */
export const curveTableText = inLanguage('curveTable', {
  open: 'As a table',
  title: 'Target curve as a table',
  field: 'Frequency (Hz) and gain (dB)',
  hint: 'One point a line, two columns with a tab, semicolon, comma or spaces between them; decimal commas are read. Paste over it, or copy it.',
  use: 'Use this curve',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser keeps the clipboard to itself: select the text and copy it by hand.',
  pasted: (curve: string, points: number) =>
    `${curve}: ${points} ${points === 1 ? 'point' : 'points'} pasted.`,
  dismiss: 'Dismiss',
  keys: 'Ctrl+V pastes a table of Hz and dB, Ctrl+C copies it; a double click or Insert adds a point, Delete removes it.',
  refusal: tableRefusal,
} as const);

/** "Line 3: expected a gain in dB, got “loud”." */
function tableRefusal({ line, rule, got }: Extract<TableReading, { ok: false }>): string {
  const place = line > 0 ? `Line ${line}` : 'Table';
  return `${place}: expected ${expected(rule)}, got ${got === '' ? 'none' : `“${got}”`}.`;
}

function expected(rule: TableRule): string {
  switch (rule.kind) {
    case 'columns':
      return 'two columns, Hz and dB';
    case 'frequency':
      return `a frequency above ${formatExact(rule.aboveHz)} Hz`;
    case 'gain':
      return 'a gain in dB';
    case 'ungrouped':
      return 'a number without separators between thousands';
    case 'ascending':
      return `a frequency above ${formatExact(rule.aboveHz)} Hz, points ascending`;
    case 'most':
      return `at most ${rule.points} points`;
    case 'something':
      return 'at least one line of Hz and dB';
  }
}
