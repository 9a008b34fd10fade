import type { Annotation, ColorBar, Data, Layout, Shape } from 'plotly.js';
import { axisTitle, baseAxis, baseLayout, frequencyAxis } from './axes.ts';
import type { Margins } from './axes.ts';
import { colourScale } from './colour-map.ts';
import type { ColourMap } from './colour-map.ts';
import type { MapSketch } from './map-sketch.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { ALIKE_DB, closedCircle, levelForColour, normalised } from './polar-levels.ts';
import type { Normalisation, PolarLevels } from './polar-levels.ts';
import { plotsText } from '../text/plots.ts';

export interface DirectivityOptions {
  readonly normalisation: Normalisation;
  /** Bottom of the colour map: −30 dB for lobes, lower to see into nulls. */
  readonly floorDb: number;
  readonly colourMap: ColourMap;
  readonly nulls: readonly { readonly azimuthDeg: number; readonly widthDeg: number }[];
  /** Half of the listening window that the beam is to be even in; null where there is none. */
  readonly windowDeg: number | null;
}

const CEILING_DB = 3;
const STEP_DB = 3;
/** What a beam's width is read at. */
const LINE_DB = -6;
const AZIMUTH_GRID_DEG = 30;
const GRID_HZ = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** What the colour bar's 0 dB is. */
export function directivityMargins(room: PlotRoom): Margins {
  return isCompact(room)
    ? { left: 52, right: 30, top: 10, bottom: 96 }
    : { left: 60, right: 104, top: 12, bottom: 48 };
}

/**
 * Level of the centre beam over frequency (x) and azimuth (y): contours each 3 dB between the floor and +3 dB, the −6 dB
 * line heavy, the on-axis direction, the listening window and the nulls marked.
 * @param map level in dB, azimuth-major
 */
export function directivityFigure(
  map: PolarLevels,
  options: DirectivityOptions,
  theme: PlotTheme,
  room: PlotRoom,
): PlotFigure {
  const circle = closedCircle(normalised(map, options.normalisation));
  let data: Data[] | null = null;
  return {
    // Lists as plotly wants them are made when it draws: while a hand moves, the sketch is drawn instead.
    get data() {
      return (data ??= [
        filled(circle, options, theme, room),
        minusSixLine(circle, '#ffffff', isCompact(room) ? 2.5 : 3.5),
        minusSixLine(circle, '#000000', isCompact(room) ? 1.25 : 1.75),
      ]);
    },
    sketch: sketchOf(circle, options),
    layout: {
      ...mapLayout(theme, room),
      shapes: [...gridLines(), ...marks(options, theme)],
      annotations: isCompact(room) ? [] : labels(options),
    },
  };
}

/** Frequency on x, azimuth on y: of every map over both. */
export function mapLayout(theme: PlotTheme, room: PlotRoom): Partial<Layout> {
  return {
    ...baseLayout(theme, room, directivityMargins(room)),
    xaxis: frequencyAxis(theme, room),
    yaxis: {
      ...baseAxis(theme),
      title: axisTitle(plotsText.azimuth, theme),
      range: [-180, 180],
      tickmode: 'linear',
      tick0: 0,
      dtick: isCompact(room) ? 60 : AZIMUTH_GRID_DEG,
      hoverformat: '.0f',
    },
  };
}

function filled(circle: PolarLevels, options: DirectivityOptions, theme: PlotTheme, room: PlotRoom): Data {
  const columns = circle.frequencyHz.length;
  const clip = (level: number) => Math.min(CEILING_DB, Math.max(options.floorDb, level));
  const drawn = (level: number) => clip(levelForColour(level));
  const level = rowsOf(circle.levelDb, columns);
  return {
    type: 'contour',
    x: Array.from(circle.frequencyHz),
    y: Array.from(circle.azimuthDeg),
    z: level.map((row) => row.map(drawn)),
    customdata: level,
    hovertemplate: '%{x:,.0f} Hz · %{y:.0f}° · <b>%{customdata:.1f} dB</b><extra></extra>',
    autocontour: false,
    contours: {
      start: lowestBorderDb(options),
      end: CEILING_DB,
      size: STEP_DB,
      coloring: 'fill',
      showlines: false,
    },
    line: { width: 0 },
    zmin: options.floorDb,
    zmax: CEILING_DB,
    colorscale: colourScale(options.colourMap),
    colorbar: mapColourBar(
      plotsText.levelOver[options.normalisation],
      options.floorDb < -30 ? 12 : 6,
      theme,
      room,
    ),
  };
}

function sketchOf(levels: PolarLevels, options: DirectivityOptions): MapSketch {
  return {
    levels,
    colourMap: options.colourMap,
    startDb: lowestBorderDb(options),
    endDb: CEILING_DB,
    stepDb: STEP_DB,
    alikeDb: ALIKE_DB,
    lineDb: LINE_DB,
  };
}

function lowestBorderDb({ floorDb }: DirectivityOptions): number {
  return Math.ceil(floorDb / STEP_DB) * STEP_DB;
}

/** The colour bar of a map. @param title with its unit */
export function mapColourBar(
  title: string,
  tickDb: number,
  theme: PlotTheme,
  room: PlotRoom,
): Partial<ColorBar> {
  const ends = {
    thickness: 12,
    outlinewidth: 0,
    tickmode: 'linear',
    tick0: 0,
    dtick: tickDb,
    tickfont: { color: theme.muted, size: 11 },
    title: { text: title, font: { color: theme.muted, size: 11 } },
  } satisfies Partial<ColorBar>;
  return isCompact(room)
    ? { ...ends, orientation: 'h', x: 0.5, yref: 'container', y: 0, yanchor: 'bottom', ypad: 4, len: 1 }
    : { ...ends, x: 1, xpad: 20, len: 1, ypad: 0, title: { ...ends.title, side: 'right' } };
}

/** One line at −6 dB; drawn twice, light below dark, so that it stands out on every colour. */
function minusSixLine(circle: PolarLevels, color: string, width: number): Data {
  return {
    type: 'contour',
    name: '−6 dB',
    x: Array.from(circle.frequencyHz),
    y: Array.from(circle.azimuthDeg),
    z: rowsOf(circle.levelDb, circle.frequencyHz.length),
    autocontour: false,
    contours: { start: LINE_DB, end: LINE_DB, size: 1, coloring: 'none' },
    line: { color, width, smoothing: 0.6 },
    showscale: false,
    hoverinfo: 'skip',
  };
}

/** Levels as plotly takes them, a list for each azimuth. */
export function rowsOf(levelDb: Float32Array, columns: number): number[][] {
  const rows: number[][] = [];
  for (let at = 0; at < levelDb.length; at += columns)
    rows.push(Array.from(levelDb.subarray(at, at + columns)));
  return rows;
}

/** The filled contours hide the axes' own grid, so it is laid over them. */
export function gridLines(): Partial<Shape>[] {
  const line = { color: 'rgba(255, 255, 255, 0.16)', width: 1 };
  const shapes: Partial<Shape>[] = [];
  for (let azimuth = -180 + AZIMUTH_GRID_DEG; azimuth < 180; azimuth += AZIMUTH_GRID_DEG) {
    if (azimuth !== 0) shapes.push({ ...across(azimuth), line });
  }
  for (const hertz of GRID_HZ) {
    shapes.push({ type: 'line', xref: 'x', yref: 'paper', x0: hertz, x1: hertz, y0: 0, y1: 1, line });
  }
  return shapes;
}

function marks(options: DirectivityOptions, theme: PlotTheme): Partial<Shape>[] {
  const nulls = options.nulls.flatMap(({ azimuthDeg, widthDeg }) => [
    ...haloed(azimuthDeg, 1.5, 'dash'),
    nullBracket(azimuthDeg, widthDeg, theme),
  ]);
  return [
    ...haloed(0, 2.5, 'solid'),
    ...windowEdges(options).flatMap((azimuthDeg) => haloed(azimuthDeg, 1.5, 'dot')),
    ...nulls,
  ];
}

function windowEdges({ windowDeg }: DirectivityOptions): number[] {
  return windowDeg === null ? [] : [windowDeg, -windowDeg];
}

/** A light line on a dark halo: visible on every colour of the map. */
export function haloed(azimuthDeg: number, width: number, dash: 'solid' | 'dash' | 'dot'): Partial<Shape>[] {
  return [
    { ...across(azimuthDeg), line: { color: 'rgba(0, 0, 0, 0.45)', width: width + 2 } },
    { ...across(azimuthDeg), line: { color: 'rgba(255, 255, 255, 0.95)', width, dash } },
  ];
}

function across(azimuthDeg: number): Partial<Shape> {
  return { type: 'line', xref: 'paper', yref: 'y', x0: 0, x1: 1, y0: azimuthDeg, y1: azimuthDeg };
}

/** The width over which a null is asked for, beside the map. */
function nullBracket(azimuthDeg: number, widthDeg: number, theme: PlotTheme): Partial<Shape> {
  return {
    type: 'rect',
    xref: 'paper',
    yref: 'y',
    x0: 1.004,
    x1: 1.014,
    y0: azimuthDeg - widthDeg / 2,
    y1: azimuthDeg + widthDeg / 2,
    fillcolor: theme.ink,
    line: { width: 0 },
  };
}

function labels(options: DirectivityOptions): Partial<Annotation>[] {
  const along = (azimuth: number, text: string): Partial<Annotation> => ({
    xref: 'paper',
    yref: 'y',
    x: 0,
    xshift: 4,
    y: azimuth,
    text,
    showarrow: false,
    xanchor: 'left',
    bgcolor: 'rgba(0, 0, 0, 0.62)',
    borderpad: 2,
    font: { color: '#ffffff', size: 11 },
  });
  return [
    along(0, plotsText.marks.onAxis),
    ...windowEdges(options).map((azimuthDeg) => along(azimuthDeg, plotsText.marks.window)),
    ...options.nulls.map(({ azimuthDeg }) => along(azimuthDeg, plotsText.marks.null(azimuthDeg))),
  ];
}
