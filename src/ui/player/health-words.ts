import type { EngineHealth } from '../../store/index.ts';
import { playerText } from '../text/index.ts';

export interface LatencyRow {
  readonly name: string;
  /** Milliseconds; null where the browser does not tell. */
  readonly value: string | null;
  readonly isSum: boolean;
}

/** The way from the track to the ear, part by part, and all of it. */
export function latencyRows({ algorithmSeconds, baseSeconds, outputSeconds }: EngineHealth): LatencyRow[] {
  const { health } = playerText;
  const milliseconds = (seconds: number | null) => (seconds === null ? null : (1000 * seconds).toFixed(1));
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

/** Whether the output ever ran dry. */
export function gapWords({ gaps }: EngineHealth): string {
  const { health } = playerText;
  if (gaps === null) return health.gapsUntold;
  const played = Math.floor(gaps.ofSeconds);
  if (gaps.count === 0) return health.noGaps(played);
  return health.gaps(gaps.count, (1000 * gaps.seconds).toFixed(0), played);
}
