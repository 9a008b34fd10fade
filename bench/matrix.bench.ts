import type { BenchRow } from './bench-row.ts';
import { inBrowser, type Bed } from './browser.ts';
import type { MatrixConfig } from './matrix-page.ts';
import { kernelAlone, speedsOf, type Speeds } from './matrix-speed.ts';

const RUNS = 5;

const CONFIGS: readonly MatrixConfig[] = [
  { inputs: 3, outputs: 2, taps: 2048 },
  { inputs: 3, outputs: 5, taps: 4096 },
  { inputs: 3, outputs: 8, taps: 4096 },
  { inputs: 3, outputs: 16, taps: 8192 },
  { inputs: 16, outputs: 2, taps: 32_768 },
  { inputs: 3, outputs: 2, taps: 65_536 },
];
const SYMMETRIC: readonly MatrixConfig[] = [
  { inputs: 3, outputs: 2, taps: 2048 },
  { inputs: 3, outputs: 8, taps: 4096 },
  { inputs: 3, outputs: 16, taps: 8192 },
];

const nameOf = ({ inputs, outputs, taps }: MatrixConfig) => `${inputs}→${outputs}, ${taps} taps`;

function row(figure: string, rival: string, value: number, rivalValue: number, note: string): BenchRow {
  return { figure, value, unit: '× real time', rival, rivalValue, ratio: value / rivalValue, note };
}

function rowsOf(config: MatrixConfig, { gross, net, differenceDb }: Speeds): BenchRow[] {
  const name = nameOf(config);
  const convolvers = `${config.inputs * config.outputs} native ConvolverNodes`;
  const agreed = `median of ${RUNS}, per CPU second, in Chromium; results differ by ${differenceDb.toFixed(0)} dB`;
  return [
    row(`matrix ${name}`, convolvers, gross.get('kernel')!, gross.get('convolvers')!, agreed),
    row(
      `matrix ${name}, less source and rendering`,
      convolvers,
      net.get('kernel')!,
      net.get('convolvers')!,
      'what the graph costs without a matrix, measured in the same run, is taken off both',
    ),
    row(
      `matrix ${name}`,
      'the same partitions in plain JS',
      gross.get('kernel')!,
      gross.get('plain')!,
      agreed,
    ),
    row(
      `matrix ${name}, baseline SIMD`,
      convolvers,
      gross.get('baseline')!,
      gross.get('convolvers')!,
      'without relaxed SIMD, as older browsers run it',
    ),
  ];
}

async function symmetricRow(bed: Bed, config: MatrixConfig): Promise<BenchRow> {
  const symmetric = { ...config, symmetric: true };
  const { differenceDb } = await speedsOf(bed, symmetric, ['kernel', 'convolvers'], 1);
  return row(
    `kernel alone ${nameOf(config)}, mirror-symmetric`,
    'the same without symmetry',
    await kernelAlone(bed, symmetric),
    await kernelAlone(bed, config),
    `found by itself; results differ by ${differenceDb.toFixed(0)} dB from convolvers`,
  );
}

const COURSES = {
  faint: ['denormal input', 'taken for silence where it arrives'],
  swapping: [
    '50 swaps a second',
    'two sets at a time for most of it; each swap is computed ahead and faded over 20 ms',
  ],
} as const;

async function courseRow(bed: Bed, course: keyof typeof COURSES): Promise<BenchRow> {
  const config = { inputs: 3, outputs: 8, taps: 4096 };
  const [name, note] = COURSES[course];
  const value = await kernelAlone(bed, config, course);
  const steady = await kernelAlone(bed, config);
  return row(`kernel alone ${nameOf(config)}, ${name}`, 'the same, steady, with noise', value, steady, note);
}

/** The filter-matrix processor beside a bank of the browser's own convolvers and beside plain JavaScript. */
export function matrixBench(): Promise<BenchRow[]> {
  return inBrowser(async (bed) => {
    const rows: BenchRow[] = [];
    for (const config of CONFIGS) {
      const speeds = await speedsOf(bed, config, ['kernel', 'baseline', 'plain', 'convolvers'], RUNS);
      rows.push(...rowsOf(config, speeds));
    }
    for (const config of SYMMETRIC) rows.push(await symmetricRow(bed, config));
    for (const course of ['faint', 'swapping'] as const) rows.push(await courseRow(bed, course));
    return rows;
  });
}
