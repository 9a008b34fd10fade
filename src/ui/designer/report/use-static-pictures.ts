import { useEffect, useState } from 'react';
import { sceneSvg } from '../../plots/scene.ts';
import { loadPlotly, type PlotlyModule } from '../plot/load-plotly.ts';
import type { ReportFigure } from './report-figure.ts';

export interface StaticPictures {
  /** Vector pictures as data URLs, in the order of the figures; those that are drawn yet. */
  readonly urls: readonly string[];
  readonly failed: boolean;
}

const NONE: StaticPictures = { urls: [], failed: false };

/**
 * Draws figures one after the other as pictures that stay as they are, whatever size they are shown or printed at.
 * @param figures keep them the same list while they are the same
 */
export function useStaticPictures(figures: readonly ReportFigure[] | null): StaticPictures {
  const [drawn, setDrawn] = useState<StaticPictures & { readonly of: typeof figures }>({ ...NONE, of: null });
  useEffect(() => {
    if (!figures) return;
    let current = true;
    const draw = async (): Promise<void> => {
      const plotly = await loadPlotly();
      const urls: string[] = [];
      for (const figure of figures) {
        const url = await drawnAs(figure, plotly);
        if (!current) return;
        urls.push(url);
        setDrawn({ urls: [...urls], failed: false, of: figures });
      }
    };
    draw().catch(() => current && setDrawn({ urls: [], failed: true, of: figures }));
    return () => {
      current = false;
    };
  }, [figures]);
  return drawn.of === figures ? drawn : NONE;
}

async function drawnAs({ drawing, title }: ReportFigure, plotly: PlotlyModule): Promise<string> {
  if (drawing.kind === 'scene') {
    return `data:image/svg+xml,${encodeURIComponent(sceneSvg(drawing.scene, title))}`;
  }
  const { data, layout } = drawing.figure;
  const { width = 0, height = 0 } = layout;
  return plotly.toImage({ data, layout }, { format: 'svg', width, height });
}
