/** Third octaves, as they are called; the value shown is that of the nearest frequency of a curve. */
const NOMINAL_HZ = [
  63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000,
  6300, 8000, 10000, 12500, 16000,
];

/** Two lines of heading, and the curve below it; `null` where the design has none. */
export type CurveColumn = readonly [group: string, heading: string, curve: ArrayLike<number> | null];

/** A label, its number and its unit; `null` where there is none. */
export type FigureRow = readonly [label: string, value: number | null, unit: string];

const COLUMN_WIDTH = 11;

/** Curves in third octaves, to be read on a terminal. */
export function curveLines(frequencyHz: ArrayLike<number>, columns: readonly CurveColumn[]): string[] {
  const row = (first: string, cells: readonly string[]) =>
    `${first.padStart(7)} ${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join(' ')}`.trimEnd();
  const frequencies = Array.from(frequencyHz);
  return [
    row(
      '',
      columns.map(([group]) => group),
    ),
    row(
      'Hz',
      columns.map(([, heading]) => heading),
    ),
    ...NOMINAL_HZ.map((nominalHz) => {
      const point = nearest(frequencies, nominalHz);
      return row(
        String(nominalHz),
        columns.map(([, , curve]) => (curve ? shown(curve[point]!) : '–')),
      );
    }),
  ];
}

/** @param digits of every figure */
export function figureLines(rows: readonly FigureRow[], digits = 1): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value, unit]) => {
    const text = value === null ? '–' : unit === 'samples' ? String(value) : shown(value, digits);
    return `${label.padEnd(width)} ${text.padStart(8)} ${value === null ? '' : unit}`.trimEnd();
  });
}

function nearest(frequencyHz: readonly number[], wantedHz: number): number {
  const far = (i: number) => Math.abs(Math.log(frequencyHz[i]! / wantedHz));
  return frequencyHz.reduce((best, _, i) => (far(i) < far(best) ? i : best), 0);
}

/** Never −0.0. */
function shown(value: number, digits = 1): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}
