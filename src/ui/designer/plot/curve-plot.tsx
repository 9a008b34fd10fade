import { useCallback, useMemo, type ReactNode } from 'react';
import { columnsToCsv } from '../../plots/csv.ts';
import { curvesFigure, type Curves, type ValueAxis } from '../../plots/curves-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { smoothed, type Smoothing } from '../../plots/smoothing.ts';
import { analysisText } from '../../text/analysis.ts';
import { measuredText } from '../../text/measured.ts';
import { plotsText } from '../../text/plots.ts';
import { Legend, type LegendItem } from './legend.tsx';
import { Plot } from './plot.tsx';

export type Tone = NonNullable<LegendItem['tone']>;

/** A curve in the colour of what it is. */
export interface ToneCurve {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly tone: Tone;
  readonly isDashed?: boolean;
  readonly isRight?: boolean;
  /** At the ears, as they were measured in place. */
  readonly isInPlace?: boolean;
}

export interface CurveSet {
  readonly frequencyHz: ArrayLike<number>;
  readonly curves: readonly ToneCurve[];
  readonly band?: {
    readonly name: string;
    readonly low: ArrayLike<number>;
    readonly high: ArrayLike<number>;
    readonly tone: Tone;
  };
  readonly axis: ValueAxis;
  readonly rightAxis?: ValueAxis;
  /** Curves on the left axis are levels: smoothing takes the mean of their powers. */
  readonly isLevel?: boolean;
}

/** Curves over frequency with their legend and exports. */
export function CurvePlot(props: {
  readonly title: string;
  readonly caption: string;
  readonly fileName: string;
  /** Keep it the same while the data is the same. */
  readonly set: CurveSet;
  readonly smoothing: Smoothing;
}): ReactNode {
  const { smoothing } = props;
  const set = useMemo(() => smoothedSet(props.set, smoothing), [props.set, smoothing]);
  const build = useCallback((theme: PlotTheme, room: PlotRoom) => curveSetFigure(set, theme, room), [set]);
  const legend = useMemo(
    () => set.curves.map(({ name, tone, isDashed = false }) => ({ name, tone, dashed: isDashed })),
    [set],
  );
  return (
    <Plot
      title={props.title}
      caption={
        smoothing === 'none'
          ? props.caption
          : `${props.caption} ${analysisText.smoothedOver(analysisText.smoothings[smoothing])}`
      }
      build={build}
      csv={() => csvOf(set)}
      fileName={props.fileName}
      legend={<Legend items={legend} />}
    />
  );
}

function smoothedSet(set: CurveSet, smoothing: Smoothing): CurveSet {
  if (smoothing === 'none') return set;
  const { frequencyHz, curves, band, isLevel = false } = set;
  const smooth = (values: ArrayLike<number>, isRight = false) =>
    smoothed(frequencyHz, values, smoothing, isLevel && !isRight ? 'level' : 'value');
  return {
    ...set,
    curves: curves.map((curve) => ({ ...curve, values: smooth(curve.values, curve.isRight) })),
    ...(band && { band: { ...band, low: smooth(band.low), high: smooth(band.high) } }),
  };
}

/** A set as its figure. */
export function curveSetFigure(set: CurveSet, theme: PlotTheme, room: PlotRoom): PlotFigure {
  return curvesFigure(themed(set, theme), theme, room);
}

function themed({ curves, band, ...rest }: CurveSet, theme: PlotTheme): Curves {
  return {
    ...rest,
    lines: curves.map(({ name, values, tone, isDashed = false, isRight = false }) => ({
      name,
      values,
      color: theme[tone],
      dash: isDashed ? 'dash' : 'solid',
      isRight,
    })),
    ...(band && { bands: [{ ...band, color: theme[band.tone] }] }),
  };
}

/** The set as a table. */
export function csvOf({ frequencyHz, curves, band, axis, rightAxis }: CurveSet): string {
  const unitOf = (isRight: boolean | undefined) => ((isRight && rightAxis) || axis).unit.trim();
  return columnsToCsv([
    { name: 'frequency (Hz)', values: frequencyHz },
    ...curves.map(({ name, values, isRight, isInPlace = false }) => ({
      name: `${isInPlace ? measuredText.inPlace(name) : name} (${unitOf(isRight)})`,
      values,
    })),
    ...(band
      ? [
          { name: `${plotsText.edges.low(band.name)} (${unitOf(false)})`, values: band.low },
          { name: `${plotsText.edges.high(band.name)} (${unitOf(false)})`, values: band.high },
        ]
      : []),
  ]);
}
