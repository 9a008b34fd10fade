import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Config, PlotlyHTMLElement } from 'plotly.js';
import type { PlotFigure } from '../../plots/plot-figure.ts';
import { titled } from '../../plots/titled.ts';
import { canBeAnimated, hasMovedLevels, hasMovedLines, movedLines } from '../../plots/moved-lines.ts';
import { frameOf } from '../../plots/plot-frame.ts';
import { zoomAfter, zoomedLayout } from '../../plots/zoom.ts';
import type { Zoom } from '../../plots/zoom.ts';
import { loadPlotly } from './load-plotly.ts';
import type { PlotlyModule } from './load-plotly.ts';
import { moveLines } from './move-lines.ts';
import { hideSketch, paintSketch } from './paint-sketch.ts';

/** The figure has buttons of its own, which a keyboard reaches; a double click resets the zoom below. */
const CONFIG: Partial<Config> = {
  displayModeBar: false,
  responsive: false,
  doubleClick: false,
  showTips: false,
};
const WHOLE: Zoom = {};
/** Nothing has moved for this long. */
const STILL_MS = 150;
const AT_ONCE = {
  mode: 'immediate',
  frame: { duration: 0, redraw: false },
  transition: { duration: 0 },
} as const;

export interface DrawnPlot {
  readonly state: 'loading' | 'drawn' | 'failed';
  readonly zoom: Zoom;
  readonly resetZoom: () => void;
  readonly retry: () => void;
  /** What is shown as a picture that stands alone, as a data URL; null while nothing is drawn. */
  readonly picture: (format: 'png' | 'svg', title: string) => Promise<string | null>;
}

interface PlotPlaces {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly sketch: RefObject<HTMLCanvasElement | null>;
}

/**
 * Draws a figure into an element: again whenever it changes, and cleans up when the element goes.
 * @param sketch over it, for what is drawn while a hand moves
 * @param onDoubleClick in place of going back to the whole range
 */
export function usePlotly(
  { element, sketch }: PlotPlaces,
  figure: PlotFigure | null,
  onDoubleClick?: (zoom: Zoom) => void,
): DrawnPlot {
  const plotly = usePlotlyModule(element);
  const [zoom, setZoom] = useState(WHOLE);
  const [drawn, setDrawn] = useState(false);
  const queue = useRef(Promise.resolve());
  const shown = useRef<{ readonly figure: PlotFigure; readonly zoom: Zoom } | null>(null);
  const resetZoom = useCallback(() => setZoom(WHOLE), []);
  const doubleClicked = useRef<() => void>(resetZoom);
  useEffect(() => {
    doubleClicked.current = onDoubleClick ? () => onDoubleClick(zoom) : resetZoom;
  }, [onDoubleClick, zoom, resetZoom]);

  useEffect(() => {
    const target = element.current;
    const { module } = plotly;
    if (!module || !target || !figure) return;
    let current = true;
    // One drawing after the other, two at once in one element mix their layouts; and between two as long a pause as the
    // first took, in which overtaken ones drop out: while something is dragged, the page stays free to follow.
    const draw = async (): Promise<void> => {
      if (!current) return;
      const startedAt = performance.now();
      const plot = await module.react(target, figure.data, zoomedLayout(figure.layout, zoom), CONFIG);
      shown.current = { figure, zoom };
      if (current) hideSketch(sketch.current);
      watch(plot, setZoom, () => doubleClicked.current());
      if (current) setDrawn(true);
      await pause(performance.now() - startedAt);
    };
    const enqueue = (task: () => Promise<void>): void => {
      queue.current = queue.current.then(task, task);
    };
    let still: ReturnType<typeof setTimeout> | undefined;
    const follow = async (): Promise<void> => {
      if (!current) return;
      const startedAt = performance.now();
      await module.animate(target, movedLines(figure), AT_ONCE);
      await pause(performance.now() - startedAt);
    };
    const before = shown.current?.zoom === zoom ? shown.current.figure : null;
    // What has moved is drawn at once, with the least there is to draw; the rest when it stands still.
    if (before && figure.sketch && sketch.current && hasMovedLevels(before, figure)) {
      paintSketch(sketch.current, figure.sketch, figure.layout, frameOf(figure, zoom));
      still = setTimeout(() => enqueue(draw), STILL_MS);
    } else if (before && !figure.sketch && hasMovedLines(before, figure)) {
      const isMoved = moveLines(target, figure);
      if (!isMoved) enqueue(canBeAnimated(figure) ? follow : draw);
      still = setTimeout(() => enqueue(draw), STILL_MS);
    } else enqueue(draw);
    return () => {
      current = false;
      clearTimeout(still);
    };
  }, [plotly, element, sketch, figure, zoom]);

  return {
    state: plotly.failed ? 'failed' : drawn ? 'drawn' : 'loading',
    zoom,
    resetZoom,
    retry: plotly.retry,
    picture: async (format, title) => {
      if (!plotly.module || !figure) return null;
      const { data, layout } = titled(
        { data: figure.data, layout: zoomedLayout(figure.layout, zoom) },
        title,
      );
      const { width = 0, height = 0 } = layout;
      // A PNG at twice the size on screen: sharp on paper and slides.
      return plotly.module.toImage(
        { data, layout },
        { format, width, height, scale: format === 'png' ? 2 : 1 },
      );
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function usePlotlyModule(element: RefObject<HTMLDivElement | null>) {
  const [module, setModule] = useState<PlotlyModule | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    loadPlotly().then(
      (loaded) => current && setModule(loaded),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [attempt]);

  useEffect(() => {
    const target = element.current;
    return () => {
      if (module && target) module.purge(target);
    };
  }, [module, element]);

  const retry = useCallback(() => {
    setFailed(false);
    setAttempt((before) => before + 1);
  }, []);
  return useMemo(() => ({ module, failed, retry }), [module, failed, retry]);
}

/** Listens to a plot once: drawing again keeps its listeners. */
function watch(
  plot: PlotlyHTMLElement,
  setZoom: (next: (zoom: Zoom) => Zoom) => void,
  onDoubleClick: () => void,
): void {
  plot.removeAllListeners('plotly_relayout');
  plot.removeAllListeners('plotly_doubleclick');
  plot.on('plotly_relayout', (change) => setZoom((zoom) => zoomAfter(zoom, change)));
  plot.on('plotly_doubleclick', onDoubleClick);
}
