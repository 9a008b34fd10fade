import type { Dash, Data, LayoutAxis, Shape } from 'plotly.js';
import { axisTitle, baseAxis, baseLayout, FREQUENCY_DECADES, frequencyAxis } from './axes.ts';
import type { Margins } from './axes.ts';
import { withoutHidden } from './coinciding.ts';
import { isCompact, withAlpha } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { plotsText } from '../text/plots.ts';

/** One curve over frequency. A value that is not a number is a gap. */
export interface CurveLine {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly color: string;
  readonly widthPx?: number;
  /** As plotly takes it. */
  readonly dash?: Dash;
  readonly opacity?: number;
  /** On the axis to the right. */
  readonly isRight?: boolean;
}

/** An area between two curves. */
export interface CurveBand {
  readonly name: string;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly color: string;
}

export interface ValueAxis {
  /** With its unit. */
  readonly title: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly tick: number;
  readonly digits: number;
  /** Length of a decade on the frequency axis in this unit: the figure's aspect (IEC 60263); without one it fills its room. */
  readonly perDecade?: readonly [tall: number, flat: number];
}

export interface Curves {
  readonly frequencyHz: ArrayLike<number>;
  readonly lines: readonly CurveLine[];
  readonly bands?: readonly CurveBand[];
  readonly axis: ValueAxis;
  readonly rightAxis?: ValueAxis;
}

const FREE_HEIGHT_PX = 400;

/** Curves over log frequency, 20 Hz to 20 kHz, on one axis or two. */
export function curvesFigure(curves: Curves, theme: PlotTheme, room: PlotRoom): PlotFigure {
  const { axis, rightAxis, bands = [] } = curves;
  const margins = curvesMargins(room, rightAxis !== undefined);
  return {
    data: [
      ...bands.flatMap((band) => bandTraces(band, curves)),
      ...withoutHidden(curves.lines, axis.range).map((line) => lineTrace(line, curves)),
    ],
    layout: {
      ...baseLayout(theme, room, margins),
      height: heightPx(axis, margins, room),
      hovermode: 'x unified',
      xaxis: { ...frequencyAxis(theme, room), unifiedhovertitle: { text: '%{x:,.0f} Hz' } },
      yaxis: valueAxis(axis, theme),
      ...(rightAxis && {
        yaxis2: {
          ...valueAxis(rightAxis, theme),
          overlaying: 'y' as const,
          side: 'right' as const,
          showgrid: false,
          mirror: false,
        },
      }),
      shapes: zeroLine(axis, theme),
    },
  };
}

function curvesMargins(room: PlotRoom, hasRight: boolean): Margins {
  const [left, right] = isCompact(room) ? [54, hasRight ? 44 : 14] : [66, hasRight ? 60 : 20];
  return { left, right, top: 12, bottom: 48 };
}

/** The taller of the aspects where it fits, the flat one else; never higher than its room. */
function heightPx(axis: ValueAxis, margins: Margins, room: PlotRoom): number {
  const around = margins.top + margins.bottom;
  const most = room.heightPx ?? FREE_HEIGHT_PX;
  if (!axis.perDecade) return Math.min(FREE_HEIGHT_PX, most);
  const decadePx = (room.widthPx - margins.left - margins.right) / FREQUENCY_DECADES;
  const heightAt = (perDecade: number) =>
    Math.round(around + (decadePx * (axis.range[1] - axis.range[0])) / perDecade);
  const [tall, flat] = axis.perDecade;
  return heightAt(tall) <= most ? heightAt(tall) : heightAt(flat);
}

function valueAxis(axis: ValueAxis, theme: PlotTheme): Partial<LayoutAxis> {
  return {
    ...baseAxis(theme),
    title: axisTitle(axis.title, theme),
    range: [...axis.range],
    tickmode: 'linear',
    tick0: 0,
    dtick: axis.tick,
    hoverformat: `.${axis.digits}f`,
    // Degrees of many turns as they are, not as "1k".
    exponentformat: 'none',
    separatethousands: true,
  };
}

function lineTrace(line: CurveLine, { frequencyHz, axis, rightAxis }: Curves): Data {
  const own = line.isRight ? (rightAxis ?? axis) : axis;
  return {
    type: 'scatter',
    mode: 'lines',
    name: line.name,
    x: Array.from(frequencyHz),
    y: Array.from(line.values, (value) => (Number.isFinite(value) ? value : null)),
    yaxis: line.isRight ? 'y2' : 'y',
    opacity: line.opacity ?? 1,
    connectgaps: false,
    line: { width: line.widthPx ?? 2, color: line.color, dash: line.dash ?? 'solid', simplify: false },
    hovertemplate: `%{y:.${own.digits}f}${own.unit}`,
  };
}

/** The lower edge, then the upper one filled down to it. */
function bandTraces(band: CurveBand, { frequencyHz, axis }: Curves): Data[] {
  const edge = (values: ArrayLike<number>, name: string, isFilled: boolean): Data => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: Array.from(frequencyHz),
    y: Array.from(values),
    line: { width: 0, color: band.color, simplify: false },
    ...(isFilled && { fill: 'tonexty' as const, fillcolor: withAlpha(band.color, 0.24) }),
    hovertemplate: `%{y:.${axis.digits}f}${axis.unit}`,
  });
  return [
    edge(band.low, plotsText.edges.low(band.name), false),
    { ...edge(band.high, plotsText.edges.high(band.name), true) },
  ];
}

function zeroLine({ range: [from, to] }: ValueAxis, theme: PlotTheme): Partial<Shape>[] {
  if (from >= 0 || to <= 0) return [];
  const line = { color: theme.muted, width: 1.25 };
  return [{ type: 'line', layer: 'below', xref: 'paper', yref: 'y', x0: 0, x1: 1, y0: 0, y1: 0, line }];
}
