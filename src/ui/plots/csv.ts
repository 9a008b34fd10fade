/** One column of a table: its name with the unit, and its values. */
export interface CsvColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/**
 * Columns as comma-separated text (RFC 4180), a point as decimal sign, one line for each row; a value that is not finite
 * is left empty. Columns of unequal length are padded with empty cells.
 */
export function columnsToCsv(columns: readonly CsvColumn[]): string {
  const rows = Math.max(0, ...columns.map((column) => column.values.length));
  const lines = [columns.map((column) => quoted(column.name)).join(',')];
  for (let row = 0; row < rows; row += 1) {
    lines.push(columns.map((column) => cell(column.values[row])).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Six significant digits: below the resolution of any of the figures, without Float32's tail. */
function cell(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '';
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
