import type { Data } from 'plotly.js';
import type { PlotFigure } from '../../plots/plot-figure.ts';

interface DrawnAxis {
  /** Data to pixels within the axes. */
  d2p(value: number): number;
}

/** What plotly keeps on an element that it has drawn into; not in its types, so all of it may be missing. */
interface DrawnElement extends HTMLElement {
  readonly _fullData?: readonly { readonly uid?: string; readonly fill?: string }[];
  readonly _fullLayout?: Readonly<Record<string, DrawnAxis | undefined>>;
}

interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number | null>;
  readonly xaxis?: string;
  readonly yaxis?: string;
}

/**
 * Puts the lines of a figure where they belong now, at once and without anything else of it.
 * @returns false where that cannot be done so: nothing is changed then
 */
export function moveLines(element: DrawnElement, { data }: PlotFigure): boolean {
  const paths: [Element, string][] = [];
  for (const [index, one] of data.entries()) {
    const { uid, fill = 'none' } = element._fullData?.[index] ?? {};
    if (uid === undefined || fill !== 'none') return false;
    const path = element.querySelector(`.scatterlayer .trace${CSS.escape(uid)} path.js-line`);
    const line = one as Data & Line;
    const [x, y] = [axisOf(element, line.xaxis ?? 'x'), axisOf(element, line.yaxis ?? 'y')];
    if (!path || !x || !y) return false;
    paths.push([path, pathOf(line, x, y)]);
  }
  for (const [path, d] of paths) path.setAttribute('d', d);
  return true;
}

/** "y2" is the layout's "yaxis2". */
function axisOf({ _fullLayout }: DrawnElement, name: string): DrawnAxis | undefined {
  return _fullLayout?.[`${name[0]}axis${name.slice(1)}`];
}

/** Straight from point to point; a gap where there is no number. */
function pathOf(line: Line, x: DrawnAxis, y: DrawnAxis): string {
  let path = '';
  let isOn = false;
  for (let i = 0; i < line.x.length; i++) {
    const [left, top] = [x.d2p(line.x[i]!), y.d2p(line.y[i] ?? NaN)];
    const isPoint = Number.isFinite(left) && Number.isFinite(top);
    if (isPoint) path += `${isOn ? 'L' : 'M'}${left.toFixed(2)},${top.toFixed(2)}`;
    isOn = isPoint;
  }
  return path;
}
