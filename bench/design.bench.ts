import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build, type Rollup } from 'vite';
import { evaluateGainCurve } from '../src/design/gain-curve.ts';
import { computeGeometry } from '../src/design/geometry.ts';
import { createGrid } from '../src/design/grid.ts';
import { noMemo } from '../src/design/memo.ts';
import { PRESETS } from '../src/design/presets.ts';
import { solvePrepared } from '../src/design/target-ratio.ts';
import { medianMs, type BenchRow } from './bench-row.ts';
import type { DesignTimings } from './design-timing.ts';
import { plainTargetRatio } from './plain-target-ratio.ts';

const RUNS = 9;
const WARM_UPS = 15;
/** The rival solves N equations per trial λ and takes seconds for all bins: it computes every 32nd, scaled up. */
const RIVAL_STRIDE = 32;

const document = PRESETS.soundbar;

const root = fileURLToPath(new URL('..', import.meta.url));

/** The timings of `design-timing.ts`, built as a worker's code is and run in a thread that has nothing else to hold. */
async function timeInWorker(): Promise<DesignTimings> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: `${root}bench/design-timing.ts`,
      write: false,
      rollupOptions: { output: { format: 'cjs' } },
    },
  });
  const [chunk] = (built as Rollup.RollupOutput).output;
  const kernel = new WebAssembly.Module(readFileSync(`${root}build/kernel.wasm`));
  const worker = new Worker(chunk.code, { eval: true, workerData: kernel });
  const [timings] = (await once(worker, 'message')) as [DesignTimings];
  await worker.terminate();
  return timings;
}

/** A design of eight drivers by 2048 taps in a worker, everything included. */
export async function designBench(): Promise<BenchRow[]> {
  const { first, target, without } = await timeInWorker();
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
