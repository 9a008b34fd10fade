import { describe, expect, it } from 'vitest';
import { noise, noiseFilters } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';
import { prepareFilters } from './prepare-filters.ts';
import { upmixSignal } from './upmix.ts';
import { instantiate } from './wasm-instance.ts';

const [alone, shared] = [kernelModule(), kernelModule('kernel-shared')];

describe('a kernel whose memory comes from outside', () => {
  it('has one of its own where none is given', () => {
    const [one, other] = [instantiate(shared), instantiate(shared)];
    expect(one.memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(one.memory).not.toBe(other.memory);
    expect(instantiate(alone).memory.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('takes signals apart as the other does, and gives them in memory that is not shared', () => {
    const options = { sampleRateHz: 48_000, kind: 'adaptive' } as const;
    const [left, right] = [noise(10_000, 1), noise(10_000, 2)];
    const [one, other] = [alone, shared].map((module) => upmixSignal(module, options, left, right));
    expect(other).toEqual(one);
    expect(other!.centre.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('prepares filters as the other does, and gives what can be transferred', () => {
    const [one, other] = [alone, shared].map((module) => prepareFilters(module, noiseFilters(3, 4, 3000, 1)));
    expect(other).toEqual(one);
    expect(other!.spectra.buffer).toBeInstanceOf(ArrayBuffer);
  });
});
