import { describe, expect, it } from 'vitest';
import type { ComplexMatrices } from '../acoustics/types.ts';
import { designColumns } from './columns.ts';
import type { DesignDocument } from './document.ts';
import { computeGeometry, horizontalTransfers } from './geometry.ts';
import { createGrid } from './grid.ts';
import { multiply } from './matrices.ts';
import { noMemo } from './memo.ts';
import { tailEnergyDb } from './metrics.ts';
import { PRESETS } from './presets.ts';
import { realiseFilters } from './realise.ts';
import { spectrumColumns } from './spectrum.ts';

/** What realised filters may differ from designed ones in band. */
const FIDELITY_DB = 0.5;
/** A filter that is this far below the loudest of its column at a frequency is not heard beside it. */
const SILENT_DB = -30;
const BAND_HZ = [200, 12000] as const;
/** The design is solved anew this much more densely than the filters' own bins: what lies between them counts too. */
const DENSITY = 4;

interface Realised {
  readonly frequenciesHz: Float64Array;
  readonly designed: readonly ComplexMatrices[];
  /** (bins, drivers, 3) */
  readonly realised: ComplexMatrices;
  readonly tailDb: number;
}

function realise(document: DesignDocument): Realised {
  const grid = createGrid(document);
  const { columns } = designColumns(document, computeGeometry(document, grid.frequenciesHz, noMemo));
  const set = realiseFilters(columns, grid);
  const dense = createGrid({ ...document, filterTaps: DENSITY * document.filterTaps });
  const designed = designColumns(document, computeGeometry(document, dense.frequenciesHz, noMemo)).columns;
  return {
    frequenciesHz: dense.frequenciesHz,
    designed,
    realised: spectrumColumns(set, dense.frequenciesHz),
    tailDb: tailEnergyDb(set),
  };
}

/** Largest difference in level of all audible filters of some columns over the band, dB. */
function worstDb({ frequenciesHz, designed, realised }: Realised, inputs: readonly number[]): number {
  const n = realised.rows;
  let worst = 0;
  frequenciesHz.forEach((hz, bin) => {
    if (hz < BAND_HZ[0] || hz > BAND_HZ[1]) return;
    for (const input of inputs) {
      const { re, im } = designed[input]!;
      const aims = Array.from({ length: n }, (_, i) => Math.hypot(re[bin * n + i]!, im[bin * n + i]!));
      const loudest = Math.max(...aims);
      aims.forEach((aim, i) => {
        if (aim < loudest * 10 ** (SILENT_DB / 20)) return;
        const at = (bin * n + i) * 3 + input;
        worst = Math.max(
          worst,
          Math.abs(20 * Math.log10(Math.hypot(realised.re[at]!, realised.im[at]!) / aim)),
        );
      });
    }
  });
  return worst;
}

describe.each(Object.keys(PRESETS) as (keyof typeof PRESETS)[])('realised filters of the %s', (name) => {
  it.each([44100, 48000])('are the designed ones at %d Hz', (sampleRateHz) => {
    const result = realise({ ...PRESETS[name], sampleRateHz });
    expect(result.tailDb).toBeLessThan(-60);
    expect(worstDb(result, [0, 1])).toBeLessThan(FIDELITY_DB);
    expect(axisErrorDb({ ...PRESETS[name], sampleRateHz }, result)).toBeLessThan(FIDELITY_DB);
  });
});

/** Departure of the realised centre from the designed one on axis, dB. */
function axisErrorDb(document: DesignDocument, { frequenciesHz, designed, realised }: Realised): number {
  const axis = horizontalTransfers(document, [0], frequenciesHz);
  const aim = multiply(axis, designed[2]!);
  const heard = multiply(axis, realised);
  let worst = 0;
  frequenciesHz.forEach((hz, bin) => {
    if (hz < BAND_HZ[0] || hz > BAND_HZ[1]) return;
    const ratio =
      Math.hypot(heard.re[3 * bin + 2]!, heard.im[3 * bin + 2]!) / Math.hypot(aim.re[bin]!, aim.im[bin]!);
    worst = Math.max(worst, Math.abs(20 * Math.log10(ratio)));
  });
  return worst;
}
