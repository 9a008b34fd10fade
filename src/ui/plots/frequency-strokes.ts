import { colourAt } from './colour-map.ts';
import { DASHES } from './driver-strokes.ts';
import { isDark } from './plot-figure.ts';
import type { PlotTheme } from './plot-figure.ts';

/** How a curve at one of several frequencies is drawn: from low to high along the colour map, each in dashes of its own. */
export interface FrequencyStroke {
  readonly color: string;
  /** Lengths of strokes and gaps, px; empty for a solid line. */
  readonly dash: readonly number[];
}

/** The parts of the colour map that stand out on a light and on a dark ground. */
const ON_LIGHT = [0, 0.72] as const;
const ON_DARK = [0.38, 1] as const;

/** One for each of `count` curves. */
export function frequencyStrokes(count: number, theme: Pick<PlotTheme, 'ground'>): FrequencyStroke[] {
  const [from, to] = isDark(theme) ? ON_DARK : ON_LIGHT;
  return Array.from({ length: count }, (_, i) => ({
    color: colourAt('viridis', from + (count > 1 ? ((to - from) * i) / (count - 1) : 0)),
    dash: DASHES[i % DASHES.length],
  }));
}
