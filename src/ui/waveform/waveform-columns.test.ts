import { describe, expect, it } from 'vitest';
import { excursions, scaled } from './waveform-columns.ts';

describe('the columns of a waveform', () => {
  it('are as high as their larger side, relative to the loudest of the track', () => {
    const columns = excursions(Float32Array.of(-0.25, 0.125, -0.125, 0.5, 0.25, 0.25, 0, 0));
    expect([...columns]).toEqual([0.25, 0.5, 0.25, 0]);
    expect([...scaled(columns, 0.5)]).toEqual([0.5, 1, 0.5, 0]);
  });

  it('do not reach beyond their room where more is known of them than of the whole', () =>
    expect([...scaled(Float32Array.of(0.75), 0.5)]).toEqual([1]));

  it('are flat for silence', () => expect([...scaled(excursions(new Float32Array(4)), 0)]).toEqual([0, 0]));
});
