import { describe, expect, it } from 'vitest';
import type { ComplexMatrices } from '../acoustics/types.ts';
import { designColumns } from './columns.ts';
import type { DesignDocument } from './document.ts';
import { computeGeometry } from './geometry.ts';
import { createGrid } from './grid.ts';
import { noMemo } from './memo.ts';
import { tailEnergyDb } from './metrics.ts';
import { PRESETS } from './presets.ts';
import { realiseFilters } from './realise.ts';
import { spectrumColumns } from './spectrum.ts';

/** What realised filters may differ from designed ones in band. */
const FIDELITY_DB = 0.5;
const BAND_HZ: readonly [number, number] = [200, 12000];
/** The design is solved anew this much more densely than the filters' own bins: what lies between them counts too. */
const DENSITY = 2;

interface Realised {
  readonly frequenciesHz: Float64Array;
  readonly designed: readonly ComplexMatrices[];
  /** (bins, drivers, 3) */
  readonly realised: ComplexMatrices;
  readonly tailDb: number;
}

/** @param latencySamples modelling delay; half the length where absent */
function realise(document: DesignDocument, latencySamples?: number): Realised {
  const grid = createGrid(document, latencySamples);
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

/** Largest difference in level of any filter over a band, dB. */
function worstDb({ frequenciesHz, designed, realised }: Realised, [low, high] = BAND_HZ): number {
  const n = realised.rows;
  let worst = 0;
  frequenciesHz.forEach((hz, bin) => {
    if (hz < low || hz > high) return;
    designed.forEach(({ re, im }, input) => {
      for (let i = bin * n; i < (bin + 1) * n; i++) {
        const level = Math.hypot(realised.re[3 * i + input]!, realised.im[3 * i + input]!);
        worst = Math.max(worst, Math.abs(20 * Math.log10(level / Math.hypot(re[i]!, im[i]!))));
      }
    });
  });
  return worst;
}

describe.each(Object.keys(PRESETS) as (keyof typeof PRESETS)[])('realised filters of the %s', (name) => {
  // At 96 kHz 2048 taps last half as long and miss the steepest slopes near 200 Hz by up to 2 dB; 4096 hold them.
  it.each([
    [44100, 2048],
    [48000, 2048],
    [96000, 4096],
  ])('are the designed ones at %d Hz with %d taps', (sampleRateHz, filterTaps) => {
    const result = realise({ ...PRESETS[name], sampleRateHz, filterTaps });
    expect(result.tailDb).toBeLessThan(-60);
    expect(worstDb(result)).toBeLessThan(FIDELITY_DB);
  });
});

/** Largest departure of any filter over the band as a share of the strongest driver of its input, dB. */
function worstShareDb({ frequenciesHz, designed, realised }: Realised): number {
  const n = realised.rows;
  let worst = 0;
  frequenciesHz.forEach((hz, bin) => {
    if (hz < BAND_HZ[0] || hz > BAND_HZ[1]) return;
    designed.forEach(({ re, im }, input) => {
      let strongest = 0;
      let departure = 0;
      for (let i = bin * n; i < (bin + 1) * n; i++) {
        strongest = Math.max(strongest, Math.hypot(re[i]!, im[i]!));
        const [x, y] = [realised.re[3 * i + input]! - re[i]!, realised.im[3 * i + input]! - im[i]!];
        departure = Math.max(departure, Math.hypot(x, y));
      }
      worst = Math.max(worst, 20 * Math.log10(1 + departure / strongest));
    });
  });
  return worst;
}

/**
 * What cutting the early part off may cost: a quarter of a decibel of the strongest driver; of each driver's own level,
 * which may be 20 dB lower, a little more than of whole filters from 500 Hz on (below, up to 3 dB).
 */
const SHORT_DELAY_DB = { ofStrongest: 0.25, ofOwn: 0.6 } as const;

describe.each(Object.keys(PRESETS) as (keyof typeof PRESETS)[])(
  'filters of the %s with a short delay',
  (name) => {
    const CASES = [
      [44100, 2048, 396],
      [48000, 2048, 488],
      [96000, 4096, 848],
    ] as const;
    it.each(CASES)(
      'keep to the design at %d Hz with %d taps, late by %d',
      (rate, filterTaps, latencySamples) => {
        const document = { ...PRESETS[name], sampleRateHz: rate, filterTaps };
        const result = realise(document, latencySamples);
        expect(result.tailDb).toBeLessThan(-60);
        expect(worstShareDb(result)).toBeLessThan(SHORT_DELAY_DB.ofStrongest);
        expect(worstDb(result, [500, BAND_HZ[1]])).toBeLessThan(SHORT_DELAY_DB.ofOwn);
      },
    );
  },
);
