import type { Data, Shape } from 'plotly.js';
import { axisTitle, baseAxis, baseLayout } from './axes.ts';
import { withoutHidden } from './coinciding.ts';
import type { CurveLine } from './curves-figure.ts';
import { isCompact, withAlpha } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';

/** Levels that fall with distance, and distances that matter. */
export interface DistanceCurves {
  readonly distanceM: ArrayLike<number>;
  readonly lines: readonly CurveLine[];
  /** Levels that are not told from 0 dB. */
  readonly noticeableDb: number;
  readonly listenerM: number;
  readonly words: { readonly x: string; readonly y: string; readonly listener: string };
}

const HEIGHT_PX = 400;
const RANGE_DB = [-20, 20] as const;

/** Levels over distance, linear; 0 dB, where direct and diffuse sound are equal, strong and with the band around it. */
export function distanceFigure(curves: DistanceCurves, theme: PlotTheme, room: PlotRoom): PlotFigure {
  const { distanceM, words } = curves;
  const left = isCompact(room) ? 54 : 66;
  return {
    data: withoutHidden(curves.lines, RANGE_DB).map((line) => lineTrace(line, distanceM)),
    layout: {
      ...baseLayout(theme, room, { left, right: 20, top: 22, bottom: 48 }),
      height: Math.min(HEIGHT_PX, room.heightPx ?? HEIGHT_PX),
      hovermode: 'x unified',
      xaxis: {
        ...baseAxis(theme),
        title: axisTitle(words.x, theme),
        range: [0, distanceM[distanceM.length - 1]],
        hoverformat: '.2f',
        nticks: isCompact(room) ? 6 : 12,
        unifiedhovertitle: { text: '%{x:.2f} m' },
      },
      yaxis: {
        ...baseAxis(theme),
        title: axisTitle(words.y, theme),
        range: [...RANGE_DB],
        tickmode: 'linear',
        tick0: 0,
        dtick: 5,
      },
      shapes: marks(curves, theme),
      annotations: [
        {
          x: curves.listenerM,
          y: 1,
          yref: 'paper',
          yanchor: 'top',
          xanchor: 'left',
          xshift: 4,
          text: words.listener,
          showarrow: false,
          font: { color: theme.muted, size: 11 },
        },
      ],
    },
  };
}

function lineTrace(line: CurveLine, distanceM: ArrayLike<number>): Data {
  return {
    type: 'scatter',
    mode: 'lines',
    name: line.name,
    x: Array.from(distanceM),
    y: Array.from(line.values),
    line: { width: line.widthPx ?? 2, color: line.color, dash: line.dash ?? 'solid', simplify: false },
    hovertemplate: '%{y:.1f} dB',
  };
}

function marks({ noticeableDb, listenerM }: DistanceCurves, theme: PlotTheme): Partial<Shape>[] {
  const wide = { xref: 'paper', yref: 'y', x0: 0, x1: 1, layer: 'below' } as const;
  return [
    {
      ...wide,
      type: 'rect',
      y0: -noticeableDb,
      y1: noticeableDb,
      line: { width: 0 },
      fillcolor: withAlpha(theme.muted, 0.18),
    },
    { ...wide, type: 'line', y0: 0, y1: 0, line: { color: theme.muted, width: 1.5 } },
    {
      type: 'line',
      xref: 'x',
      yref: 'paper',
      x0: listenerM,
      x1: listenerM,
      y0: 0,
      y1: 1,
      line: { color: theme.muted, width: 1.5, dash: 'dot' },
    },
  ];
}
