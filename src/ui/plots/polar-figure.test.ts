import { describe, expect, it } from 'vitest';
import type { PlotTheme } from './plot-figure.ts';
import { polarFigure } from './polar-figure.ts';

const THEME = { ground: '#ffffff', fontFamily: 'sans-serif' } as unknown as PlotTheme;
const AZIMUTHS = Array.from({ length: 180 }, (_, i) => 2 * i - 180);
/** Two slices: one falls by 0.1 dB for each degree, the other is −50 dB all around but on axis. */
const SLICES = {
  azimuthDeg: AZIMUTHS,
  frequencyHz: [500, 2000],
  levelDb: Float32Array.from(AZIMUTHS.flatMap((a) => [-0.1 * Math.abs(a), a === 0 ? 0 : -50])),
  edges: [{ leftDeg: 60, rightDeg: 60 }, null],
};
interface Trace {
  readonly name: string;
  readonly theta: number[];
  readonly r: number[];
  readonly customdata: number[][];
}

describe('polarFigure', () => {
  const { data, layout } = polarFigure(SLICES, { normalisation: 'on-axis', floorDb: -30 }, THEME, {
    widthPx: 640,
    heightPx: 400,
  });
  const [slope, marks, spike] = data as unknown as Trace[];

  it('has the axis at the top, the left on the left, and 30 dB from the middle to 0 dB', () => {
    expect(layout.polar?.angularaxis).toMatchObject({ rotation: 90, direction: 'counterclockwise' });
    expect(layout.polar?.radialaxis?.range).toEqual([-30, 0]);
    expect(layout.height).toBe(400);
  });

  it('closes each curve, and keeps its true level for the hover where it is below the floor', () => {
    expect([slope.theta[0], slope.theta.at(-1)]).toEqual([-180, 180]);
    expect(slope.r[0]).toBeCloseTo(-18, 5);
    expect(spike.r[0]).toBe(-30);
    expect(spike.customdata[0]).toEqual([-180, -50]);
  });

  it('marks the −6 dB points of a slice that has them, on its curve', () => {
    expect(data).toHaveLength(3);
    expect(marks).toMatchObject({ name: '500 Hz, −6 dB', theta: [60, -60], r: [-6, -6] });
  });

  it('makes room in steps of 5 dB for what is louder than on axis', () => {
    const levelDb = SLICES.levelDb.map((level, at) => (at === 0 ? 6 : level));
    const louder = polarFigure({ ...SLICES, levelDb }, { normalisation: 'on-axis', floorDb: -40 }, THEME, {
      widthPx: 640,
    });
    expect(louder.layout.polar?.radialaxis?.range).toEqual([-40, 10]);
  });
});
