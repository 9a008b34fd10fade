import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRESETS } from '../src/design/presets.ts';
import type { BenchRow } from './bench-row.ts';

const command = fileURLToPath(new URL('../build/cli/soundstage.js', import.meta.url));

/** Five drivers of 1024 taps in 1000 variants, 100 of them with acoustics of their own. */
const SPEC = {
  format: 'soundstage-sweep',
  version: 1,
  name: 'Five drivers',
  design: {
    ...PRESETS.soundbar,
    filterTaps: 1024,
    device: { baffle: { kind: 'none' }, drivers: PRESETS.soundbar.device.drivers.slice(0, 5) },
  },
  ranges: {
    spacingM: { from: 0.05, to: 0.2, steps: 10 },
    distanceM: { from: 1, to: 3, steps: 10 },
    cancellationGainDb: { from: 10, to: 25, steps: 10 },
  },
};
const DESIGNS = 1000;

function seconds(folder: string, threads: number): number {
  const out = join(folder, `${threads}`);
  const start = performance.now();
  const args = [command, 'sweep', join(folder, 'spec.json'), '--out', out, '--threads', `${threads}`];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

/** A sweep from nothing to its table and page, on all cores and on one. */
export function sweepBench(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'soundstage-sweep-'));
  try {
    writeFileSync(join(folder, 'spec.json'), JSON.stringify(SPEC));
    const cores = availableParallelism();
    const [all, one] = [seconds(folder, cores), seconds(folder, 1)].map((time) => DESIGNS / time) as [
      number,
      number,
    ];
    return [
      {
        figure: `sweep, 1000 designs of 5 drivers, 1024 taps, ${cores} cores`,
        value: all,
        unit: 'designs per second',
        rival: 'the same on one core',
        rivalValue: one,
        ratio: all / one,
        note: `${(DESIGNS / all).toFixed(0)} s in all, once; ${(DESIGNS / one).toFixed(0)} s on one core; 300 s are the aim`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
