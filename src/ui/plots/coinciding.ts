import type { CurveLine } from './curves-figure.ts';
import { plotlyDash } from './driver-strokes.ts';

/** Of the height of a plot: closer curves are drawn as one. */
const AS_ONE = 0.004;
/** Strokes as long as the gaps: half of the curve below is seen. */
const OVER = plotlyDash([7, 7]);

/**
 * Curves of which none hides another: one that lies on a whole curve before it, as right does on left in a symmetric design,
 * is dashed over it.
 * @param range of their axis
 */
export function withoutHidden(
  lines: readonly CurveLine[],
  [low, high]: readonly [number, number],
): readonly CurveLine[] {
  const near = AS_ONE * Math.abs(high - low);
  return lines.map((line, index) => {
    const isOver = lines
      .slice(0, index)
      .some((before) => isWhole(before) && before.isRight === line.isRight && liesOn(line, before, near));
    return isOver && isWhole(line) ? { ...line, dash: OVER } : line;
  });
}

function isWhole({ dash = 'solid' }: CurveLine): boolean {
  return dash === 'solid';
}

function liesOn(line: CurveLine, other: CurveLine, near: number): boolean {
  if (line.color === other.color) return false;
  return Array.from(line.values).every((value, k) => {
    const beside = other.values[k]!;
    return Number.isFinite(value) && Number.isFinite(beside) ? Math.abs(value - beside) <= near : true;
  });
}
