import type { ColorBar, Data } from 'plotly.js';
import { axisTitle, baseAxis, baseLayout } from './axes.ts';
import type { Margins } from './axes.ts';
import { colourScale } from './colour-map.ts';
import { hoverTemplate } from './hover-template.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import type { QuantityRule, QuantityScale } from './zone-quantities.ts';
import { planExtent, sceneLabels, sceneShapes, type PlanExtent, type ZoneScene } from './zone-scene.ts';
import { plotsText } from '../text/plots.ts';

/** One quantity over head positions. The value at front x and left y is `values[x * leftM.length + y]`. */
export interface ZonePlane {
  readonly frontM: ArrayLike<number>;
  readonly leftM: ArrayLike<number>;
  readonly values: Float32Array;
  /** Of the colours, with its unit. */
  readonly name: string;
  readonly scale: QuantityScale;
}

/** One that has a zone: where its rule is kept. */
export interface ZoneLevels extends ZonePlane {
  readonly rule: QuantityRule;
}

export function zoneMargins(room: PlotRoom): Margins {
  return isCompact(room)
    ? { left: 50, right: 12, top: 10, bottom: 98 }
    : { left: 60, right: 84, top: 12, bottom: 48 };
}

/** Height at which the plan is to scale, px, and what its axes then span: where height is scarce, more to both sides. */
export function zonePlan(
  zone: ZonePlane,
  scene: ZoneScene,
  room: PlotRoom,
): PlanExtent & { heightPx: number } {
  const margins = zoneMargins(room);
  const { frontM, leftM } = planExtent(zone, scene);
  const widthPx = room.widthPx - margins.left - margins.right;
  const aroundPx = margins.top + margins.bottom;
  const mostPx = (room.heightPx ?? Infinity) - aroundPx;
  const deepM = frontM[1] - frontM[0];
  const metrePx = Math.min(widthPx / (leftM[1] - leftM[0]), mostPx / deepM);
  const besideM = (widthPx / metrePx - (leftM[1] - leftM[0])) / 2;
  return {
    frontM,
    leftM: [leftM[0] - besideM, leftM[1] + besideM],
    heightPx: Math.round(deepM * metrePx + aroundPx),
  };
}

/**
 * Plan of a listening zone to scale, seen from above: the device at the top, the listener facing it, so that the audience's
 * left is on the left. The quantity in filled steps; where it has a rule, the edge of the zone where that is kept, heavy.
 */
export function zoneFigure(
  zone: ZonePlane & Partial<ZoneLevels>,
  scene: ZoneScene,
  theme: PlotTheme,
  room: PlotRoom,
): PlotFigure {
  const { frontM, leftM, heightPx } = zonePlan(zone, scene, room);
  const axis = { ...baseAxis(theme), tickmode: 'auto', hoverformat: '.2f' } as const;
  return {
    data: [filled(zone, theme, room), ...edges(zone)],
    layout: {
      ...baseLayout(theme, room, zoneMargins(room)),
      height: heightPx,
      xaxis: {
        ...axis,
        title: axisTitle(plotsText.toTheLeft, theme),
        range: [leftM[1], leftM[0]],
        nticks: isCompact(room) ? 6 : 12,
      },
      yaxis: {
        ...axis,
        title: axisTitle(plotsText.toTheFront, theme),
        range: [frontM[1], frontM[0]],
        scaleanchor: 'x',
        scaleratio: 1,
        nticks: 12,
      },
      shapes: sceneShapes(scene, theme),
      annotations: sceneLabels(scene, theme),
    },
  };
}

function filled(zone: ZonePlane, theme: PlotTheme, room: PlotRoom): Data {
  const { scale } = zone;
  const [low, high] = scale.range;
  const values = rowsOf(zone);
  const place = hoverTemplate(plotsText.place, '%{y:.2f}', '%{x:.2f}');
  // What has two sides has a middle fill, not an edge in the middle.
  const start = scale.colours === 'sides' ? low + scale.step / 2 : low;
  return {
    type: 'contour',
    x: Array.from(zone.leftM),
    y: Array.from(zone.frontM),
    z: values.map((row) => row.map((value) => Math.min(high, Math.max(low, value)))),
    customdata: values,
    // Inside the device nothing is heard.
    hoverongaps: false,
    hovertemplate: `${place} · <b>%{customdata:.${scale.digits}f}${scale.unit}</b><extra></extra>`,
    autocontour: false,
    contours: { start, end: high, size: scale.step, coloring: 'fill', showlines: false },
    line: { width: 0 },
    zmin: low,
    zmax: high,
    colorscale: colourScale(scale.colours),
    colorbar: colourBar(zone, theme, room),
  };
}

function edges({ rule, ...zone }: ZonePlane & Partial<ZoneLevels>): Data[] {
  return rule ? [edge(zone, rule, '#000000', 5), edge(zone, rule, '#ffffff', 2.5)] : [];
}

function edge(zone: ZonePlane, rule: QuantityRule, color: string, width: number): Data {
  const contours =
    rule.kind === 'least'
      ? { start: rule.value, end: rule.value, size: 1 }
      : { start: rule.of - rule.value, end: rule.of + rule.value, size: 2 * rule.value };
  return {
    type: 'contour',
    name: 'zone',
    x: Array.from(zone.leftM),
    y: Array.from(zone.frontM),
    z: rowsOf(zone),
    autocontour: false,
    contours: { ...contours, coloring: 'none' },
    line: { color, width },
    showscale: false,
    hoverinfo: 'skip',
  };
}

function rowsOf(zone: ZonePlane): number[][] {
  const columns = zone.leftM.length;
  return Array.from({ length: zone.frontM.length }, (_, row) =>
    Array.from(zone.values.subarray(row * columns, (row + 1) * columns)),
  );
}

function colourBar({ name, scale }: ZonePlane, theme: PlotTheme, room: PlotRoom): Partial<ColorBar> {
  const ends = {
    thickness: 12,
    outlinewidth: 0,
    tickmode: 'linear',
    tick0: 0,
    dtick: scale.tick,
    tickfont: { color: theme.muted, size: 11 },
    title: { text: name, font: { color: theme.muted, size: 11 } },
  } satisfies Partial<ColorBar>;
  return isCompact(room)
    ? { ...ends, orientation: 'h', x: 0.5, yref: 'container', y: 0, yanchor: 'bottom', ypad: 4, len: 1 }
    : { ...ends, x: 1, xpad: 14, len: 1, title: { ...ends.title, side: 'right' } };
}
