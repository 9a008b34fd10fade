import type { Layout, LayoutAxis } from 'plotly.js';
import { isCompact } from './plot-figure.ts';
import type { PlotRoom, PlotTheme } from './plot-figure.ts';
import { plotsText } from '../text/plots.ts';
import { numberSigns, shortFrequency } from '../format.ts';

export const FREQUENCY_RANGE_HZ = [20, 20_000] as const;
/** Decades of the frequency axis: one decade is the unit of a level plot's aspect (IEC 60263). */
export const FREQUENCY_DECADES = Math.log10(FREQUENCY_RANGE_HZ[1] / FREQUENCY_RANGE_HZ[0]);

const TICKS_HZ = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
const COMPACT_TICKS_HZ = [20, 100, 1000, 10_000];

/** Space around the axes, px. Fixed, so that what is laid over a plot knows where the axes are. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Log frequency, 20 Hz to 20 kHz, all digits of each decade as a fine grid. */
export function frequencyAxis(theme: PlotTheme, room: PlotRoom): Partial<LayoutAxis> {
  const ticksHz = isCompact(room) ? COMPACT_TICKS_HZ : TICKS_HZ;
  return {
    ...baseAxis(theme),
    type: 'log',
    range: [Math.log10(FREQUENCY_RANGE_HZ[0]), Math.log10(FREQUENCY_RANGE_HZ[1])],
    title: axisTitle(plotsText.frequency, theme),
    tickmode: 'array',
    tickvals: ticksHz,
    ticktext: ticksHz.map(shortFrequency),
    minor: { dtick: 'D1', showgrid: true, gridcolor: theme.gridMinor, gridwidth: 1 },
    hoverformat: ',.0f',
  };
}

export function levelAxis(theme: PlotTheme, title: string, range: [number, number], tickDb: number) {
  return {
    ...baseAxis(theme),
    title: axisTitle(title, theme),
    range,
    tickmode: 'linear',
    tick0: 0,
    dtick: tickDb,
    hoverformat: '.1f',
  } satisfies Partial<LayoutAxis>;
}

export function baseAxis(theme: PlotTheme): Partial<LayoutAxis> {
  return {
    gridcolor: theme.grid,
    gridwidth: 1,
    zeroline: false,
    showline: true,
    mirror: true,
    linecolor: theme.grid,
    tickfont: { color: theme.muted, size: 11 },
    ticks: '',
    automargin: false,
    fixedrange: false,
  };
}

export function axisTitle(text: string, theme: PlotTheme) {
  return { text, font: { color: theme.muted, size: 12 }, standoff: 8 };
}

export function baseLayout(theme: PlotTheme, room: PlotRoom, margins: Margins): Partial<Layout> {
  return {
    width: room.widthPx,
    ...(room.heightPx !== undefined && { height: room.heightPx }),
    margin: { l: margins.left, r: margins.right, t: margins.top, b: margins.bottom, pad: 0 },
    paper_bgcolor: theme.paper,
    plot_bgcolor: theme.ground,
    separators: `${numberSigns().decimal}${numberSigns().group}`,
    font: { family: theme.fontFamily, color: theme.ink, size: 12 },
    hoverlabel: {
      bgcolor: theme.ground,
      bordercolor: theme.muted,
      font: { family: theme.fontFamily, color: theme.ink, size: 12 },
    },
    showlegend: false,
    dragmode: 'zoom',
  };
}
