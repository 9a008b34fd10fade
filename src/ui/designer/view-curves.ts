import type { DesignView, GainCurve } from '../../store/index.ts';
import { valueAt } from '../plots/band.ts';
import type { RatioCurves } from '../plots/ratio-figure.ts';
import { designerText } from '../text/designer.ts';
import { shadedBands } from './limit-list.tsx';

/** Where drivers that are off put what is achieved. */
type Spread = RatioCurves['spread'];

/** What the curves are read from. */
type Measured = Pick<DesignView, 'document' | 'metrics'>;

/** Separation of the side filters at the ears, as a plot takes it. */
export function separationCurves(
  { document, metrics }: Measured,
  spread?: Spread,
  heard?: RatioCurves['heard'],
): RatioCurves {
  const { frequencyHz, sides } = metrics;
  const { cancellation } = document.sides;
  return {
    frequencyHz,
    achievedDb: sides.separationDb,
    naturalDb: sides.naturalSeparationDb,
    effortDb: sides.effortDb,
    ...(heard && { heard }),
    ...(cancellation && {
      targetDb: alongCurve(cancellation.targetGainDb, frequencyHz),
      maxEffortDb: cancellation.maxEffortDb,
      limits: shadedBands(sides.limits, cancellation.maxEffortDb, designerText.cancellation),
    }),
    ...(spread && { spread }),
  };
}

/** Rejection of the centre beam towards its nulls. */
export function rejectionCurves({ document, metrics }: Measured, spread?: Spread): RatioCurves {
  const { frequencyHz, centre } = metrics;
  const { beam } = document.centre;
  return {
    frequencyHz,
    achievedDb: centre.sideRejectionDb,
    effortDb: centre.effortDb,
    directivityIndexDb: centre.directivityIndexDb,
    ...(beam && {
      targetDb: alongCurve(beam.targetGainDb, frequencyHz),
      maxEffortDb: beam.maxEffortDb,
      limits: shadedBands(centre.limits, beam.maxEffortDb, designerText.beam),
    }),
    ...(spread && { spread }),
  };
}

/** A gain curve at each of the frequencies: linear in dB over log frequency, flat beyond its ends. */
export function alongCurve(curve: GainCurve, frequencyHz: ArrayLike<number>): number[] {
  const points = { frequencyHz: curve.map(([hertz]) => hertz), values: curve.map(([, gainDb]) => gainDb) };
  return Array.from(frequencyHz, (hertz) => valueAt(points, hertz));
}
