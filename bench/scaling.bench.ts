import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './bench-row.ts';
import { inBrowser, type Bed } from './browser.ts';
import { curves, type Curve } from './curves.ts';
import type { MatrixConfig } from './matrix-page.ts';
import { speedsOf } from './matrix-speed.ts';

const RUNS = 3;
const OUTPUTS = [1, 2, 4, 8, 16, 32];
const TAPS = [1024, 4096, 16_384, 65_536, 131_072];
const PICTURE = fileURLToPath(new URL('matrix-cost.svg', import.meta.url));

/** Share of real time of each size, percent of one core, ours and the convolvers'. */
async function costs(bed: Bed, sizes: readonly number[], configOf: (size: number) => MatrixConfig) {
  const ours: [number, number][] = [];
  const theirs: [number, number][] = [];
  for (const size of sizes) {
    const { net } = await speedsOf(bed, configOf(size), ['kernel', 'convolvers'], RUNS);
    ours.push([size, 100 / net.get('kernel')!]);
    theirs.push([size, 100 / net.get('convolvers')!]);
  }
  return { ours, theirs };
}

/** Growth of a cost over the whole range of sizes: 1 is linear. */
function exponent(points: readonly (readonly [number, number])[]): number {
  const [first, last] = [points[0]!, points.at(-1)!];
  return Math.log(last[1] / first[1]) / Math.log(last[0] / first[0]);
}

function row(figure: string, { ours, theirs }: Awaited<ReturnType<typeof costs>>): BenchRow {
  const value = exponent(ours);
  const rivalValue = exponent(theirs);
  const list = ours.map(([size, cost]) => `${size}: ${cost.toPrecision(2)} %`).join(', ');
  return {
    figure,
    value,
    unit: '(1 is linear)',
    rival: 'ConvolverNodes',
    rivalValue,
    ratio: null,
    note: `share of one core, ${list}; bench/matrix-cost.svg`,
  };
}

/** How the cost of a matrix grows with its outputs and with the length of its filters; draws both. */
export function scalingBench(): Promise<BenchRow[]> {
  return inBrowser(async (bed) => {
    const outputs = await costs(bed, OUTPUTS, (count) => ({ inputs: 3, outputs: count, taps: 4096 }));
    const taps = await costs(bed, TAPS, (count) => ({ inputs: 3, outputs: 8, taps: count }));
    const both = ({ ours, theirs }: typeof outputs): Curve[] => [
      { name: 'Soundstage', points: ours },
      { name: 'ConvolverNodes', points: theirs },
    ];
    writeFileSync(
      PICTURE,
      curves([
        { title: '3 inputs, 4096 taps', x: 'outputs', y: '% of one core', curves: both(outputs) },
        { title: '3 inputs, 8 outputs', x: 'taps', y: '% of one core', curves: both(taps) },
      ]),
    );
    return [
      row('matrix, growth with outputs 1 … 32, exponent', outputs),
      row('matrix, growth with taps 1024 … 131,072, exponent', taps),
    ];
  });
}
