import { readFileSync } from 'node:fs';
import type { DesignDocument } from '../src/design/document.ts';
import { evaluateGainCurve } from '../src/design/gain-curve.ts';
import { computeGeometry } from '../src/design/geometry.ts';
import { createGrid } from '../src/design/grid.ts';
import { noMemo } from '../src/design/memo.ts';
import { PRESETS } from '../src/design/presets.ts';
import { solvePrepared } from '../src/design/target-ratio.ts';
import { DesignRunner } from '../src/workers/design-runner.ts';
import { median, medianMs, type BenchRow } from './bench-row.ts';
import { plainTargetRatio } from './plain-target-ratio.ts';

const RUNS = 15;
const WARM_UPS = 15;
/** The rival solves N equations per trial λ and takes seconds for all bins: it computes every 32nd, scaled up. */
const RIVAL_STRIDE = 32;

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

interface Timing {
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
    if (!reply.ok) throw new Error(reply.failure.message);
    if (run < WARM_UPS) continue;
    totals.push(totalMs);
    for (const [name, ms] of Object.entries(reply.outcome.view.stepsMs))
      steps.set(name, [...(steps.get(name) ?? []), ms]);
  }
  const note = [...steps].map(([name, ms]) => `${name} ${median(ms).toFixed(1)}`).join(', ');
  return { totalMs: median(totals), note: `ms: ${note}` };
}

/**
 * A design of eight drivers by 2048 taps as the worker runs it, spectra and view included: with nothing kept (a new runner
 * for each), and after a change of target. The code is warm in both, as it is after the first design of a session.
 */
export async function designBench(): Promise<BenchRow[]> {
  const kernel = new WebAssembly.Module(readFileSync(new URL('../build/kernel.wasm', import.meta.url)));
  const first = timed(() => new DesignRunner(kernel), moved);
  const runner = new DesignRunner(kernel);
  const target = timed(() => runner, retargeted);
  const without = timed(() => new DesignRunner(kernel), retargeted);
  return [
    {
      figure: 'design, 8 drivers, 2048 taps, first',
      value: first.totalMs,
      unit: 'ms',
      rival: 'none: 100 ms is the aim',
      rivalValue: null,
      ratio: null,
      note: first.note,
    },
    {
      figure: 'design, 8 drivers, 2048 taps, new target',
      value: target.totalMs,
      unit: 'ms',
      rival: 'the same, nothing kept from the design before',
      rivalValue: without.totalMs,
      ratio: without.totalMs / target.totalMs,
      note: target.note,
    },
    solverRow(),
  ];
}

function solverRow(): BenchRow {
  const { frequenciesHz } = createGrid(document);
  const { left } = computeGeometry(document, frequenciesHz, noMemo).sides!;
  const { targetGainDb, maxEffortDb } = document.sides.cancellation!;
  const targetDb = evaluateGainCurve(targetGainDb, frequenciesHz);
  const value = medianMs(() => solvePrepared(left, targetDb, maxEffortDb), RUNS, WARM_UPS);
  const bins = Array.from(frequenciesHz.keys()).filter((bin) => bin > 0 && bin % RIVAL_STRIDE === 0);
  const plain = (): void =>
    bins.forEach((bin) => plainTargetRatio(left.rows, bin, targetDb[bin]!, maxEffortDb));
  const rivalValue = (medianMs(plain, 5, 1) * frequenciesHz.length) / bins.length;
  return {
    figure: 'target ratio, 8 drivers, 3 dark rows, 1025 bins',
    value,
    unit: 'ms',
    rival: 'N equations solved anew for each trial λ, bisected as far',
    rivalValue,
    ratio: rivalValue / value,
    note: 'reduced problem kept from the design before',
  };
}
