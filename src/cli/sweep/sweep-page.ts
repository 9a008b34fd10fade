import type { Sweep } from '../../design/sweep.ts';
import { paretoFront } from './pareto.ts';
import style from './sweep-page.css?raw';
import template from './sweep-page.html?raw';
import script from './sweep-page.js?raw';
import { SWEEP_METRICS } from './sweep-table.ts';

/** What the page reads: columns with the side that is better, and a row of numbers per design that was solved. */
interface PageData {
  readonly columns: readonly { readonly name: string; readonly better: 'more' | 'less' }[];
  readonly rows: readonly (readonly (number | null)[])[];
}

function dataOf({ ranges }: Sweep, rows: readonly string[]): PageData {
  const columns = [
    { name: 'design', better: 'less' as const },
    ...ranges.map(({ name }) => ({ name, better: 'less' as const })),
    ...SWEEP_METRICS.map(([name, better]) => ({ name, better })),
  ];
  const solved = rows.filter((row) => row.endsWith(','));
  return {
    columns,
    rows: solved.map((row) =>
      row
        .split(',')
        .slice(0, columns.length)
        .map((cell) => (cell === '' ? null : Number(cell))),
    ),
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A page that needs nothing else: any two columns of a sweep against each other, the best compromises marked and listed.
 * @param rows of the table, without its heading
 */
export function sweepPage(sweep: Sweep, rows: readonly string[]): string {
  const data = JSON.stringify(dataOf(sweep, rows)).replaceAll('<', '\\u003c');
  const parts: Readonly<Record<string, string>> = {
    NAME: escaped(sweep.name.replace(/\s+/g, ' ')),
    STYLE: style,
    SCRIPT: `const SWEEP = ${data};\n${paretoFront.toString()}\n${script}`,
  };
  return template.replace(/%(NAME|STYLE|SCRIPT)%/g, (_, part: string) => parts[part]!);
}
