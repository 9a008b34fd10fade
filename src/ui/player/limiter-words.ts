import { playerText } from '../text/index.ts';
import { formatFixed } from '../format.ts';

/** Less than this the limiter does without being heard. */
const SHOWN_DB = 0.05;

export function isLimiting(reductionDb: number): boolean {
  return reductionDb > SHOWN_DB;
}

export function limiterWords(reductionDb: number): string {
  return isLimiting(reductionDb)
    ? playerText.limiter.active(formatFixed(reductionDb, 1))
    : playerText.limiter.idle;
}
