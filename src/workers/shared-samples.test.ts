import { afterEach, describe, expect, it, vi } from 'vitest';
import { shareableSamples, transferable } from './shared-samples.ts';

afterEach(() => vi.unstubAllGlobals());

describe('shareableSamples', () => {
  it('shares where the page is isolated, and has nothing to give away there', () => {
    vi.stubGlobal('crossOriginIsolated', true);
    const samples = shareableSamples(3);
    expect(samples).toHaveLength(3);
    expect(structuredClone(samples).buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(transferable(samples)).toEqual([]);
  });

  it('can be given away elsewhere', () => {
    vi.stubGlobal('crossOriginIsolated', false);
    const samples = shareableSamples(3);
    expect(transferable(samples)).toEqual([samples.buffer]);
  });
});
