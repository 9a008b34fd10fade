import type { PlotFigure } from '../../plots/plot-figure.ts';

interface DrawnAxis {
  /** Data to pixels within the axes. */
  d2p(value: number): number;
}

/** An axis of a polar plot; its geometry is linear and round about the middle. */
interface PolarAxis {
  /** Data, angles in radians, to geometry. */
  c2g(value: number): number;
}

interface PolarPlot {
  readonly radialAxis: PolarAxis;
  readonly angularAxis: PolarAxis;
  readonly xaxis: Pixels;
  readonly yaxis: Pixels;
}

interface Pixels {
  /** Geometry to pixels within the axes. */
  c2p(value: number): number;
}

/** What plotly keeps on an element that it has drawn into; not in its types, so all of it may be missing. */
interface DrawnElement extends HTMLElement {
  readonly _fullData?: readonly { readonly uid?: string; readonly fill?: string }[];
  readonly _fullLayout?: Readonly<Record<string, DrawnAxis | undefined>> & {
    readonly polar?: { readonly _subplot?: PolarPlot };
  };
}

type Values = ArrayLike<number | null>;

/** A trace's coordinates, as it was given to plotly. */
interface Line {
  readonly x?: Values;
  readonly y?: Values;
  readonly r?: Values;
  readonly theta?: Values;
  readonly xaxis?: string;
  readonly yaxis?: string;
}

/** Pixels of the i-th point. */
type Place = (i: number) => readonly [left: number, top: number];

/**
 * Puts the lines of a figure where they belong now, at once and without anything else of it.
 * @returns false where that cannot be done so: nothing is changed then
 */
export function moveLines(element: DrawnElement, { data }: PlotFigure): boolean {
  const moved: [Element, string][] = [];
  for (const [index, one] of data.entries()) {
    const line = one as Line;
    const { uid, fill = 'none' } = element._fullData?.[index] ?? {};
    const place = placeOf(element, line);
    // What is filled up to another line has that one's points in its outline.
    if (uid === undefined || place === null || (fill !== 'none' && fill !== 'toself')) return false;
    const trace = element.querySelector(`.scatterlayer .trace${CSS.escape(uid)}`);
    const paths = trace?.querySelectorAll('path.js-line, path.js-fill') ?? [];
    if (paths.length === 0) return false;
    const d = pathOf((line.r ?? line.x)?.length ?? 0, place);
    for (const path of paths) moved.push([path, d]);
  }
  for (const [path, d] of moved) path.setAttribute('d', d);
  return true;
}

function placeOf({ _fullLayout: layout }: DrawnElement, line: Line): Place | null {
  const { x, y, r, theta } = line;
  const polar = layout?.polar?._subplot;
  if (r && theta) return polar ? polarPlace(polar, r, theta) : null;
  const [across, up] = [line.xaxis ?? 'x', line.yaxis ?? 'y'].map((name) => layout?.[layoutName(name)]);
  if (!x || !y || !across || !up) return null;
  return (i) => [across.d2p(x[i] ?? NaN), up.d2p(y[i] ?? NaN)];
}

function polarPlace({ radialAxis, angularAxis, xaxis, yaxis }: PolarPlot, r: Values, theta: Values): Place {
  return (i) => {
    const far = radialAxis.c2g(r[i] ?? NaN);
    const angle = angularAxis.c2g(((theta[i] ?? NaN) * Math.PI) / 180);
    return [xaxis.c2p(far * Math.cos(angle)), yaxis.c2p(far * Math.sin(angle))];
  };
}

/** "y2" is the layout's "yaxis2". */
function layoutName(axis: string): string {
  return `${axis[0]}axis${axis.slice(1)}`;
}

/** Straight from point to point; a gap where there is no number. */
function pathOf(length: number, place: Place): string {
  let path = '';
  let isOn = false;
  for (let i = 0; i < length; i++) {
    const [left, top] = place(i);
    const isPoint = Number.isFinite(left) && Number.isFinite(top);
    if (isPoint) path += `${isOn ? 'L' : 'M'}${left.toFixed(2)},${top.toFixed(2)}`;
    isOn = isPoint;
  }
  return path;
}
