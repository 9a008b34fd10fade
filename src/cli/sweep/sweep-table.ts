import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { MetricsSummary } from '../../design/metrics-summary.ts';
import { combinationAt, type Sweep } from '../../design/sweep.ts';
import { csvText } from '../../export/csv.ts';
import { CommandError, fileError } from '../command-error.ts';
import type { SweepResult } from './sweep-task.ts';

/** What a row says of a design; each metric's name, and whether more of it is better. */
export const SWEEP_METRICS: readonly (readonly [name: keyof MetricsSummary, better: 'more' | 'less'])[] = [
  ['separationDb', 'more'],
  ['sideEffortDb', 'less'],
  ['ildErrorDb', 'less'],
  ['itdErrorUs', 'less'],
  ['sideRejectionDb', 'more'],
  ['centreEffortDb', 'less'],
  ['directivityIndexDb', 'more'],
  ['windowFlatnessDb', 'less'],
  ['tailEnergyDb', 'less'],
  ['latencySamples', 'less'],
];

export function sweepHeading({ ranges }: Sweep): string[] {
  return ['design', ...ranges.map(({ name }) => name), ...SWEEP_METRICS.map(([name]) => name), 'refused'];
}

/** A result as its row; metrics in four significant digits and more where they are whole. */
function rowOf(sweep: Sweep, { index, summary, refused }: SweepResult): (string | number)[] {
  const shown = (value: number | null) =>
    value === null ? '' : Number.isInteger(value) ? value : value.toFixed(4);
  const metrics = SWEEP_METRICS.map(([name]) => (summary ? shown(summary[name]) : ''));
  return [index, ...combinationAt(sweep, index).values, ...metrics, refused.replace(/\s+/g, ' ')];
}

/**
 * The table of a sweep on disk: rows are appended as designs are done, each in one write and followed by its line's end, so
 * that a line without an end, left by a crash, is known and done again.
 */
export class SweepTable {
  readonly #done: Set<number>;
  readonly #file: number;

  private constructor(
    readonly path: string,
    private readonly sweep: Sweep,
    lines: readonly string[],
  ) {
    this.#done = new Set(lines.map((line) => Number(line.slice(0, line.indexOf(',')))));
    this.#file = openSync(path, 'a');
  }

  /**
   * Opens the table, new or as far as it got.
   * @throws CommandError where the file is another table, or cannot be written
   */
  static open(path: string, sweep: Sweep): SweepTable {
    const heading = csvText([sweepHeading(sweep)]);
    try {
      const text = readOrNothing(path);
      const whole = text.slice(0, text.lastIndexOf('\r\n') + 2);
      if (whole === '') {
        const file = openSync(path, 'w');
        writeSync(file, heading);
        closeSync(file);
        return new SweepTable(path, sweep, []);
      }
      if (!whole.startsWith(heading)) {
        throw new CommandError(`${path}: expected the columns of this sweep, got those of another`);
      }
      if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
      return new SweepTable(path, sweep, whole.slice(heading.length).split('\r\n').slice(0, -1));
    } catch (error) {
      throw fileError(path, 'write', error);
    }
  }

  get count(): number {
    return this.#done.size;
  }

  has(index: number): boolean {
    return this.#done.has(index);
  }

  add(result: SweepResult): void {
    try {
      writeSync(this.#file, csvText([rowOf(this.sweep, result)]));
    } catch (error) {
      throw fileError(this.path, 'write', error);
    }
    this.#done.add(result.index);
  }

  close(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Rows of a finished or half-finished table in the order of their designs, without the heading. */
export function sortedRows(text: string): string[] {
  const [, ...rows] = text.split('\r\n').slice(0, -1);
  return rows.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}
