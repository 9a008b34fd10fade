import type { PlotFigure } from '../../plots/plot-figure.ts';
import { SCENE_HEAD_PX, type Scene } from '../../plots/scene.ts';

export type ReportSection = 'ears' | 'beam' | 'filters' | 'maps' | 'slices' | 'balloons' | 'depth' | 'zone';

/** What is drawn: curves and maps by plotly, solids by themselves. Its title and legend are in it. */
export type Drawing =
  { readonly kind: 'plot'; readonly figure: PlotFigure } | { readonly kind: 'scene'; readonly scene: Scene };

export interface ReportFigure {
  readonly id: string;
  readonly section: ReportSection;
  readonly title: string;
  /** The figures that matter, in words. */
  readonly caption: string;
  readonly drawing: Drawing;
  /** Two such stand beside each other. */
  readonly isHalf?: boolean;
}

/** Between the margins of A4 and letter, at 96 px an inch. */
export const WIDTH_PX = 680;
/** Of one of two beside each other. */
export const HALF_WIDTH_PX = 332;

export function sizeOf(drawing: Drawing): { readonly widthPx: number; readonly heightPx: number } {
  if (drawing.kind === 'scene') {
    const { widthPx, heightPx } = drawing.scene;
    return { widthPx, heightPx: heightPx + SCENE_HEAD_PX };
  }
  const { width = 0, height = 0 } = drawing.figure.layout;
  return { widthPx: width, heightPx: height };
}
