import { describe, expect, it } from 'vitest';
import { hasMovedLines, movedLines } from './moved-lines.ts';
import type { PlotFigure } from './plot-figure.ts';

const figure = (y: number[], layout: PlotFigure['layout'] = {}, type: 'scatter' | 'contour' = 'scatter') =>
  ({
    data: [{ type, x: [1, 2], y, line: { color: 'red' } }],
    layout: { height: 300, ...layout },
  }) as PlotFigure;

describe('moved lines', () => {
  it('are all that differs, but for what may trail', () => {
    expect(hasMovedLines(figure([1, 2]), figure([3, 4]))).toBe(true);
    const shaded = figure([3, 4], { shapes: [{ type: 'rect' }], annotations: [{ text: 'cap' }] });
    expect(hasMovedLines(figure([1, 2]), shaded)).toBe(true);
    expect(hasMovedLines(figure([1, 2]), figure([1, 2], { height: 301 }))).toBe(false);
    expect(hasMovedLines(figure([1, 2]), { ...figure([1, 2]), data: [] })).toBe(false);
    const blue = {
      ...figure([1, 2]),
      data: [{ type: 'scatter', x: [1, 2], y: [1, 2], line: { color: 'blue' } }],
    };
    expect(hasMovedLines(figure([1, 2]), blue as PlotFigure)).toBe(false);
    expect(hasMovedLines(figure([1, 2], {}, 'contour'), figure([3, 4], {}, 'contour'))).toBe(false);
  });

  it('are given without how they look', () => {
    expect(movedLines(figure([3, 4]))).toEqual({ data: [{ x: [1, 2], y: [3, 4] }], traces: [0] });
  });
});
