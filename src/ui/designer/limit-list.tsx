import type { ReactNode } from 'react';
import type { LimitedBand } from '../../store/index.ts';
import type { ShadedBand } from '../plots/ratio-bands.ts';
import { limitsText, type LimitWords } from '../text/limits.ts';
import styles from './limit-list.module.css';

/** Bands as a plot shades them. */
export function shadedBands(
  limits: readonly LimitedBand[],
  maxEffortDb: number,
  words: LimitWords,
): ShadedBand[] {
  return limits.map((band) => ({
    lowHz: band.lowHz,
    highHz: band.highHz,
    isMissed: band.kind !== 'below-natural',
    label: limitsText.labels[band.kind],
    reason: limitsText.reason(band, maxEffortDb, words),
  }));
}

/** The shaded bands of a plot in words. */
export function LimitList(props: {
  readonly limits: readonly LimitedBand[];
  /** None without a target. */
  readonly maxEffortDb: number | undefined;
  readonly words: LimitWords;
}): ReactNode {
  const { limits, maxEffortDb, words } = props;
  const sentences = maxEffortDb === undefined ? [] : limitsText.sentences(limits, maxEffortDb, words);
  if (sentences.length === 0) return null;
  return (
    <details className={styles.limits} open>
      <summary>{limitsText.list}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
