import type { Layout } from 'plotly.js';

/** Ranges that a zoom has put in place of the figure's own, by axis: `xaxis`, `yaxis`, `yaxis2`, `polar.radialaxis`. */
export type Zoom = Readonly<Record<string, readonly [number, number]>>;

const RANGE = /^([xy]axis\d*|polar\.radialaxis)\.range(?:\[([01])\])?$/;

/** The zoom after plotly has told of a change of its layout (`{ 'xaxis.range[0]': 2, … }`). */
export function zoomAfter(zoom: Zoom, change: object): Zoom {
  const next: Record<string, [number, number]> = {};
  for (const [axis, [from, to]] of Object.entries(zoom)) next[axis] = [from, to];
  for (const [key, value] of Object.entries(change)) {
    const [, axis, end] = RANGE.exec(key) ?? [];
    if (axis === undefined) continue;
    next[axis] ??= [NaN, NaN];
    if (end !== undefined) next[axis][end === '0' ? 0 : 1] = typeof value === 'number' ? value : NaN;
    else if (Array.isArray(value)) next[axis] = [Number(value[0]), Number(value[1])];
  }
  return Object.fromEntries(Object.entries(next).filter(([, range]) => range.every(Number.isFinite)));
}

/** A copy of the layout with the zoom's ranges: plotly writes into what it is given. */
export function zoomedLayout(layout: Partial<Layout>, zoom: Zoom): Partial<Layout> {
  const copy = structuredClone(layout);
  for (const [axis, range] of Object.entries(zoom)) {
    const own = axis
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], copy);
    if (typeof own === 'object' && own !== null) Object.assign(own, { range: [...range] });
  }
  return copy;
}
