import type { Annotation, Data, Shape } from 'plotly.js';
import { withAlpha, type PlotTheme } from './plot-figure.ts';
import type { RatioCurves } from './ratio-figure.ts';
import { hoverTemplate } from './hover-template.ts';
import { formatFixed } from '../format.ts';
import { plotsText } from '../text/plots.ts';

/** A band with its reason. */
export interface ShadedBand {
  readonly lowHz: number;
  readonly highHz: number;
  /** Something is missing in it; otherwise nothing is. */
  readonly isMissed: boolean;
  /** In a word or two, to stand in it. */
  readonly label: string;
  /** For who points at it. */
  readonly reason: string;
}

/** The target with the reason why it is not what is achieved, where there is one. */
export function reasoned(target: Data[], { frequencyHz, limits = [] }: RatioCurves): Data[] {
  const reasonAt = (hertz: number): string => {
    const band = limits.find(({ lowHz, highHz }) => hertz >= lowHz && hertz <= highHz);
    return band ? ` · ${band.reason}` : '';
  };
  return target.map((data) => ({
    ...data,
    customdata: Array.from(frequencyHz, reasonAt),
    hovertemplate: '%{y:.1f} dB%{customdata}',
  }));
}

/** The area between two curves, and its ends in words. */
export function spread({ frequencyHz, spread: ends }: RatioCurves, color: string): Data[] {
  if (!ends) return [];
  const x = Array.from(frequencyHz);
  const edge = { type: 'scatter', mode: 'lines', x, line: { width: 0, simplify: false } } as const;
  return [
    { ...edge, y: Array.from(ends.lowDb), hoverinfo: 'skip' },
    {
      ...edge,
      name: plotsText.curves.mismatch,
      y: Array.from(ends.highDb),
      fill: 'tonexty',
      fillcolor: withAlpha(color, 0.24),
      customdata: Array.from(ends.lowDb, (lowDb) => formatFixed(lowDb, 1)),
      hovertemplate: hoverTemplate(plotsText.between, '%{customdata}', '%{y:.1f}'),
    },
  ];
}

export function shading({ lowHz, highHz, isMissed }: ShadedBand, theme: PlotTheme): Partial<Shape> {
  return {
    type: 'rect',
    layer: 'below',
    xref: 'x',
    yref: 'y domain',
    x0: lowHz,
    x1: highHz,
    y0: 0,
    y1: 1,
    fillcolor: isMissed ? withAlpha(theme.warning, 0.16) : withAlpha(theme.natural, 0.13),
    line: { width: 0 },
  };
}

/** Along the band's left edge: bands are narrower than their words. */
export function bandLabel({ lowHz, label }: ShadedBand, theme: PlotTheme): Partial<Annotation> {
  return {
    xref: 'x',
    yref: 'y domain',
    // Annotations take a log axis as exponents, shapes do not.
    x: Math.log10(lowHz),
    xanchor: 'left',
    y: 1,
    yanchor: 'top',
    textangle: -90,
    text: label,
    showarrow: false,
    font: { color: theme.muted, size: 11 },
  };
}
