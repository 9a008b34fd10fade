import { describe, expect, it } from 'vitest';
import { waveformColumns } from './waveform-columns.ts';

describe('waveformColumns', () => {
  const peaks = Float32Array.of(-0.1, 0.05, -0.2, 0.5, 0, 0, -0.25, 0.125);

  it('keeps the loudest excursion of each stretch, relative to the loudest of all', () => {
    expect([...waveformColumns(peaks, 2)]).toEqual([1, 0.5]);
  });

  it('repeats columns when there is more room than waveform', () => {
    expect(waveformColumns(peaks, 8)[2]).toBe(1);
    expect(waveformColumns(peaks, 8)[3]).toBe(1);
  });

  it('is flat for silence, and for no waveform at all', () => {
    expect([...waveformColumns(new Float32Array(8), 3)]).toEqual([0, 0, 0]);
    expect([...waveformColumns(new Float32Array(0), 3)]).toEqual([0, 0, 0]);
  });
});
