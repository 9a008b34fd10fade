import type { PlotFigure } from './plot-figure.ts';

const TITLE_HEIGHT_PX = 64;

/** The figure with its title and a legend inside the picture, for where the page around it is missing. */
export function titled({ data, layout }: PlotFigure, title: string): PlotFigure {
  const margin = layout.margin ?? {};
  return {
    data,
    layout: {
      ...layout,
      height: (layout.height ?? 0) + TITLE_HEIGHT_PX,
      margin: { ...margin, t: (margin.t ?? 0) + TITLE_HEIGHT_PX },
      title: {
        text: title,
        x: 0.02,
        xanchor: 'left',
        y: 1,
        yanchor: 'top',
        yref: 'container',
        pad: { t: 14 },
      },
      showlegend: data.some((trace) => trace.type === 'scatter' || trace.type === 'scatterpolar'),
      legend: { orientation: 'h', x: 0, y: 1.01, xanchor: 'left', yanchor: 'bottom' },
    },
  };
}
