import { colourAt, type ColourMap } from './colour-map.ts';
import type { PlotFrame } from './plot-frame.ts';
import type { PolarLevels } from './polar-levels.ts';

/** Levels in classes of colour, as plotly fills its contours: what is drawn of a map while a hand moves it. */
export interface MapSketch {
  /** From −180° to 180°. */
  readonly levels: PolarLevels;
  readonly colourMap: ColourMap;
  /** Borders between two colours, dB; evenly spaced. */
  readonly startDb: number;
  readonly endDb: number;
  readonly stepDb: number;
  /** Levels up to this much above 0 dB have the colour below it. */
  readonly alikeDb: number;
  /** One line at this level. */
  readonly lineDb: number;
}

/** Both ends of a piece of a line, in steps of the map's columns and rows. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/** Whether two sketches differ in their levels alone. */
export function isSameLook(one: MapSketch, other: MapSketch): boolean {
  const look = ({ levels: _, ...rest }: MapSketch): string => JSON.stringify(rest);
  return look(one) === look(other);
}

/**
 * The map as an image, levels between its points interpolated in both directions.
 * @returns RGBA, row by row from the top; transparent beyond the map
 */
export function sketchPixels(
  sketch: MapSketch,
  { xRange, yRange }: Pick<PlotFrame, 'xRange' | 'yRange'>,
  size: { readonly width: number; readonly height: number },
): Uint8ClampedArray<ArrayBuffer> {
  const { levels, startDb, stepDb, alikeDb } = sketch;
  const { width, height } = size;
  const colours = classColours(sketch);
  const columns = placesOf(Float64Array.from(levels.frequencyHz, Math.log10), width, xRange);
  const rows = placesOf(Float64Array.from(levels.azimuthDeg), height, [yRange[1], yRange[0]]);
  const stride = levels.frequencyHz.length;
  const { levelDb } = levels;
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = rows.index[y]!;
    if (row < 0) continue;
    const down = rows.share[y]!;
    for (let x = 0; x < width; x++) {
      const column = columns.index[x]!;
      if (column < 0) continue;
      const across = columns.share[x]!;
      const at = row * stride + column;
      const near = levelDb[at]! + across * (levelDb[at + 1]! - levelDb[at]!);
      const far = levelDb[at + stride]! + across * (levelDb[at + stride + 1]! - levelDb[at + stride]!);
      const level = near + down * (far - near);
      const shown = level >= 0 && level <= alikeDb ? -stepDb / 2 : level;
      const place = Math.floor((shown - startDb) / stepDb) + 1;
      pixels[y * width + x] = colours[Math.min(colours.length - 1, Math.max(0, place))]!;
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/**
 * Colours of all classes from below the first border to above the last, as an image's memory has them. The colour map reaches
 * from the first border to the last, as in plotly's plots; a class has the colour of its middle.
 */
function classColours({ colourMap, startDb, endDb, stepDb }: MapSketch): Uint32Array {
  const borders = Math.floor((endDb - startDb) / stepDb + 1e-9) + 1;
  const bytes = new Uint8Array(4 * (borders + 1));
  for (let place = 0; place <= borders; place++) {
    const colour = parseInt(colourAt(colourMap, (place - 0.5) / (borders - 1)).slice(1), 16);
    bytes.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], 4 * place);
  }
  return new Uint32Array(bytes.buffer);
}

/** Between which two points every pixel's middle lies, and how far along; index −1 beyond the ends. */
function placesOf(points: Float64Array, count: number, [from, to]: readonly [number, number]) {
  const index = new Int32Array(count);
  const share = new Float64Array(count);
  const last = points.length - 1;
  const isWithin = (value: number) => value >= points[0]! && value <= points[last]!;
  for (let i = 0; i < count; i++) {
    const value = from + ((i + 0.5) / count) * (to - from);
    if (!isWithin(value)) {
      index[i] = -1;
      continue;
    }
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (points[middle]! <= value) low = middle;
      else high = middle;
    }
    index[i] = low;
    share[i] = (value - points[low]!) / (points[high]! - points[low]!);
  }
  return { index, share };
}

/** Where the levels cross one level: straight pieces through each cell of the map (marching squares; a saddle is cut both ways). */
export function levelLine({ levels, lineDb }: MapSketch): Segment[] {
  const stride = levels.frequencyHz.length;
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < levels.azimuthDeg.length; row++) {
    for (let column = 0; column + 1 < stride; column++) {
      const at = row * stride + column;
      const a = levels.levelDb[at]! - lineDb;
      const b = levels.levelDb[at + 1]! - lineDb;
      const c = levels.levelDb[at + stride + 1]! - lineDb;
      const d = levels.levelDb[at + stride]! - lineDb;
      const crossings: number[] = [];
      if (a < 0 !== b < 0) crossings.push(column + a / (a - b), row);
      if (b < 0 !== c < 0) crossings.push(column + 1, row + b / (b - c));
      if (c < 0 !== d < 0) crossings.push(column + d / (d - c), row + 1);
      if (d < 0 !== a < 0) crossings.push(column, row + a / (a - d));
      for (let i = 0; i + 3 < crossings.length; i += 4)
        segments.push([crossings[i]!, crossings[i + 1]!, crossings[i + 2]!, crossings[i + 3]!]);
    }
  }
  return segments;
}
