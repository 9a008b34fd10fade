import { describe, expect, it } from 'vitest';
import { IMAGE_LENGTH, IMAGE_TERM_COUNT } from '../../store/meter-reading.ts';
import { ImageBalance } from './image-balance.ts';

const imageOf = (left: number, right: number, centre: number): Float32Array =>
  Float32Array.from(
    { length: IMAGE_LENGTH },
    (_, i) => [left, right, centre, 0, 0, 0][i % IMAGE_TERM_COUNT]!,
  );

function balanceOf(...powers: readonly [number, number, number]): string {
  const balance = new ImageBalance();
  balance.move(imageOf(...powers), 60);
  return balance.balance;
}

describe('ImageBalance', () => {
  it('names where most of the energy is', () => {
    expect(balanceOf(0.1, 0.01, 0.01)).toBe('left');
    expect(balanceOf(0.01, 0.1, 0.01)).toBe('right');
    expect(balanceOf(0.01, 0.01, 0.1)).toBe('middle');
    expect(balanceOf(0.1, 0.1, 0.02)).toBe('apart');
    expect(balanceOf(0.1, 0.1, 0.15)).toBe('spread');
    expect(balanceOf(1e-9, 0, 0)).toBe('silent');
  });

  it('adds up its bands and moves within seconds', () => {
    const balance = new ImageBalance();
    for (let frame = 0; frame < 60; frame++) balance.move(imageOf(0.1 / 17, 0, 0), 1 / 30);
    // One time constant.
    expect(balance.levelDb(0)).toBeCloseTo(10 * Math.log10(0.1 * (1 - Math.exp(-1))), 3);
    balance.reset();
    expect(balance.balance).toBe('silent');
  });
});
