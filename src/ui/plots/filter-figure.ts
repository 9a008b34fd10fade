import type { CsvColumn } from './csv.ts';
import { curvesFigure } from './curves-figure.ts';
import { driverStrokes, plotlyStroke } from './driver-strokes.ts';
import { impulseFigure } from './impulse-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { degreeAxis, levelWindow, plainAxis } from './value-axes.ts';
import { analysisText } from '../text/analysis.ts';

/** The filters of one column: for each driver its curves over frequency and its taps. */
export interface DriverFilters {
  readonly frequencyHz: ArrayLike<number>;
  readonly curves: readonly {
    readonly magnitudeDb: Float64Array;
    readonly phaseDeg: Float64Array;
    readonly groupDelayMs: Float64Array;
  }[];
  readonly impulses: readonly Float32Array[];
  readonly sampleRateHz: number;
  readonly latencySamples: number;
}

interface NamedDriver {
  readonly id: string;
  readonly positionM: readonly [number, number, number];
}

type Quantity = 'magnitude' | 'phase' | 'delay' | 'impulse';
type CurveQuantity = Exclude<Quantity, 'impulse'>;

const text = analysisText.filters;
const FIELD = { magnitude: 'magnitudeDb', phase: 'phaseDeg', delay: 'groupDelayMs' } as const;
/** Group delay shoots up beside every zero of a filter. */
const DELAY_OUTLIERS = 0.02;

export function filterFigure(
  filters: DriverFilters,
  drivers: readonly NamedDriver[],
  quantity: Quantity,
  theme: PlotTheme,
  room: PlotRoom,
): PlotFigure {
  const strokes = driverStrokes(drivers).map((stroke) => plotlyStroke(stroke, theme));
  if (quantity === 'impulse') {
    const lines = filters.impulses.map((taps, i) => ({ name: drivers[i].id, taps, ...strokes[i] }));
    return impulseFigure({ ...filters, lines }, theme, room);
  }
  const values = filters.curves.map((curves) => curves[FIELD[quantity]]);
  return curvesFigure(
    {
      frequencyHz: filters.frequencyHz,
      lines: values.map((one, i) => ({ name: drivers[i].id, values: one, ...strokes[i] })),
      axis: axisOf(quantity, values),
    },
    theme,
    room,
  );
}

function axisOf(quantity: CurveQuantity, values: readonly Float64Array[]) {
  const title = text.axes[quantity];
  if (quantity === 'magnitude') return levelWindow(title, values);
  return quantity === 'phase'
    ? degreeAxis(title, values)
    : plainAxis(title, ' ms', values, 1, DELAY_OUTLIERS);
}

/** What is shown as a table: one row for each frequency, or for each tap. */
export function filterTable(
  filters: DriverFilters,
  drivers: readonly NamedDriver[],
  quantity: Quantity,
): CsvColumn[] {
  if (quantity === 'impulse') {
    const taps = filters.impulses[0].length;
    const timeMs = Float64Array.from(
      { length: taps },
      (_, tap) => (1000 * (tap - filters.latencySamples)) / filters.sampleRateHz,
    );
    return [
      { name: 'time (ms)', values: timeMs },
      ...filters.impulses.map((values, i) => ({ name: `driver ${drivers[i].id}`, values })),
    ];
  }
  const unit = { magnitude: 'dB', phase: '°', delay: 'ms' }[quantity];
  return [
    { name: 'frequency (Hz)', values: filters.frequencyHz },
    ...filters.curves.map((curves, i) => ({
      name: `${quantity === 'delay' ? 'group delay' : quantity} of driver ${drivers[i].id} (${unit})`,
      values: curves[FIELD[quantity]],
    })),
  ];
}
