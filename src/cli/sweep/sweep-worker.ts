import { parentPort, workerData } from 'node:worker_threads';
import { DesignError } from '../../design/design-error.ts';
import { createDesigner } from '../../design/designer.ts';
import { summariseMetrics } from '../../design/metrics-summary.ts';
import { keepMeasurement, type FoundMeasurement } from '../read-measurements.ts';
import type { SweepResult, SweepTask } from './sweep-task.ts';

/** Serves a sweep: makes what was measured known, designs each document it is sent, transfers kept from one to the next, and answers with what it reaches. */
export function serveSweep(): void {
  for (const measurement of workerData as readonly FoundMeasurement[]) keepMeasurement(measurement);
  const designer = createDesigner();
  const answer = ({ index, document }: SweepTask): SweepResult => {
    try {
      return { index, summary: summariseMetrics(designer.measure(document)), refused: '' };
    } catch (error) {
      if (!(error instanceof DesignError)) throw error;
      return { index, summary: null, refused: error.message };
    }
  };
  parentPort!.on('message', (tasks: readonly SweepTask[]) => {
    for (const task of tasks) parentPort!.postMessage(answer(task));
  });
}
