import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DesignError } from '../../design/design-error.ts';
import { checkMeasurements } from '../../design/check-measurements.ts';
import { acousticOrder, combinationAt, combinationCount, parseSweep } from '../../design/sweep.ts';
import type { Sweep } from '../../design/sweep.ts';
import { CommandError, fileError } from '../command-error.ts';
import { SWEEP_HELP } from '../help.ts';
import { parseOptions } from '../options.ts';
import { writeWhole } from '../output-files.ts';
import { Progress } from '../progress.ts';
import { withMeasurements, type FoundMeasurement } from '../read-measurements.ts';
import { sweepPage } from './sweep-page.ts';
import { runPool } from './sweep-pool.ts';
import type { SweepResult } from './sweep-task.ts';
import { sortedRows, sweepHeading, SweepTable } from './sweep-table.ts';
import { csvText } from '../../export/csv.ts';

const RULES = { values: ['out', 'plant', 'threads'], flags: ['help'] };
const MOST_THREADS = 256;

interface SweepRequest {
  readonly specPath: string;
  readonly folder: string;
  readonly threads: number;
  /** Where responses at the ears are, if not beside the design. */
  readonly plantPath: string | undefined;
}

/** A sweep, and what was measured for its design. */
interface MeasuredSweep {
  readonly sweep: Sweep;
  readonly measurements: readonly FoundMeasurement[];
}

function requestOf(args: readonly string[]): SweepRequest | null {
  const { positionals, values, flags } = parseOptions('sweep', args, RULES);
  if (flags.has('help')) return null;
  const usage = (reason: string) => new CommandError(`sweep: ${reason}; see soundstage sweep --help`);
  const [specPath, ...more] = positionals;
  if (specPath === undefined || more.length > 0) {
    throw usage(`expected SPEC.json, got ${positionals.join(' ') || 'nothing'}`);
  }
  const folder = values['out'];
  if (folder === undefined) throw usage('--out: expected the folder to write into, got nothing');
  const threads = values['threads'] === undefined ? availableParallelism() : Number(values['threads']);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw usage(`--threads: expected a whole number from 1 to ${MOST_THREADS}, got "${values['threads']}"`);
  }
  return { specPath, folder, threads, plantPath: values['plant'] };
}

async function readJson(path: string, kind: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(path, 'read', error);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CommandError(`${path}: expected a JSON ${kind}: ${(error as Error).message}`);
  }
}

/** Reads a sweep, and what its design refers to; a design that is named rather than given lies relative to it. */
async function readSweep(path: string, plantPath: string | undefined): Promise<MeasuredSweep> {
  const spec = await readJson(path, 'sweep');
  const design = (spec as { design?: unknown } | null)?.design;
  const designPath = typeof design === 'string' ? resolve(dirname(path), design) : path;
  const whole =
    typeof design === 'string'
      ? { ...(spec as object), design: await readJson(designPath, 'design document') }
      : (spec as object);
  try {
    const asked = parseSweep(whole);
    const { document, measurements } = await withMeasurements(designPath, asked.design, plantPath);
    checkMeasurements(document);
    // Once more, because responses at the ears leave less to be varied.
    const sweep = document === asked.design ? asked : parseSweep({ ...whole, design: document });
    // A combination that cannot be is found before an hour has gone by.
    for (let index = 0; index < combinationCount(sweep); index++) combinationAt(sweep, index);
    return { sweep, measurements };
  } catch (error) {
    throw error instanceof DesignError ? new CommandError(`${path}: ${error.message}`) : error;
  }
}

async function writeText(path: string, text: string): Promise<void> {
  await writeWhole(async (files) => {
    await writeFile(await files.place(path), text).catch((error: unknown) => {
      throw fileError(path, 'write', error);
    });
  });
}

/** Puts down what is swept; a folder that holds another sweep is left alone. */
async function claimFolder(folder: string, sweep: Sweep): Promise<void> {
  const path = join(folder, 'sweep.json');
  const text = `${JSON.stringify(sweep, null, 1)}\n`;
  await writeWhole((files) => files.directory(folder));
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there !== null && there !== text) {
    throw new CommandError(
      `${folder}: expected a new folder or one of this same sweep, got one of another sweep`,
    );
  }
  if (there === null) await writeText(path, text);
}

/** Designs what the table does not have yet. */
async function run(
  { sweep, measurements }: MeasuredSweep,
  table: SweepTable,
  threads: number,
  signal: AbortSignal,
): Promise<void> {
  const total = combinationCount(sweep);
  const left = acousticOrder(sweep).filter((index) => !table.has(index));
  if (left.length === 0) return;
  const before = table.count;
  const progress = new Progress(
    process.stderr,
    left.length,
    () => performance.now(),
    (done, _, perSecond) => `${before + done} of ${total} designs, ${perSecond.toFixed(1)} per second`,
  );
  let next = 0;
  const nextTasks = (count: number) => {
    const indices = left.slice(next, next + count);
    next += indices.length;
    return indices.map((index) => ({ index, document: combinationAt(sweep, index).document }));
  };
  const take = (result: SweepResult) => {
    table.add(result);
    progress.report(table.count - before);
  };
  try {
    const workers = Math.min(threads, left.length);
    await runPool({ script: new URL(import.meta.url), workers, measurements }, nextTasks, take, signal);
  } finally {
    progress.end();
  }
}

/** `soundstage sweep`: all combinations of a sweep, as rows and as a page. */
export async function sweep(args: readonly string[]): Promise<void> {
  const request = requestOf(args);
  if (!request) {
    process.stdout.write(SWEEP_HELP);
    return;
  }
  const { specPath, folder, threads, plantPath } = request;
  const measured = await readSweep(specPath, plantPath);
  const spec = measured.sweep;
  await claimFolder(folder, spec);
  const path = join(folder, 'sweep.csv');
  const table = SweepTable.open(path, spec);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await run(measured, table, threads, interrupt.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    table.close();
  }
  const rows = sortedRows(readFileSync(path, 'utf8'));
  const csv = [csvText([sweepHeading(spec)]), ...rows.map((row) => `${row}\r\n`)].join('');
  await writeText(path, csv);
  await writeText(join(folder, 'pareto.html'), sweepPage(spec, rows));
  if (interrupt.signal.aborted) {
    const done = `${table.count} of ${combinationCount(spec)} designs are in ${path}`;
    throw new CommandError(`interrupted: ${done}; the same command goes on from there`, 130);
  }
}
