import type { Annotation, Data, Shape } from 'plotly.js';
import { baseLayout, FREQUENCY_DECADES, frequencyAxis, levelAxis } from './axes.ts';
import type { Margins } from './axes.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { bandLabel, reasoned, shading, spread, type ShadedBand } from './ratio-bands.ts';
import { plotsText } from '../text/plots.ts';

/** A power ratio over frequency: what is asked for, what is reached, and what it costs. All dB, one value per frequency. */
export interface RatioCurves {
  readonly frequencyHz: ArrayLike<number>;
  readonly achievedDb: ArrayLike<number>;
  readonly effortDb: ArrayLike<number>;
  readonly targetDb?: ArrayLike<number>;
  /** What the least-effort filters would give. */
  readonly naturalDb?: ArrayLike<number>;
  readonly directivityIndexDb?: ArrayLike<number>;
  /** The same as another head than the model hears it. */
  readonly heard?: { readonly name: string; readonly ratioDb: ArrayLike<number> };
  readonly maxEffortDb?: number;
  /** Bands in which the target does not decide, from low to high. */
  readonly limits?: readonly ShadedBand[];
  /** Where drivers that are off would put what is achieved, nine times of ten. */
  readonly spread?: { readonly lowDb: ArrayLike<number>; readonly highDb: ArrayLike<number> };
}

export interface RatioNames {
  readonly achieved: string;
  /** Title of the level axis, with its unit. */
  readonly axis: string;
  readonly colour: 'left' | 'centre';
}

const WINDOW_DB = 50;
const TICK_DB = 5;
/** Leaves room below 0 dB for a ratio that turns over, and above the targets that are in use. */
const LEAST_TOP_DB = 45;
/** dB that are as long as a decade (IEC 60263): the taller one where it fits. */
const TALL_DB_PER_DECADE = 25;
const FLAT_DB_PER_DECADE = 50;
/** Shares of the height between the two axes. */
const LEVEL_DOMAIN: [number, number] = [0.28, 1];
const EFFORT_DOMAIN: [number, number] = [0, 0.2];

export function ratioMargins(room: PlotRoom): Margins {
  return isCompact(room)
    ? { left: 48, right: 14, top: 10, bottom: 46 }
    : { left: 60, right: 20, top: 12, bottom: 48 };
}

/** Top of the 50 dB window: a multiple of 5 dB, above everything in it. */
export function windowTopDb(curves: RatioCurves): number {
  let highest = LEAST_TOP_DB;
  for (const values of [curves.achievedDb, curves.targetDb, curves.naturalDb]) {
    for (const value of Array.from(values ?? []))
      if (Number.isFinite(value)) highest = Math.max(highest, value);
  }
  return Math.ceil(highest / TICK_DB) * TICK_DB;
}

/** Height at which 25 dB, or where that is too tall 50 dB, of the window are as long as one decade, px. */
export function ratioHeightPx(widthPx: number, mostPx = Infinity): number {
  const margins = ratioMargins({ widthPx });
  const decadePx = (widthPx - margins.left - margins.right) / FREQUENCY_DECADES;
  const heightAt = (dbPerDecade: number) => {
    const levelPx = (decadePx * WINDOW_DB) / dbPerDecade;
    return Math.round(levelPx / (LEVEL_DOMAIN[1] - LEVEL_DOMAIN[0]) + margins.top + margins.bottom);
  };
  const tallPx = heightAt(TALL_DB_PER_DECADE);
  return tallPx <= mostPx ? tallPx : heightAt(FLAT_DB_PER_DECADE);
}

/** Achieved, target and natural ratio over log frequency in a 50 dB window, the effort in a panel of its own below. */
export function ratioFigure(
  curves: RatioCurves,
  names: RatioNames,
  theme: PlotTheme,
  room: PlotRoom,
): PlotFigure {
  const top = windowTopDb(curves);
  const effortTopDb = effortCeilingDb(curves);
  const height = ratioHeightPx(room.widthPx, room.heightPx);
  const limits = curves.limits ?? [];
  return {
    data: traces(curves, names, theme),
    layout: {
      ...baseLayout(theme, room, ratioMargins(room)),
      height,
      hovermode: 'x unified',
      hoversubplots: 'axis',
      xaxis: {
        ...frequencyAxis(theme, room),
        anchor: 'y2',
        mirror: 'all',
        unifiedhovertitle: { text: '%{x:,.0f} Hz' },
      },
      yaxis: { ...levelAxis(theme, names.axis, [top - WINDOW_DB, top], TICK_DB), domain: LEVEL_DOMAIN },
      yaxis2: {
        ...levelAxis(theme, plotsText.effort, [0, effortTopDb], effortTickDb(effortTopDb, height)),
        domain: EFFORT_DOMAIN,
      },
      shapes: [...limits.map((band) => shading(band, theme)), zeroLine(theme), ...capLine(curves, theme)],
      annotations: [...limits.map((band) => bandLabel(band, theme)), ...capLabel(curves, theme)],
    },
  };
}

function traces(curves: RatioCurves, names: RatioNames, theme: PlotTheme): Data[] {
  const words = plotsText.curves;
  const x = Array.from(curves.frequencyHz);
  const line = (name: string, values: ArrayLike<number> | undefined, style: object, axis = 'y'): Data[] =>
    values === undefined
      ? []
      : [
          {
            type: 'scatter',
            mode: 'lines',
            name,
            x,
            y: Array.from(values),
            yaxis: axis,
            line: { width: 2, simplify: false, ...style },
            hovertemplate: '%{y:.1f} dB',
          },
        ];
  return [
    ...line(words.natural, curves.naturalDb, { color: theme.natural, width: 1.75 }),
    ...line(words.directivityIndex, curves.directivityIndexDb, { color: theme.reference, width: 1.75 }),
    ...spread(curves, theme[names.colour]),
    ...line(names.achieved, curves.achievedDb, { color: theme[names.colour], width: 2.75 }),
    ...line(curves.heard?.name ?? '', curves.heard?.ratioDb, {
      color: theme.reference,
      dash: 'dot',
      width: 2.25,
    }),
    ...reasoned(line(words.target, curves.targetDb, { color: theme.ink, dash: 'dash', width: 1.75 }), curves),
    ...line(words.effort, curves.effortDb, { color: theme[names.colour], width: 1.75 }, 'y2'),
  ];
}

/** 3 dB, or 6 where they would stand too close. */
function effortTickDb(topDb: number, heightPx: number): number {
  const panelPx = heightPx * (EFFORT_DOMAIN[1] - EFFORT_DOMAIN[0]);
  const leastTickPx = 18;
  return (panelPx * 3) / topDb >= leastTickPx ? 3 : 6;
}

/** Top of the effort panel: the cap and everything reached, on a tick. */
function effortCeilingDb(curves: RatioCurves): number {
  let highest = curves.maxEffortDb ?? 0;
  for (const value of Array.from(curves.effortDb))
    if (Number.isFinite(value)) highest = Math.max(highest, value);
  return Math.max(6, Math.ceil((highest + 0.5) / 3) * 3);
}

function zeroLine(theme: PlotTheme): Partial<Shape> {
  return {
    type: 'line',
    layer: 'below',
    xref: 'paper',
    yref: 'y',
    x0: 0,
    x1: 1,
    y0: 0,
    y1: 0,
    line: { color: theme.muted, width: 1.25 },
  };
}

function capLine(curves: RatioCurves, theme: PlotTheme): Partial<Shape>[] {
  const cap = curves.maxEffortDb;
  if (cap === undefined) return [];
  const line = { color: theme.ink, width: 1.25, dash: 'dash' } as const;
  return [{ type: 'line', xref: 'paper', yref: 'y2', x0: 0, x1: 1, y0: cap, y1: cap, line }];
}

function capLabel(curves: RatioCurves, theme: PlotTheme): Partial<Annotation>[] {
  const cap = curves.maxEffortDb;
  if (cap === undefined) return [];
  return [
    {
      xref: 'paper',
      yref: 'y2',
      x: 1,
      xshift: -6,
      y: cap,
      yshift: 8,
      xanchor: 'right',
      text: plotsText.cap(cap),
      showarrow: false,
      font: { color: theme.muted, size: 11 },
    },
  ];
}
