import { describe, expect, it } from 'vitest';
import type { ComplexMatrices } from '../acoustics/types.ts';
import transfers from './fixtures/ear-transfer.json' with { type: 'json' };
import reference from './fixtures/target-ratio.json' with { type: 'json' };
import { solveTargetRatio } from './target-ratio.ts';

/** The issue of two independent searches for one λ, and far below what is heard. */
const REFERENCE_TOLERANCE_DB = 0.01;

function matrix(rows: number, columns: number, elements: readonly (readonly number[])[]): ComplexMatrices {
  return {
    bins: 1,
    rows,
    columns,
    re: Float64Array.from(elements, ([re]) => re!),
    im: Float64Array.from(elements, ([, im]) => im!),
  };
}

function solveOne(
  bright: number[][],
  dark: number[][],
  targetDb: number,
  maxEffortDb: number,
  base?: ComplexMatrices,
) {
  const n = bright.length;
  return solveTargetRatio({
    bright: matrix(1, n, bright),
    dark: matrix(dark.length / n, n, dark),
    targetDb: Float64Array.of(targetDb),
    maxEffortDb,
    ...(base && { base }),
  });
}

describe('target ratio against the reference values', () => {
  for (const [name, rows] of Object.entries(reference.designs)) {
    it(`reaches ratio and effort of ${name}`, () => {
      const ears = transfers.designs[name as keyof typeof transfers.designs];
      for (const row of rows) {
        const [left, right] = ears.find((e) => e.frequencyHz === row.frequencyHz)!.value as [
          number[][],
          number[][],
        ];
        const { ratioDb, effortDb, filters } = solveOne(left, right, row.targetDb, row.maxEffortDb);
        expect(Math.abs(ratioDb[0]! - row.ratioDb)).toBeLessThan(REFERENCE_TOLERANCE_DB);
        expect(Math.abs(effortDb[0]! - row.effortDb)).toBeLessThan(REFERENCE_TOLERANCE_DB);
        row.filters.forEach(([re], n) => expect(filters.re[n]!).toBeCloseTo(re!, 3));
      }
    });
  }
});
