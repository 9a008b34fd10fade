import { useEffect, useState } from 'react';
import type { PlotFigure } from '../../plots/plot-figure.ts';
import { loadPlotly } from '../plot/load-plotly.ts';

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
export function useStaticPictures(figures: readonly PlotFigure[] | null): StaticPictures {
  const [drawn, setDrawn] = useState<StaticPictures & { readonly of: typeof figures }>({ ...NONE, of: null });
  useEffect(() => {
    if (!figures) return;
    let current = true;
    const draw = async (): Promise<void> => {
      const plotly = await loadPlotly();
      const urls: string[] = [];
      for (const { data, layout } of figures) {
        const { width = 0, height = 0 } = layout;
        const url = await plotly.toImage({ data, layout }, { format: 'svg', width, height });
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
