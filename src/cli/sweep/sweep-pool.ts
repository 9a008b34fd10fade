import { Worker } from 'node:worker_threads';
import type { FoundMeasurement } from '../read-measurements.ts';
import type { SweepResult, SweepTask } from './sweep-task.ts';

/** Designs handed over at once: neighbours share their transfers. */
const BATCH = 8;

/** Asks for the next tasks; none when all are handed out. */
export type NextTasks = (count: number) => readonly SweepTask[];

/** What a sweep is served by. */
export interface Pool {
  /** The built command, which serves a sweep when it is run as a worker. */
  readonly script: URL;
  readonly workers: number;
  /** What the designs refer to. */
  readonly measurements: readonly FoundMeasurement[];
}

/**
 * Runs tasks on workers, each taking the next batch when it has done its own.
 * @param onResult called once per task; awaited before the pool ends
 * @param signal ends the workers where they stand
 */
export async function runPool(
  { script, workers: count, measurements }: Pool,
  next: NextTasks,
  onResult: (result: SweepResult) => void,
  signal: AbortSignal,
): Promise<void> {
  const workers = Array.from({ length: count }, () => new Worker(script, { workerData: measurements }));
  try {
    await Promise.all(workers.map((worker) => serve(worker, next, onResult, signal)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function serve(
  worker: Worker,
  next: NextTasks,
  onResult: (result: SweepResult) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting = 0;
    const handOut = (): void => {
      const tasks = signal.aborted ? [] : next(BATCH);
      waiting = tasks.length;
      if (waiting === 0) resolve();
      else worker.postMessage(tasks);
    };
    worker.on('message', (result: SweepResult) => {
      if (signal.aborted) return;
      try {
        onResult(result);
      } catch (error) {
        reject(error as Error);
        return;
      }
      waiting--;
      if (waiting === 0) handOut();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker of the sweep ended with ${code}`)));
    signal.addEventListener('abort', () => resolve());
    handOut();
  });
}
