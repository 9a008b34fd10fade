import type { Data } from 'plotly.js';
import { describe, expect, it } from 'vitest';
import { directivityFigure } from './directivity-figure.ts';
import { frameOf, pixelOf, pointAt } from './plot-frame.ts';
import type { PlotTheme } from './plot-figure.ts';
import { ratioFigure, ratioHeightPx, ratioMargins, windowTopDb } from './ratio-figure.ts';
import { titled } from './titled.ts';
import { zoneFigure, zoneMargins } from './zone-figure.ts';
import { QUANTITY_SCALES } from './zone-quantities.ts';

const THEME: PlotTheme = {
  paper: '#paper',
  ground: '#ground',
  ink: '#ink',
  muted: '#muted',
  grid: '#grid',
  gridMinor: '#minor',
  left: '#0072b2',
  right: '#d55e00',
  centre: '#c98a00',
  natural: '#6f7780',
  reference: '#008a64',
  warning: '#805300',
  fontFamily: 'sans-serif',
};
const ROOM = { widthPx: 640 };

const CURVES = {
  frequencyHz: [100, 1000, 10_000],
  achievedDb: [3, 15, 22],
  targetDb: [3, 15, 20],
  naturalDb: [0, 2, 12],
  effortDb: [9, 6, 0],
  maxEffortDb: 9,
};
const NAMES = { achieved: 'Separation', axis: 'Separation (dB)', colour: 'left' } as const;

/** A trace by its name, with the fields that a test looks at. */
function trace(data: Data[], name: string) {
  return data.find((candidate) => candidate.name === name) as unknown as {
    y: number[];
    line: { color: string; dash?: string };
    yaxis: string;
  };
}

describe('ratioFigure', () => {
  const { data, layout } = ratioFigure(CURVES, NAMES, THEME, ROOM);

  it('shows a window of 50 dB with its top on a multiple of 5 dB and ticks each 5 dB', () => {
    expect(layout.yaxis?.range).toEqual([-5, 45]);
    expect(layout.yaxis?.dtick).toBe(5);
    expect(windowTopDb({ ...CURVES, achievedDb: [3, 51.2, NaN] })).toBe(55);
  });

  it('gives each curve the colour and dash of its meaning', () => {
    expect(trace(data, 'Separation').line.color).toBe(THEME.left);
    expect(trace(data, 'Target').line).toMatchObject({ color: THEME.ink, dash: 'dash' });
    expect(trace(data, 'Natural').line.color).toBe(THEME.natural);
  });

  it('puts the effort below, on an axis of its own that holds the cap', () => {
    expect(trace(data, 'Effort').yaxis).toBe('y2');
    expect(layout.yaxis2?.range).toEqual([0, 12]);
    expect(layout.yaxis2!.domain![1]).toBeLessThan(layout.yaxis!.domain![0]);
  });

  it('leaves out what the design does not have', () => {
    const { frequencyHz, achievedDb, effortDb } = CURVES;
    const figure = ratioFigure({ frequencyHz, achievedDb, effortDb }, NAMES, THEME, ROOM);
    expect(figure.data.map(({ name }) => name)).toEqual(['Separation', 'Effort']);
  });

  it('makes a decade as long as 25 dB, or 50 dB where that is too tall', () => {
    const decadePx = (640 - ratioMargins(ROOM).left - ratioMargins(ROOM).right) / 3;
    const levelPx = (heightPx: number) =>
      frameOf(ratioFigure(CURVES, NAMES, THEME, { ...ROOM, heightPx }), {}).heightPx;
    // Heights are whole pixels.
    expect(levelPx(Infinity) / 50).toBeCloseTo(decadePx / 25, 1);
    expect(levelPx(400) / 50).toBeCloseTo(decadePx / 50, 1);
    expect(ratioHeightPx(640, 400)).toBeLessThanOrEqual(400);
  });

  it('spans 20 Hz to 20 kHz on a log axis', () => {
    expect(layout.xaxis?.type).toBe('log');
    expect(layout.xaxis?.range?.map((exponent: number) => Math.round(10 ** exponent))).toEqual([20, 20_000]);
  });
});

describe('plot frame', () => {
  const frame = frameOf(ratioFigure(CURVES, NAMES, THEME, ROOM), {});

  it('finds the pixel of a point and the point of a pixel', () => {
    const { x, y } = pixelOf(frame, 1000, 15);
    const point = pointAt(frame, x, y);
    expect(point.frequencyHz).toBeCloseTo(1000, 6);
    expect(point.level).toBeCloseTo(15, 9);
  });

  it('puts the ends of the axes on the margins', () => {
    expect(pixelOf(frame, 20, 45)).toEqual({ x: ratioMargins(ROOM).left, y: ratioMargins(ROOM).top });
    expect(pixelOf(frame, 20_000, 0).x).toBeCloseTo(640 - ratioMargins(ROOM).right, 9);
  });

  it('follows a zoom', () => {
    const zoomed = frameOf(ratioFigure(CURVES, NAMES, THEME, ROOM), { xaxis: [3, 4] });
    expect(pixelOf(zoomed, 1000, 0).x).toBeCloseTo(zoomed.leftPx, 9);
  });
});

const MAP = {
  azimuthDeg: [-180, -90, 0, 90],
  frequencyHz: [100, 1000],
  levelDb: Float32Array.of(-20, -70, -8, -40, 0, 0, 0, 9),
};
const OPTIONS = {
  normalisation: 'on-axis',
  floorDb: -30,
  colourMap: 'viridis',
  nulls: [
    { azimuthDeg: 90, widthDeg: 20 },
    { azimuthDeg: -90, widthDeg: 20 },
  ],
  windowDeg: 45,
} as const;

interface ContourLike {
  readonly x: number[];
  readonly y: number[];
  readonly z: number[][];
  readonly customdata: number[][];
  readonly contours: { start: number; end: number; size: number };
  readonly hoverongaps?: boolean;
}

describe('directivityFigure', () => {
  const { data, layout } = directivityFigure(MAP, OPTIONS, THEME, ROOM);
  const map = data[0] as unknown as ContourLike;

  it('has a row for each azimuth, both ends of the circle among them, and a column for each frequency', () => {
    expect(map.y).toEqual([-180, -90, 0, 90, 180]);
    expect(map.x).toEqual([100, 1000]);
    expect(map.z).toHaveLength(5);
    expect(map.z[4]).toEqual(map.z[0]);
  });

  it('clips to −30…+3 dB in contours each 3 dB, and tells the true level on hover', () => {
    expect(map.contours).toMatchObject({ start: -30, end: 3, size: 3 });
    expect(map.z[0]).toEqual([-20, -30]);
    // 0 dB is drawn on the lower side of its contour.
    expect(map.z[3]).toEqual([-0.001, 3]);
    expect(map.customdata[0][1]).toBe(-70);
    expect(map.customdata[3][1]).toBe(9);
  });

  it('marks the −6 dB line', () => {
    const line = data.at(-1) as unknown as ContourLike;
    expect(line.contours).toMatchObject({ start: -6, end: -6 });
  });

  it('marks the axis, the window and each null across the map', () => {
    const across = (layout.shapes ?? []).filter(({ type, xref }) => type === 'line' && xref === 'paper');
    const azimuths = new Set(across.map(({ y0 }) => y0));
    for (const azimuth of [0, 45, -45, 90, -90]) expect(azimuths).toContain(azimuth);
    const brackets = (layout.shapes ?? []).filter(({ type }) => type === 'rect');
    expect(brackets.map(({ y0, y1 }) => [y0, y1])).toEqual([
      [80, 100],
      [-100, -80],
    ]);
  });

  it('shows −180° to 180° with a grid each 30°', () => {
    expect(layout.yaxis?.range).toEqual([-180, 180]);
    expect(layout.yaxis?.dtick).toBe(30);
  });
});

const ZONE = {
  frontM: [1, 1.5, 2],
  leftM: [-0.5, 0, 0.5],
  values: Float32Array.of(1, 2, 3, 4, 20, 6, 7, 40, NaN),
  name: 'Separation (dB)',
  scale: QUANTITY_SCALES.separation,
  rule: { kind: 'least', value: 12 } as const,
};
const SCENE = {
  driversM: [
    { positionM: [0, 0.12, 0], radiusM: 0.02 },
    { positionM: [0, -0.12, 0], radiusM: 0.02 },
  ],
  baffleRadiusM: null,
  headM: [1.5, 0, 0],
  headRadiusM: 0.0875,
  headOffsetsM: [
    [0, 0, 0],
    [0, 0.05, 0],
  ],
};

describe('zoneFigure', () => {
  const { data, layout } = zoneFigure(ZONE, SCENE, THEME, ROOM);
  const map = data[0] as unknown as ContourLike;

  it('is to scale, the device at the top and the audience’s left on the left', () => {
    expect(layout.yaxis).toMatchObject({ scaleanchor: 'x', scaleratio: 1 });
    const [leftEnd, rightEnd] = layout.xaxis!.range as [number, number];
    const [bottom, top] = layout.yaxis!.range as [number, number];
    expect(leftEnd).toBeGreaterThan(rightEnd);
    expect(bottom).toBeGreaterThan(top);
    const margins = zoneMargins(ROOM);
    const metrePx = (640 - margins.left - margins.right) / (leftEnd - rightEnd);
    const alongPx = layout.height! - margins.top - margins.bottom;
    const wholePixelPx = 0.5;
    expect(Math.abs(alongPx - (bottom - top) * metrePx)).toBeLessThanOrEqual(wholePixelPx);
  });

  it('keeps rows to the front and columns to the left, and holes as holes', () => {
    expect(map.y).toEqual(ZONE.frontM);
    expect(map.x).toEqual(ZONE.leftM);
    expect(map.z[1]).toEqual([4, 20, 6]);
    expect(map.z[2][1]).toBe(30);
    expect(map.z[2][2]).toBeNaN();
    expect(map.hoverongaps).toBe(false);
  });

  it('draws the threshold’s contour, drivers, head and other head positions', () => {
    expect((data.at(-1) as unknown as ContourLike).contours).toMatchObject({ start: 12, end: 12 });
    const circles = (layout.shapes ?? []).filter(({ type }) => type === 'circle');
    // The head is a light line on a dark one.
    expect(circles).toHaveLength(2 + 1 + 2);
    expect(circles).toContainEqual(
      expect.objectContaining({ x0: -0.0875, x1: 0.0875, y0: 1.4125, y1: 1.5875 }),
    );
  });

  it('draws both edges of what is to keep within something', () => {
    const rule = { kind: 'within', value: 10, of: 28 } as const;
    const figure = zoneFigure({ ...ZONE, rule }, SCENE, THEME, ROOM);
    expect((figure.data.at(-1) as unknown as ContourLike).contours).toMatchObject({
      start: 18,
      end: 38,
      size: 20,
    });
  });

  it('stays to scale where there is little height', () => {
    const low = { widthPx: 640, heightPx: 300 };
    const { layout: flat } = zoneFigure(ZONE, SCENE, THEME, low);
    const margins = zoneMargins(low);
    const [x0, x1] = flat.xaxis!.range as [number, number];
    const [y0, y1] = flat.yaxis!.range as [number, number];
    expect(flat.height).toBe(300);
    expect((640 - margins.left - margins.right) / (x0 - x1)).toBeCloseTo(
      (300 - margins.top - margins.bottom) / (y0 - y1),
      6,
    );
  });
});

describe('titled', () => {
  it('makes room for the title above and keeps the axes as large as they were', () => {
    const figure = ratioFigure(CURVES, NAMES, THEME, ROOM);
    const alone = titled(figure, 'Separation at the ears');
    expect(frameOf(alone, {}).heightPx).toBeCloseTo(frameOf(figure, {}).heightPx, 9);
    expect(alone.layout.showlegend).toBe(true);
  });
});
