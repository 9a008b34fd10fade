import { useMemo, type ReactNode } from 'react';
import type { PictureOf, SoundSource } from '../../../store/index.ts';
import { levelWindow } from '../../plots/value-axes.ts';
import { analysisText } from '../../text/analysis.ts';
import { withOrigin } from '../../text/measured.ts';
import type { AnalysisChoice } from './choice.ts';
import { CurvePlot, type CurveSet } from '../plot/curve-plot.tsx';
import { cta2034Set, directivitySet } from './curve-sets.ts';

interface Shown<Kind extends 'directivity' | 'cta2034' | 'mismatch'> {
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
      caption={withOrigin(text.captions[quantity], picture.document, 'radiation')}
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
      caption={withOrigin(text.caption, document, 'radiation')}
      fileName="cta-2034"
      set={set}
      smoothing={choice.smoothing}
    />
  );
}

/** A ratio as designed, and where it lies when drivers are not what they should be. */
export function MismatchPlot({ picture, choice }: Shown<'mismatch'>): ReactNode {
  const text = analysisText.mismatch;
  const { data, document, request } = picture;
  const { ratio } = choice;
  const set = useMemo((): CurveSet => {
    const { nominalDb, lowDb, medianDb, highDb } = data[ratio];
    const tone = ratio === 'separation' ? 'left' : 'centre';
    const isInPlace = ratio === 'separation' && document.plant !== undefined;
    return {
      frequencyHz: data.frequencyHz,
      axis: levelWindow(text.quantities[ratio] + ' (dB)', [nominalDb, highDb], 45),
      curves: [
        { name: text.median, values: medianDb, tone, isDashed: true, isInPlace },
        { name: text.nominal, values: nominalDb, tone, isInPlace },
      ],
      band: { name: text.band, low: lowDb, high: highDb, tone },
    };
  }, [data, document, ratio, text]);
  return (
    <CurvePlot
      title={text.title(text.quantities[ratio])}
      caption={withOrigin(
        text.caption(request.draws, request.gainDb, request.phaseDeg),
        document,
        ratio === 'separation' ? 'ears' : 'radiation',
      )}
      fileName={`mismatch-${ratio}`}
      set={set}
      smoothing={choice.smoothing}
    />
  );
}
