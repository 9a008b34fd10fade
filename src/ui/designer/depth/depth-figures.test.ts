import { describe, expect, it } from 'vitest';
import { heardDepth, type ColumnDepth, type DepthFigures, type Room } from '../../../store/index.ts';
import { criticalSet, distanceCurves, ratioSet } from './depth-figures.ts';

const ROOM: Room = { sizeM: [5, 4, 2.5], reverberationTimeS: 0.4, devicePositionM: [1, 2, 1] };
const FREQUENCY_HZ = Float64Array.of(100, 1000, 10_000);
const of = (q: number): ColumnDepth => ({ q: FREQUENCY_HZ.map(() => q), broadQ: q });
const FIGURES: DepthFigures = {
  frequencyHz: FREQUENCY_HZ,
  design: [of(1), of(1), of(6)],
  matrix: [of(1), of(1), of(3)],
};

describe('depth', () => {
  it('is that of the directivity in the room', () => {
    const heard = heardDepth(of(3), ROOM, 2);
    expect(heard.criticalM).toBeCloseTo(0.057 * Math.sqrt((3 * 50) / 0.4), 12);
    // d_c/r = 1.104/2
    expect(heard.ratioDb).toBeCloseTo(-5.16, 2);
    expect(heard.indexDb).toBeCloseTo(4.77, 2);
  });

  it('shows the design and the plain matrix, the latter with what is not told from its centre', () => {
    const { curves, band } = ratioSet(FIGURES, ROOM, 2);
    expect(curves.map(({ name }) => name)).toEqual([
      'Left',
      'Right',
      'Centre',
      'Left, plain matrix',
      'Right, plain matrix',
      'Centre, plain matrix',
    ]);
    expect(curves[2].values[1] - curves[5].values[1]).toBeCloseTo(10 * Math.log10(2), 10);
    expect(band!.high[0] - band!.low[0]).toBeCloseTo(5, 10);
    expect((band!.high[0] + band!.low[0]) / 2).toBeCloseTo(curves[5].values[0], 10);
  });

  it('has an axis of distances from nothing', () => {
    const { axis } = criticalSet(FIGURES, ROOM);
    expect(axis.range[0]).toBe(0);
    expect(axis.range[1]).toBeGreaterThan(1.5);
  });

  it('crosses 0 dB at the critical distance', () => {
    const colours = { left: '#1', right: '#2', centre: '#3' };
    const { distanceM, lines } = distanceCurves(FIGURES, ROOM, 2, colours);
    const centre = Array.from(lines[2].values);
    const crossing = centre.findIndex((db) => db < 0);
    const criticalM = heardDepth(of(6), ROOM, 2).criticalM;
    expect(distanceM[crossing - 1]).toBeLessThan(criticalM);
    expect(distanceM[crossing]).toBeGreaterThanOrEqual(criticalM);
    expect(lines[2]).toMatchObject({ color: '#3', dash: 'solid' });
    expect(lines[5]).toMatchObject({ color: '#3', dash: 'dash' });
  });
});
