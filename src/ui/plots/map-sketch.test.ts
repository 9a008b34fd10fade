import { describe, expect, it } from 'vitest';
import { colourAt } from './colour-map.ts';
import { isSameLook, levelLine, sketchPixels, type MapSketch } from './map-sketch.ts';

const FREQUENCY_HZ = [100, 1000, 10_000];
const AZIMUTH_DEG = [-180, 0, 180];

/** @param levelDb row by row from −180° */
function sketch(levelDb: readonly number[]): MapSketch {
  return {
    levels: { azimuthDeg: AZIMUTH_DEG, frequencyHz: FREQUENCY_HZ, levelDb: Float32Array.from(levelDb) },
    colourMap: 'viridis',
    startDb: -30,
    endDb: 3,
    stepDb: 3,
    alikeDb: 0.1,
    lineDb: -6,
  };
}

/** The classes between twelve borders from −30 to 3 dB, and the two beyond. */
const classColour = (place: number) => colourAt('viridis', (place - 0.5) / 11);

const flat = (level: number) => sketch(Array.from({ length: 9 }, () => level));
const WHOLE = { xRange: [2, 4], yRange: [-180, 180] } as const;
const colourOf = (pixels: Uint8ClampedArray, index: number) =>
  `#${[0, 1, 2].map((c) => pixels[4 * index + c]!.toString(16).padStart(2, '0')).join('')}`;

describe('a map’s sketch', () => {
  it('has the colours of a filled contour plot: twelve borders, thirteen classes, evenly over the colour map', () => {
    for (const [level, place] of [
      [-90, 0],
      [-30.1, 0],
      [-29.9, 1],
      [-6.1, 8],
      [-5.9, 9],
      [-0.01, 10],
      // As good as 0 dB: the colour below it.
      [0.05, 10],
      [0.15, 11],
      [2.9, 11],
      [9, 12],
    ] as const) {
      const pixels = sketchPixels(flat(level), WHOLE, { width: 1, height: 1 });
      expect(colourOf(pixels, 0), `${level} dB`).toBe(classColour(place));
      expect(pixels[3]).toBe(255);
    }
  });

  it('interpolates over log frequency and azimuth, left up', () => {
    // Along the lowest frequency −30 … 0 dB from behind to the front: −15 dB at −90°, a quarter up.
    const ramp = sketch([-30, -30, -30, 0, 0, 0, 30, 30, 30]);
    const pixels = sketchPixels(ramp, WHOLE, { width: 1, height: 36 });
    const rowOf = (azimuthDeg: number) => Math.floor((36 * (180 - azimuthDeg)) / 360);
    expect(colourOf(pixels, rowOf(-92))).toBe(classColour(5));
    expect(colourOf(pixels, rowOf(-178))).toBe(classColour(1));
    expect(colourOf(pixels, rowOf(100))).toBe(classColour(12));
    // Across: −30 dB at 100 Hz, 0 dB at 1 kHz; −15 dB at their geometric mean.
    const across = sketch([-30, 0, 0, -30, 0, 0, -30, 0, 0]);
    const row = sketchPixels(across, WHOLE, { width: 40, height: 1 });
    expect(colourOf(row, 9)).toBe(classColour(5));
    expect(colourOf(row, 10)).toBe(classColour(6));
  });

  it('shows nothing beyond the map’s ends', () => {
    const zoomedOut = { xRange: [1, 5], yRange: [-180, 180] } as const;
    const pixels = sketchPixels(flat(0), zoomedOut, { width: 4, height: 1 });
    expect([0, 1, 2, 3].map((i) => pixels[4 * i + 3])).toEqual([0, 255, 255, 0]);
  });

  it('draws its line where the levels cross it', () => {
    // From −12 to 0 dB up the map: −6 dB midway between the first two rows, straight across both columns.
    expect(levelLine(sketch([-12, -12, -12, 0, 0, 0, 0, 0, 0]))).toEqual([
      [1, 0.5, 0, 0.5],
      [2, 0.5, 1, 0.5],
    ]);
    expect(levelLine(flat(0))).toEqual([]);
  });

  it('looks the same with other levels, and not with another floor', () => {
    expect(isSameLook(flat(0), flat(-9))).toBe(true);
    expect(isSameLook(flat(0), { ...flat(0), startDb: -60 })).toBe(false);
  });
});
