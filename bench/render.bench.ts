import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRESETS } from '../src/design/presets.ts';
import { planPartitions } from '../src/kernel/partition-plan.ts';
import { noise, noiseFilters } from '../src/kernel/testing/convolution.ts';
import { median, medianMs, type BenchRow } from './bench-row.ts';
import { PlainMatrix } from './plain-matrix.ts';
import { wavHeader } from './wav-header.ts';

const RATE_HZ = 48_000;
const TAPS = 4096;
const OUTPUTS = 8;
const RUNS = 5;
const SECONDS = 600;
const LONG_SECONDS = 7200;

const command = fileURLToPath(new URL('../build/cli/soundstage.js', import.meta.url));

/** Stereo noise at −20 dBFS, 16 bits. */
async function writeNoise(path: string, seconds: number): Promise<void> {
  const second = Int16Array.from(noise(2 * RATE_HZ, 1), (x) => 3276 * x);
  const file = await open(path, 'w');
  const frames = seconds * RATE_HZ;
  await file.write(wavHeader({ code: 1, bits: 16, sampleRateHz: RATE_HZ, frames }));
  for (let i = 0; i < seconds; i++) await file.write(Buffer.from(second.buffer));
  await file.close();
}

interface Used {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Runs the command by itself; it says at its end what it has used. */
async function render(...args: readonly string[]): Promise<Used> {
  // What `maxRSS` says on Linux is at least what this process had when it started the command.
  const telling = `import { readFileSync } from 'node:fs'; process.on('exit', () => { const u = process.resourceUsage(); const own = process.platform === 'linux' ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) : u.maxRSS; console.log(JSON.stringify({ cpuSeconds: (u.userCPUTime + u.systemCPUTime) / 1e6, peakMegabytes: own / 1024 })); });`;
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(telling)}`, command, 'render', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`soundstage render ${args.join(' ')}: exit ${code}`);
  return JSON.parse(said) as Used;
}

/** Times real time of the same matrix alone in plain JavaScript, in this process. */
function plainSpeed(): number {
  const shape = { inputs: 3, maxOutputs: OUTPUTS, maxTaps: TAPS };
  const matrix = new PlainMatrix(noiseFilters(3, OUTPUTS, TAPS, 1), planPartitions(shape));
  const inputs = [1, 2, 3].map((seed) => noise(128, seed));
  const outputs = Array.from({ length: OUTPUTS }, () => new Float32Array(128));
  const quanta = RATE_HZ / 128;
  const ms = medianMs(
    () => {
      for (let q = 0; q < quanta; q++) matrix.process(inputs, outputs);
    },
    5,
    2,
  );
  return 1000 / ms;
}

/** A file through upmix and filters without a browser. */
export async function renderBench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'soundstage-render-'));
  const at = (name: string) => join(folder, name);
  try {
    await writeFile(at('design.json'), JSON.stringify({ ...PRESETS.soundbar, filterTaps: TAPS }));
    await writeNoise(at('in.wav'), SECONDS);
    const request = [at('in.wav'), at('design.json'), '--out', at('out.wav')];
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(SECONDS / (await render(...request)).cpuSeconds);
    await writeNoise(at('in.wav'), LONG_SECONDS);
    const long = await render(...request, '--listen', 'ears');
    const rivalValue = plainSpeed();
    const value = median(runs);
    return [
      {
        figure: `soundstage render, 3→${OUTPUTS}, ${TAPS} taps`,
        value,
        unit: '× real time',
        rival: 'the matrix alone in plain JS',
        rivalValue,
        ratio: value / rivalValue,
        note: `ten minutes, per CPU second, reading, design, upmix and writing included; median of ${RUNS}`,
      },
      {
        figure: 'soundstage render, two hours, peak memory',
        value: long.peakMegabytes,
        unit: 'MB',
        rival: 'none: 300 MB is the aim',
        rivalValue: null,
        ratio: null,
        note: `${(LONG_SECONDS / long.cpuSeconds).toFixed(0)} × real time to two ears`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
