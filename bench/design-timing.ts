import { parentPort, workerData } from 'node:worker_threads';
import type { DesignDocument } from '../src/design/document.ts';
import { PRESETS } from '../src/design/presets.ts';
import { DesignRunner } from '../src/workers/design-runner.ts';
import { median } from './bench-row.ts';

const RUNS = 15;
const WARM_UPS = 15;

const document = PRESETS.soundbar;

/** The document with another target, as a moved control would make it. */
function retargeted(run: number): DesignDocument {
  const cancellation = { ...document.sides.cancellation!, maxEffortDb: 8 + 0.01 * run };
  const beam = { ...document.centre.beam!, maxEffortDb: 5 + 0.01 * run };
  return { ...document, sides: { ...document.sides, cancellation }, centre: { beam } };
}

/** The document heard from elsewhere: all transfers are new. */
function moved(run: number): DesignDocument {
  const [front, left, up] = document.listener.positionM;
  return { ...document, listener: { ...document.listener, positionM: [front + 0.01 * run, left, up] } };
}

export interface Timing {
  readonly totalMs: number;
  readonly note: string;
}

/** Median time of all that the worker does for one request, and the share of each step. */
function timed(runnerOf: () => DesignRunner, documentOf: (run: number) => DesignDocument): Timing {
  const totals: number[] = [];
  const steps = new Map<string, number[]>();
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const runner = runnerOf();
    const edited = documentOf(run);
    const start = performance.now();
    const reply = runner.run({ document: edited, listening: { kind: 'headphones' }, sampleRateHz: 48_000 });
    const totalMs = performance.now() - start;
    if (!reply.ok) throw new Error(String(reply.failure.said));
    if (run < WARM_UPS) continue;
    totals.push(totalMs);
    for (const [name, ms] of Object.entries(reply.outcome.view.stepsMs))
      steps.set(name, [...(steps.get(name) ?? []), ms]);
  }
  const note = [...steps].map(([name, ms]) => `${name} ${median(ms).toFixed(1)}`).join(', ');
  return { totalMs: median(totals), note: `ms: ${note}` };
}

/** Medians with nothing kept (a new runner for each), after a change of target, and the latter with nothing kept. */
export interface DesignTimings {
  readonly first: Timing;
  readonly target: Timing;
  readonly without: Timing;
}

/** The code is warm in all of them, as it is after the first design of a session. */
function timeAll(kernel: WebAssembly.Module): DesignTimings {
  const first = timed(() => new DesignRunner(kernel), moved);
  const runner = new DesignRunner(kernel);
  const target = timed(() => runner, retargeted);
  const without = timed(() => new DesignRunner(kernel), retargeted);
  return { first, target, without };
}

parentPort?.postMessage(timeAll(workerData as WebAssembly.Module));
