import type { EngineHealth } from '../../store/index.ts';
import { healthText } from '../text/health.ts';
import { formatFixed } from '../format.ts';

export interface LatencyRow {
  readonly name: string;
  /** Milliseconds; null where the browser does not tell. */
  readonly value: string | null;
  readonly isSum: boolean;
}

/** The way from the track to the ear, part by part, and all of it. */
export function latencyRows({ algorithmSeconds, baseSeconds, outputSeconds }: EngineHealth): LatencyRow[] {
  const health = healthText;
  const milliseconds = (seconds: number | null) => (seconds === null ? null : formatFixed(1000 * seconds, 1));
  const part = (name: string, seconds: number | null) => ({
    name,
    value: milliseconds(seconds),
    isSum: false,
  });
  const sum = algorithmSeconds + baseSeconds + (outputSeconds ?? 0);
  return [
    part(health.algorithm, algorithmSeconds),
    part(health.base, baseSeconds),
    part(health.output, outputSeconds),
    { name: outputSeconds === null ? health.atLeast : health.sum, value: milliseconds(sum), isSum: true },
  ];
}

export interface LoadRow {
  readonly name: string;
  /** Percent of the time in which the sound plays. */
  readonly mean: string;
  /** The longest call, percent of a render quantum; null for the sum. */
  readonly longest: string | null;
  readonly isSum: boolean;
}

/** What each processor takes, and all of them; none while nothing is known. */
export function loadRows({ load }: EngineHealth): LoadRow[] {
  if (load === null || load.length === 0) return [];
  const { parts, sum } = healthText.load;
  const percent = (share: number) => formatFixed(100 * share, 1);
  const rows = load.map(({ part, share, longestShare }) => ({
    name: parts[part],
    mean: percent(share),
    longest: percent(longestShare),
    isSum: false,
  }));
  const all = load.reduce((total, { share }) => total + share, 0);
  return [...rows, { name: sum, mean: percent(all), longest: null, isSum: true }];
}

/** Whether the output ever ran dry. */
export function gapWords({ gaps }: EngineHealth): string {
  const health = healthText;
  if (gaps === null) return health.gapsUntold;
  const played = Math.floor(gaps.ofSeconds);
  if (gaps.count === 0) return health.noGaps(played);
  return health.gaps(gaps.count, formatFixed(1000 * gaps.seconds, 0), played);
}
