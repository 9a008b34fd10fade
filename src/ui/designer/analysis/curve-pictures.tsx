import { useMemo, type ReactNode } from 'react';
import type { PictureOf, SoundSource } from '../../../store/index.ts';
import { levelWindow, plainAxis } from '../../plots/value-axes.ts';
import { analysisText } from '../../text/analysis.ts';
import type { AnalysisChoice } from './choice.ts';
import { CurvePlot, type CurveSet } from '../plot/curve-plot.tsx';
import { clipped, cta2034Set, directivitySet } from './curve-sets.ts';

interface Shown<Kind extends 'directivity' | 'cta2034' | 'pair' | 'mismatch'> {
  readonly picture: PictureOf<Kind>;
  readonly choice: AnalysisChoice;
}

/** Directivity of each column over frequency. */
export function DirectivityFiguresPlot({ picture, choice }: Shown<'directivity'>): ReactNode {
  const text = analysisText.directivity;
  const quantity = choice.directivity;
  const set = useMemo(() => directivitySet(picture.data, quantity), [picture.data, quantity]);
  return (
    <CurvePlot
      title={text.quantities[quantity]}
      caption={text.captions[quantity]}
      fileName={`directivity-${quantity}`}
      set={set}
      smoothing={choice.smoothing}
    />
  );
}

/** The name of a column or a driver. */
export function sourceName(source: SoundSource, drivers: readonly { readonly id: string }[]): string {
  if (typeof source !== 'number') return analysisText.sources[source];
  return analysisText.driverAlone(drivers[Math.min(source, drivers.length - 1)].id);
}

/** Listening window, early reflections and power, their indices on the right axis. */
export function Cta2034Plot({ picture, choice }: Shown<'cta2034'>): ReactNode {
  const text = analysisText.cta2034;
  const { data, request, document } = picture;
  const set = useMemo(() => cta2034Set(data), [data]);
  return (
    <CurvePlot
      title={text.title(sourceName(request.source, document.device.drivers))}
      caption={text.caption}
      fileName="cta-2034"
      set={set}
      smoothing={choice.smoothing}
    />
  );
}

/** What the left channel is at the ears, beside the loudspeaker it stands for and the original. */
export function PairPlot({ picture, choice }: Shown<'pair'>): ReactNode {
  const text = analysisText.pair;
  const set = useMemo(() => pairSet(picture.data, choice.pair), [picture.data, choice.pair]);
  return (
    <CurvePlot
      title={text.titles[choice.pair]}
      caption={text.captions[choice.pair]}
      fileName={`virtual-pair-${choice.pair}`}
      set={set}
      smoothing={choice.smoothing}
    />
  );
}

export function pairSet(data: PictureOf<'pair'>['data'], quantity: AnalysisChoice['pair']): CurveSet {
  const text = analysisText.pair;
  const { frequencyHz, made, original, reference } = data;
  const title = text.axes[quantity];
  if (quantity === 'tone') {
    const { left, right } = data.nearEarDb;
    const values = [left, right, data.originalNearEarDb].map(clipped);
    return {
      frequencyHz,
      axis: plainAxis(title, ' dB', values, 10, 0.02),
      isLevel: true,
      curves: [
        { name: text.original, values: values[2], tone: 'natural' },
        { name: text.left, values: values[0], tone: 'left' },
        { name: text.right, values: values[1], tone: 'right' },
      ],
    };
  }
  const field = quantity === 'ild' ? 'ildDb' : 'itdUs';
  const values = [original, reference, made].map((curves) => curves[field]);
  return {
    frequencyHz,
    axis:
      quantity === 'ild' ? plainAxis(title, ' dB', values, 10) : plainAxis(title, ' µs', values, 400, 0.01),
    curves: [
      { name: text.original, values: values[0], tone: 'natural' },
      { name: text.reference(data.referenceAzimuthDeg), values: values[1], tone: 'reference' },
      { name: text.made, values: values[2], tone: 'left' },
    ],
  };
}

/** A ratio as designed, and where it lies when drivers are not what they should be. */
export function MismatchPlot({ picture, choice }: Shown<'mismatch'>): ReactNode {
  const text = analysisText.mismatch;
  const { data, request } = picture;
  const { ratio } = choice;
  const set = useMemo((): CurveSet => {
    const { nominalDb, lowDb, medianDb, highDb } = data[ratio];
    const tone = ratio === 'separation' ? 'left' : 'centre';
    return {
      frequencyHz: data.frequencyHz,
      axis: levelWindow(text.quantities[ratio] + ' (dB)', [nominalDb, highDb], 45),
      curves: [
        { name: text.median, values: medianDb, tone, isDashed: true },
        { name: text.nominal, values: nominalDb, tone },
      ],
      band: { name: text.band, low: lowDb, high: highDb, tone },
    };
  }, [data, ratio, text]);
  return (
    <CurvePlot
      title={text.title(text.quantities[ratio])}
      caption={text.caption(request.draws, request.gainDb, request.phaseDeg)}
      fileName={`mismatch-${ratio}`}
      set={set}
      smoothing={choice.smoothing}
    />
  );
}
