import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { planPartitions, QUANTUM, stageOffsets } from './partition-plan.ts';

const shapes = fc.record({
  inputs: fc.integer({ min: 1, max: 16 }),
  maxOutputs: fc.integer({ min: 1, max: 32 }),
  maxTaps: fc.integer({ min: 1, max: 131_072 }),
});

describe('planPartitions', () => {
  it('covers all taps, starts within the quantum, and gives every stage its block and what is due of it', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const plan = planPartitions(shape);
        const offsets = stageOffsets(plan);
        expect(plan[0]!.block).toBe(QUANTUM);
        const last = plan.at(-1)!;
        expect(offsets.at(-1)! + last.block * last.count).toBeGreaterThanOrEqual(shape.maxTaps);
        for (let s = 1; s < plan.length; s++) {
          const { block, dueQuanta } = plan[s]!;
          expect(offsets[s]).toBe(block + (dueQuanta - 1) * QUANTUM);
          expect(dueQuanta).toBeLessThanOrEqual(block / QUANTUM);
        }
        for (const { block, count } of plan) {
          expect(Number.isInteger(Math.log2(block))).toBe(true);
          expect(Number.isInteger(count) && count >= 1).toBe(true);
        }
      }),
    );
  });

  it('makes long filters cost far less than in equal partitions', () => {
    const plan = planPartitions({ inputs: 3, maxOutputs: 8, maxTaps: 65_536 });
    const partitions = plan.reduce((sum, { count }) => sum + count, 0);
    expect(partitions).toBeLessThan(65_536 / QUANTUM / 10);
  });
});
