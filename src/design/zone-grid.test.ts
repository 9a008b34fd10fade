import { describe, expect, it } from 'vitest';
import { coherenceEdges, hasImage, zoneFrequenciesHz, type ZoneBand } from './zone-band.ts';
import {
  keepsRule,
  newColumns,
  rowsAt,
  zoneAreaM2,
  zoneGrid,
  ZONE_CELLS,
  ZONE_STRIDES,
} from './zone-grid.ts';

describe('zoneGrid', () => {
  it('reaches half as far again as the listener, and is its own mirror image', () => {
    const { frontM, leftM } = zoneGrid([1.6, 1.2, 0.3]);
    expect([frontM[0], frontM.at(-1)]).toEqual([0, 3]);
    expect([leftM[0], leftM.at(-1)]).toEqual([-1, 1]);
    leftM.forEach((value, j) => expect(value).toBe(-leftM[ZONE_CELLS - 1 - j]! || 0));
  });

  it('has every place once from coarse to fine', () => {
    const seen = new Uint8Array(ZONE_CELLS * ZONE_CELLS);
    const counts = ZONE_STRIDES.map((stride) => {
      for (const row of rowsAt(stride)) {
        for (const column of newColumns(stride, row)) seen[row * ZONE_CELLS + column]! += 1;
      }
      return seen.reduce((sum, times) => sum + times, 0);
    });
    expect(counts).toEqual([26 ** 2, 51 ** 2, 101 ** 2, 201 ** 2]);
    expect(seen.every((times) => times === 1)).toBe(true);
  });
});

describe('zoneAreaM2', () => {
  const grid = { frontM: Float64Array.of(1, 1.5, 2), leftM: Float64Array.of(-0.2, 0, 0.2) };
  const values = Float32Array.of(0, 5, 12, NaN, 11, 3, -4, 10, 30);

  it('adds the cells that keep a rule; what is not known does not', () => {
    // Cells at the edge reach as far out as inwards.
    const cell = 0.5 * 0.2;
    expect(zoneAreaM2(values, grid, { kind: 'least', value: 10 })).toBeCloseTo(4 * cell, 12);
    expect(zoneAreaM2(values, grid, { kind: 'within', value: 4, of: 0 })).toBeCloseTo(3 * cell, 12);
    expect(keepsRule(NaN, { kind: 'within', value: 90, of: 0 })).toBe(false);
  });
});

describe('bands', () => {
  it.each<[ZoneBand, number]>([
    [[300, 8000], 3],
    [[300, 1500], 3],
    [[707, 1414], 1],
    [[88, 176], 1],
    [[1414, 2828], 0],
    [[1500, 8000], 0],
  ])('%s Hz has %i bands for the coherence', (band, bands) => {
    const frequenciesHz = zoneFrequenciesHz(band);
    const edges = coherenceEdges(band, frequenciesHz);
    expect(edges).toHaveLength(bands + 1);
    expect(hasImage(band)).toBe(bands > 0);
    for (let i = 1; i < edges.length; i++) {
      const [from, to] = [frequenciesHz[edges[i - 1]!]!, frequenciesHz[edges[i]! - 1]!];
      expect(to).toBeLessThanOrEqual(1500);
      expect(Math.log2(to / from)).toBeLessThanOrEqual(1);
    }
  });
});
