import { heardDepth, JUST_NOTICEABLE_DB, type DepthFigures } from './depth.ts';
import type { DirectivityFigures } from './directivity-figures.ts';
import type { DesignDocument } from './document.ts';
import type { PairHeard } from './head-hearing.ts';
import type { DesignMetrics } from './metrics.ts';
import { summariseMetrics, type MetricsSummary } from './metrics-summary.ts';
import { zoneAreaM2 } from './zone-grid.ts';
import type { ZoneMaps } from './zone-maps.ts';

/** Of the summary, what designs are held against each other by. */
const SUMMARISED = [
  'separationDb',
  'sideEffortDb',
  'sideRejectionDb',
  'centreEffortDb',
  'directivityIndexDb',
  'windowFlatnessDb',
  'tailEnergyDb',
] as const satisfies readonly (keyof MetricsSummary)[];

/** A design in the numbers that it is held against another by; `null` where it has no such thing. */
export interface StudyFigures extends Pick<MetricsSummary, (typeof SUMMARISED)[number]> {
  /** Departure of the near ear's level from its mean, root mean square from 300 Hz to 8 kHz, dB. */
  readonly nearEarRippleDb: number;
  /** Left channel against a real loudspeaker at the virtual one's place, root mean square from 500 Hz to 6 kHz. */
  readonly ildErrorDb: number | null;
  /** The same from 300 Hz to 1.2 kHz. */
  readonly itdErrorUs: number | null;
  /** Of the centre: level on axis over the mean of ±90°, mean from 300 Hz to 8 kHz, dB. */
  readonly frontToSideDb: number;
  /** Where the separation, mean from 300 Hz to 8 kHz, is at least `ZONE_SEPARATION_DB`. */
  readonly zoneAreaM2: number;
  /** Direct over diffuse sound of each column at the listener, dB; `null` without a room. */
  readonly ratioLeftDb: number | null;
  readonly ratioRightDb: number | null;
  readonly ratioCentreDb: number | null;
  /** Where they are equal, metres from the device. */
  readonly criticalLeftM: number | null;
  readonly criticalRightM: number | null;
  readonly criticalCentreM: number | null;
  /** Of the whole chain. */
  readonly latencyMs: number;
}

/** What a listening zone is taken at where nobody chooses. */
export const ZONE_SEPARATION_DB = 10;

export type StudyFigure = keyof StudyFigures;

const BAND_HZ: readonly [number, number] = [300, 8000];
const ILD_BAND_HZ: readonly [number, number] = [500, 6000];
const ITD_BAND_HZ: readonly [number, number] = [300, 1200];

/** What the figures are read from; curves over the metrics' frequencies. */
export interface Studied {
  readonly document: Pick<DesignDocument, 'listener' | 'room'>;
  readonly depth: Pick<DepthFigures, 'design'>;
  readonly metrics: DesignMetrics;
  readonly centre: DirectivityFigures;
  /** `null` without a virtual pair. */
  readonly pair: Pick<PairHeard, 'made' | 'reference'> | null;
  readonly zone: ZoneMaps;
  /** Of the whole chain with these filters. */
  readonly latencyMs: number;
}

export function studyFigures(studied: Studied): StudyFigures {
  const { metrics, centre, pair, zone, latencyMs } = studied;
  const { frequencyHz, sides } = metrics;
  const summary = summariseMetrics(metrics);
  const inBand = (values: ArrayLike<number>, [lowHz, highHz] = BAND_HZ): number[] =>
    Array.from(values).filter((_, i) => frequencyHz[i]! >= lowHz && frequencyHz[i]! <= highHz);
  const error = (field: 'ildDb' | 'itdUs', band: readonly [number, number]): number | null =>
    pair &&
    rootMeanSquare(
      inBand(
        pair.made[field].map((value, i) => value - pair.reference[field][i]!),
        band,
      ),
    );
  const summarised = Object.fromEntries(SUMMARISED.map((figure) => [figure, summary[figure]]));
  return {
    ...(summarised as Pick<MetricsSummary, (typeof SUMMARISED)[number]>),
    nearEarRippleDb: deviation(inBand(sides.nearEarDb)),
    ildErrorDb: error('ildDb', ILD_BAND_HZ),
    itdErrorUs: error('itdUs', ITD_BAND_HZ),
    frontToSideDb: mean(inBand(centre.frontToSideDb)),
    zoneAreaM2: zoneAreaM2(zone.values.separation, zone, { kind: 'least', value: ZONE_SEPARATION_DB }),
    ...depthOf(studied),
    latencyMs,
  };
}

type DepthFigure = Extract<StudyFigure, `ratio${string}` | `critical${string}`>;

function depthOf({ document, depth }: Studied): Pick<StudyFigures, DepthFigure> {
  const { room, listener } = document;
  const [left, right, centre] = depth.design.map(
    (column) => room && heardDepth(column, room, Math.hypot(...listener.positionM)),
  );
  return {
    ratioLeftDb: left?.ratioDb ?? null,
    ratioRightDb: right?.ratioDb ?? null,
    ratioCentreDb: centre?.ratioDb ?? null,
    criticalLeftM: left?.criticalM ?? null,
    criticalRightM: right?.criticalM ?? null,
    criticalCentreM: centre?.criticalM ?? null,
  };
}

interface Rule {
  readonly better: 'higher' | 'lower';
  /** The least difference that is worth anything; of what is compared as a ratio, in dB. */
  readonly matters: number;
  /** Lengths that levels follow: 20·log₁₀ of their ratio is what matters. */
  readonly isRatio?: boolean;
  /** Beyond this all are alike good. */
  readonly goodEnough?: number;
}

const NEARER: Rule = { better: 'higher', matters: JUST_NOTICEABLE_DB.ratio };

/**
 * Which of two values is better. Least differences: a decibel for levels and ratios, which is about what is heard of them;
 * 1 dB and 20 µs are the least differences between the ears that are heard on axis (Mills 1960; Klumpp & Eady 1956);
 * half a decibel of directivity index is as much as a listener 6 % nearer; 0.02 m² is what a head takes; 2.5 dB of direct over
 * diffuse sound can just be heard, and the critical distance is held against the other by the same.
 */
export const FIGURE_RULES: Readonly<Record<StudyFigure, Rule>> = {
  separationDb: { better: 'higher', matters: 1 },
  nearEarRippleDb: { better: 'lower', matters: 0.5 },
  sideEffortDb: { better: 'lower', matters: 1 },
  ildErrorDb: { better: 'lower', matters: 1 },
  itdErrorUs: { better: 'lower', matters: 20 },
  sideRejectionDb: { better: 'higher', matters: 1 },
  centreEffortDb: { better: 'lower', matters: 1 },
  directivityIndexDb: { better: 'higher', matters: 0.5 },
  frontToSideDb: { better: 'higher', matters: 1 },
  windowFlatnessDb: { better: 'lower', matters: 1 },
  zoneAreaM2: { better: 'higher', matters: 0.02 },
  tailEnergyDb: { better: 'lower', matters: 3, goodEnough: -60 },
  ratioLeftDb: NEARER,
  ratioRightDb: NEARER,
  ratioCentreDb: NEARER,
  criticalLeftM: { ...NEARER, isRatio: true },
  criticalRightM: { ...NEARER, isRatio: true },
  criticalCentreM: { ...NEARER, isRatio: true },
  latencyMs: { better: 'lower', matters: 10 },
};

export interface ComparedFigure {
  readonly figure: StudyFigure;
  readonly ours: number | null;
  readonly theirs: number | null;
  /** Ours less theirs; `null` where either is missing. */
  readonly difference: number | null;
  /** `null` where they differ by less than what matters, or either is missing. */
  readonly better: 'ours' | 'theirs' | null;
}

/** Every figure that at least one of two designs has, side by side. */
export function compareFigures(ours: StudyFigures, theirs: StudyFigures): ComparedFigure[] {
  return (Object.keys(FIGURE_RULES) as StudyFigure[]).flatMap((figure): ComparedFigure[] => {
    const [a, b] = [ours[figure], theirs[figure]];
    if (a === null && b === null) return [];
    if (a === null || b === null) return [{ figure, ours: a, theirs: b, difference: null, better: null }];
    return [{ figure, ours: a, theirs: b, difference: a - b, better: betterOf(a, b, FIGURE_RULES[figure]) }];
  });
}

function betterOf(ours: number, theirs: number, rule: Rule): ComparedFigure['better'] {
  if (rule.isRatio === true) {
    const levels = { better: rule.better, matters: rule.matters };
    return betterOf(20 * Math.log10(ours), 20 * Math.log10(theirs), levels);
  }
  const sign = rule.better === 'higher' ? 1 : -1;
  const limit = rule.goodEnough === undefined ? Infinity : sign * rule.goodEnough;
  const gain = Math.min(limit, sign * ours) - Math.min(limit, sign * theirs);
  // The least difference counts, also where it is a rounding short of it.
  if (Math.abs(gain) < rule.matters * (1 - 1e-9)) return null;
  return gain > 0 ? 'ours' : 'theirs';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return rootMeanSquare(values.map((value) => value - middle));
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}
