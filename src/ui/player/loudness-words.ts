import type { LoudnessMatch } from '../../store/index.ts';
import { formatSignedDb } from '../format.ts';
import { playerText } from '../text/index.ts';

/** Differences below this are none, LU: the match is held to a tenth. */
const EQUAL_LU = 0.05;

/** What the loudness switch says of both sides, matched or as they are. */
export function loudnessWords(match: LoudnessMatch, matched: boolean): string {
  const { originalLufs, spatialLufs, originalGainDb, spatialGainDb } = match;
  if (!Number.isFinite(originalLufs) || !Number.isFinite(spatialLufs)) return playerText.match.silent;
  if (matched) {
    return playerText.match.on(formatSignedDb(originalGainDb), formatSignedDb(spatialGainDb));
  }
  const difference = spatialLufs - originalLufs;
  if (Math.abs(difference) < EQUAL_LU) return playerText.match.offEqual;
  const louder = difference > 0 ? 'B' : 'A';
  return playerText.match.off(louder, Math.abs(difference).toFixed(1));
}
