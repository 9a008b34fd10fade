import { SLOTS, type LoudnessMatch, type LoudnessOf, type Slot } from '../../store/index.ts';
import { formatFixed, formatSignedDb } from '../format.ts';
import { playerText } from '../text/index.ts';

/** Differences below this are none, LU: the match is held to a tenth. */
const EQUAL_LU = 0.05;

/** What the loudness switch says of what can be compared, matched or as it is. @param of what that was measured on */
export function loudnessWords(match: LoudnessMatch, matched: boolean, of: LoudnessOf): string {
  const words = figuresOf(match, matched);
  if (of === 'track') return words;
  const { live, estimated } = playerText.match;
  return of === 'live' ? live(words, formatFixed(match.measuredSeconds, 0)) : estimated(words);
}

function figuresOf({ gainDb, lufs }: LoudnessMatch, matched: boolean): string {
  const slots = SLOTS.filter((slot) => lufs[slot] !== undefined);
  const loudness = (slot: Slot) => lufs[slot]!;
  if (!slots.every((slot) => Number.isFinite(loudness(slot)))) return playerText.match.silent;
  if (matched) {
    return playerText.match.on(
      slots.map((slot) => ({ letter: slot, gainDb: formatSignedDb(gainDb[slot]!) })),
    );
  }
  const byLoudness = [...slots].sort((a, b) => loudness(a) - loudness(b));
  const [quietest, loudest] = [byLoudness[0]!, byLoudness.at(-1)!];
  const difference = loudness(loudest) - loudness(quietest);
  if (difference < EQUAL_LU) return playerText.match.offEqual;
  return playerText.match.off(loudest, quietest, formatFixed(difference, 1));
}
