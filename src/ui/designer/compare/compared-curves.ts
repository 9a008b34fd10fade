import type { Column, DesignStudy } from '../../../store/index.ts';
import { degreeAxis, levelWindow, plainAxis } from '../../plots/value-axes.ts';
import type { ValueAxis } from '../../plots/curves-figure.ts';
import { compareText as text } from '../../text/compare.ts';
import type { CurveSet, Tone } from '../plot/curve-plot.tsx';

/** What is drawn of two designs. */
export type Compared = keyof typeof text.quantities;
export type ComparedCurve = Exclude<Compared, 'map' | 'zone'>;

interface Rule {
  readonly of: (study: DesignStudy, column: Column) => ArrayLike<number>;
  readonly unit: keyof typeof text.units;
  /** The colour of this design's curve; that of the column where it is of one. */
  readonly tone?: Tone;
  /** A 50 dB window: with this top at the least, or around the highest where there is none. */
  readonly window?: { readonly leastTopDb?: number };
  /** Least span of the axis where it is no window. */
  readonly span?: number;
  readonly isLevel?: boolean;
}

const RATIO = { unit: ' dB', window: { leastTopDb: 45 } } as const;
const EFFORT = { unit: ' dB', span: 10 } as const;

const RULES: Readonly<Record<ComparedCurve, Rule>> = {
  separation: { ...RATIO, tone: 'left', of: ({ metrics }) => metrics.sides.separationDb },
  rejection: { ...RATIO, tone: 'centre', of: ({ metrics }) => metrics.centre.sideRejectionDb },
  sideEffort: { ...EFFORT, tone: 'left', of: ({ metrics }) => metrics.sides.effortDb },
  centreEffort: { ...EFFORT, tone: 'centre', of: ({ metrics }) => metrics.centre.effortDb },
  nearEar: {
    unit: ' dB',
    window: {},
    tone: 'left',
    isLevel: true,
    of: ({ metrics }) => metrics.sides.nearEarDb,
  },
  ild: { unit: ' dB', span: 10, tone: 'left', of: ({ pair }) => pair.made.ildDb },
  itd: { unit: ' µs', span: 400, tone: 'left', of: ({ pair }) => pair.made.itdUs },
  index: { unit: ' dB', span: 10, of: ({ directivity }, column) => directivity.columns[column].indexDb },
  beamwidth: { unit: '°', of: ({ directivity }, column) => directivity.columns[column].beamwidthDeg },
  frontToSide: {
    unit: ' dB',
    span: 10,
    of: ({ directivity }, column) => clipped(directivity.columns[column].frontToSideDb),
  },
  onAxis: { unit: ' dB', window: {}, tone: 'centre', isLevel: true, of: ({ cta2034 }) => cta2034.onAxisDb },
};

/** Levels beyond are beyond what anything measures. */
function clipped(values: Float64Array): Float64Array {
  return values.map((db) => Math.max(-60, Math.min(60, db)));
}

/** Whether what is shown is one of a column's. */
export function hasColumn(quantity: Compared): boolean {
  return quantity === 'map' || (quantity !== 'zone' && RULES[quantity].tone === undefined);
}

const AT_THE_EARS: ReadonlySet<Compared> = new Set(['separation', 'sideEffort', 'nearEar', 'ild', 'itd']);

/** Whether what is shown is measured where a design has a plant. */
export function isAtTheEars(quantity: Compared): boolean {
  return AT_THE_EARS.has(quantity);
}

/** Both designs' curves, or what this one's is above the other's. */
export function comparedSet(
  ours: DesignStudy,
  theirs: DesignStudy,
  quantity: ComparedCurve,
  column: Column,
  form: 'both' | 'difference',
): CurveSet {
  const rule = RULES[quantity];
  const tone = rule.tone ?? column;
  const [a, b] = [ours, theirs].map((study) => Array.from(rule.of(study, column)));
  const frequencyHz = ours.metrics.frequencyHz;
  const inPlace = ({ document }: DesignStudy) => isAtTheEars(quantity) && document.plant !== undefined;
  const title = `${text.quantities[quantity]} (${text.units[rule.unit]})`;
  if (form === 'difference') {
    const values = a.map((value, i) => value - b[i]);
    return {
      frequencyHz,
      axis: plainAxis(title, rule.unit, [values], rule.unit === ' dB' ? 6 : 60, 0.01),
      curves: [{ name: text.forms.difference, values, tone }],
    };
  }
  return {
    frequencyHz,
    axis: axisOf(rule, title, [a, b]),
    isLevel: rule.isLevel ?? false,
    curves: [
      { name: text.theirs, values: b, tone: 'ink', isDashed: true, isInPlace: inPlace(theirs) },
      { name: text.ours, values: a, tone, isInPlace: inPlace(ours) },
    ],
  };
}

function axisOf({ unit, window, span = 10 }: Rule, title: string, values: number[][]): ValueAxis {
  if (unit === '°') return degreeAxis(title, [...values, [0, 360]]);
  return window ? levelWindow(title, values, window.leastTopDb) : plainAxis(title, unit, values, span, 0.01);
}
