import type { LimitedBand, LimitKind } from '../../store/index.ts';
import { decibels, frequency } from '../plots/units.ts';
import { inLanguage } from './language.ts';
import { formatExact, formatFixed } from '../format.ts';

/** Words for where and why a target does not decide what is reached. */
export const limitsText = inLanguage('limits', {
  list: 'Where the target does not decide',
  labels: {
    'control-band': 'band end',
    aliasing: 'aliasing',
    'one-direction': 'too alike',
    'effort-cap': 'effort cap',
    exhausted: 'at the limit',
    'below-natural': 'no effect',
  } satisfies Record<LimitKind, string>,
  reason: limitReason,
  sentences: limitSentences,
} as const);

/** What the target is of: the words for what is bright and dark, and for what there is without it. */
export interface LimitWords {
  /** "the ears are", "axis and nulls are". */
  readonly directions: string;
  /** "natural separation". */
  readonly naturalName: string;
}

/** "ka = 3.3, spatial aliasing" */
function limitReason(
  { kind, ka, spacingWavelengths, lowHz }: LimitedBand,
  maxEffortDb: number,
  words: LimitWords,
): string {
  const size = ka === null ? `d = ${formatFixed(spacingWavelengths, 2)} λ` : `ka = ${formatFixed(ka, 1)}`;
  const cap = `effort cap ${formatExact(maxEffortDb)} dB reached`;
  switch (kind) {
    case 'control-band':
      return lowHz < 1000 ? 'the control band ends below 150 Hz' : 'the control band ends above 16 kHz';
    case 'aliasing':
      return `${size}, spatial aliasing`;
    case 'one-direction':
      return `${words.directions} nearly alike to the drivers (${size}), ${cap}`;
    case 'effort-cap':
      return cap;
    case 'exhausted':
      return 'no filter of these drivers goes further';
    case 'below-natural':
      return `target below ${words.naturalName}: changes nothing`;
  }
}

const range = ({ lowHz, highHz }: LimitedBand): string => `${frequency(lowHz)} to ${frequency(highHz)}`;

/** Each band as a sentence; those in which nothing is missing share one. */
function limitSentences(limits: readonly LimitedBand[], maxEffortDb: number, words: LimitWords): string[] {
  const missed = limits.filter(({ kind }) => kind !== 'below-natural');
  const idle = limits.filter(({ kind }) => kind === 'below-natural');
  const sentences = missed.map(
    (band) =>
      `${range(band)}: ${limitReason(band, maxEffortDb, words)}; ${decibels(band.shortfallDb)} short at ${frequency(band.atHz)}.`,
  );
  const [first] = idle;
  if (first) sentences.push(`${idle.map(range).join(', ')}: ${limitReason(first, maxEffortDb, words)}.`);
  return sentences;
}
