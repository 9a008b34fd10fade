import type * as Plotly from 'plotly.js';

export type PlotlyModule = Pick<typeof Plotly, 'react' | 'animate' | 'purge' | 'toImage'>;

let loading: Promise<PlotlyModule> | null = null;

/** plotly with only what the plots draw (lines, contours and polar curves), fetched when the first plot is shown. */
export function loadPlotly(): Promise<PlotlyModule> {
  loading ??= fetchPlotly().catch((error: unknown) => {
    // A later attempt may find the network again.
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchPlotly(): Promise<PlotlyModule> {
  const [{ default: plotly }, { default: contour }, { default: scatterpolar }] = await Promise.all([
    import('plotly.js/lib/core'),
    import('plotly.js/lib/contour'),
    import('plotly.js/lib/scatterpolar'),
  ]);
  plotly.register([contour, scatterpolar]);
  return plotly;
}
