import { beforeAll, describe, expect, it } from 'vitest';
import { loadWorklet, quantum, type Processor } from './testing/audio-scope.ts';

const BLOCK_FRAMES = 512;
const QUANTA = BLOCK_FRAMES / 128;

let make: () => Processor;

beforeAll(async () => {
  const processor = await loadWorklet('live-tap.worklet.ts');
  make = () => processor({ blockFrames: BLOCK_FRAMES });
});

const hear = (processor: Processor, quanta: number, left: number, right = left): void => {
  for (let q = 0; q < quanta; q++)
    expect(processor.process([[quantum(left), quantum(right)]], [[quantum(0)]])).toBe(true);
};
const blocks = ({ port }: Processor) => port.reports.map(({ block }) => block as Float32Array);
const giveBack = ({ port }: Processor, block: Float32Array) =>
  port.onmessage?.({ data: { type: 'take', block } });

describe('the live tap', () => {
  it('hands over left, then right, block after block', () => {
    const processor = make();
    for (let b = 1; b <= 5; b++) {
      hear(processor, QUANTA, b, -b);
      const block = blocks(processor).at(-1)!;
      expect(block.subarray(0, BLOCK_FRAMES).every((x) => x === b)).toBe(true);
      expect(block.subarray(BLOCK_FRAMES).every((x) => x === -b)).toBe(true);
      giveBack(processor, block);
    }
    expect(blocks(processor)).toHaveLength(5);
  });

  it('takes mono for both sides', () => {
    const processor = make();
    for (let q = 0; q < QUANTA; q++) processor.process([[quantum(0.5)]], [[quantum(0)]]);
    expect(blocks(processor)[0].every((x) => x === 0.5)).toBe(true);
  });

  it('leaves out what comes while the reader has all blocks, and begins a new one when one comes back', () => {
    const processor = make();
    hear(processor, QUANTA, 1);
    hear(processor, QUANTA, 2);
    hear(processor, QUANTA + 1, 3);
    expect(blocks(processor)).toHaveLength(2);
    giveBack(processor, blocks(processor)[0]);
    hear(processor, QUANTA, 4);
    expect(blocks(processor)[2].every((x) => x === 4)).toBe(true);
  });

  it('drops what was begun when its input goes away: a block is of one piece', () => {
    const processor = make();
    hear(processor, QUANTA - 1, 1);
    processor.process([[]], [[quantum(0)]]);
    hear(processor, QUANTA, 2);
    expect(blocks(processor)).toHaveLength(1);
    expect(blocks(processor)[0].every((x) => x === 2)).toBe(true);
  });

  it('ends when it is told to', () => {
    const processor = make();
    processor.port.onmessage?.({ data: { type: 'end' } });
    expect(processor.process([[]], [[quantum(0)]])).toBe(false);
    expect(processor.port.closed).toBe(true);
  });
});
