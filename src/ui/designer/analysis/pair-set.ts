import type { HeadHeard, PictureOf } from '../../../store/index.ts';
import { levelWindow, plainAxis } from '../../plots/value-axes.ts';
import { analysisText } from '../../text/analysis.ts';
import { headsText } from '../../text/heads.ts';
import type { CurveSet, ToneCurve } from '../plot/curve-plot.tsx';
import type { AnalysisChoice } from './choice.ts';
import { clipped } from './curve-sets.ts';

const text = analysisText.pair;

type PairHeard = HeadHeard['pair'];

/** The measured head beside the model. */
interface OnHead {
  readonly name: string;
  readonly pair: PairHeard;
}

/** The left channel at the ears: in level, in time, or in tone. @param isInPlace the ears' responses were measured */
export function pairSet(
  data: PictureOf<'pair'>['data'],
  quantity: AnalysisChoice['pair'],
  onHead: OnHead | null = null,
  isInPlace = false,
): CurveSet {
  return quantity === 'tone'
    ? toneSet(data, onHead, isInPlace)
    : differenceSet(data, onHead, quantity, isInPlace);
}

/** The same curves of a measured head, dashed. */
function dashed(onHead: OnHead | null, curvesOf: (pair: PairHeard) => readonly ToneCurve[]): ToneCurve[] {
  if (!onHead) return [];
  return curvesOf(onHead.pair).map((curve) => ({
    ...curve,
    name: headsText.on(curve.name, onHead.name),
    isDashed: true,
  }));
}

function toneSet(data: PictureOf<'pair'>['data'], onHead: OnHead | null, isInPlace: boolean): CurveSet {
  const sides = ({ nearEarDb }: PairHeard): ToneCurve[] => [
    { name: text.left, values: clipped(nearEarDb.left), tone: 'left' },
    { name: text.right, values: clipped(nearEarDb.right), tone: 'right' },
  ];
  const original = { name: text.original, values: clipped(data.originalNearEarDb), tone: 'natural' } as const;
  const curves = [
    ...[original, ...sides(data)].map((curve) => ({ ...curve, isInPlace })),
    ...dashed(onHead, sides),
  ];
  return {
    frequencyHz: data.frequencyHz,
    axis: levelWindow(text.axes.tone, valuesOf(curves)),
    isLevel: true,
    curves,
  };
}

function differenceSet(
  data: PictureOf<'pair'>['data'],
  onHead: OnHead | null,
  quantity: 'ild' | 'itd',
  isInPlace: boolean,
): CurveSet {
  const field = quantity === 'ild' ? 'ildDb' : 'itdUs';
  const compared = ({ reference, made, referenceAzimuthDeg }: PairHeard): ToneCurve[] => [
    { name: text.reference(referenceAzimuthDeg), values: reference[field], tone: 'reference' },
    { name: text.made, values: made[field], tone: 'left' },
  ];
  const original = { name: text.original, values: data.original[field], tone: 'natural' } as const;
  // The loudspeaker that it is held against is the model's, whatever was measured.
  const own = [original, ...compared(data)].map((curve) =>
    curve.tone === 'reference' ? curve : { ...curve, isInPlace },
  );
  const curves = [...own, ...dashed(onHead, compared)];
  const title = text.axes[quantity];
  return {
    frequencyHz: data.frequencyHz,
    axis:
      quantity === 'ild'
        ? plainAxis(title, ' dB', valuesOf(curves), 10)
        : plainAxis(title, ' µs', valuesOf(curves), 400, 0.01),
    curves,
  };
}

function valuesOf(curves: readonly ToneCurve[]): Float64Array[] {
  return curves.map(({ values }) => Float64Array.from(values));
}
