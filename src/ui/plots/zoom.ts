import type { Layout } from 'plotly.js';

/** Ranges that a zoom has put in place of the figure's own, by axis: `xaxis`, `yaxis`, `yaxis2`. */
export type Zoom = Readonly<Record<string, readonly [number, number]>>;

const RANGE_END = /^([xy]axis\d*)\.range\[([01])\]$/;

/** The zoom after plotly has told of a change of its layout (`{ 'xaxis.range[0]': 2, … }`). */
export function zoomAfter(zoom: Zoom, change: object): Zoom {
  const next: Record<string, [number, number]> = {};
  for (const [axis, [from, to]] of Object.entries(zoom)) next[axis] = [from, to];
  for (const [key, value] of Object.entries(change)) {
    const [, axis, end] = RANGE_END.exec(key) ?? [];
    if (axis === undefined || typeof value !== 'number') continue;
    next[axis] ??= [NaN, NaN];
    next[axis][end === '0' ? 0 : 1] = value;
  }
  return Object.fromEntries(Object.entries(next).filter(([, range]) => range.every(Number.isFinite)));
}

/** A copy of the layout with the zoom's ranges: plotly writes into what it is given. */
export function zoomedLayout(layout: Partial<Layout>, zoom: Zoom): Partial<Layout> {
  const copy = structuredClone(layout) as Record<string, unknown>;
  for (const [axis, range] of Object.entries(zoom)) {
    const own = copy[axis];
    if (typeof own === 'object' && own !== null) copy[axis] = { ...own, range: [...range] };
  }
  return copy as Partial<Layout>;
}
