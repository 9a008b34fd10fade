import type { ReactNode } from 'react';
import type { Driver } from '../../../store/arrays.ts';
import { arrayText as text } from '../../text/array.ts';
import { signalOf } from './array-frame.ts';
import styles from './band-strip.module.css';

const LOWEST_HZ = 20;
const HIGHEST_HZ = 20_000;
const TICKS_HZ = [100, 1000, 10_000] as const;
const TICK_WORDS = { 100: '100 Hz', 1000: '1 kHz', 10_000: '10 kHz' } as const;

/** Share of the way from the lowest to the highest frequency, on a log axis. */
export function shareOf(frequencyHz: number): number {
  const share = Math.log(frequencyHz / LOWEST_HZ) / Math.log(HIGHEST_HZ / LOWEST_HZ);
  return Math.min(1, Math.max(0, share));
}

/** Who plays what, over frequency; nothing where all play all. */
export function BandStrip({ drivers }: { readonly drivers: readonly Driver[] }): ReactNode {
  if (drivers.every(({ bandHz }) => bandHz === undefined)) return null;
  return (
    <section aria-label={text.bands.label} className={styles.strip}>
      <h3 className={styles.title}>{text.bands.label}</h3>
      <ol className={styles.rows}>
        {drivers.map(({ id, bandHz, positionM }) => {
          const [low, high] = bandHz ?? [LOWEST_HZ, HIGHEST_HZ];
          const [from, to] = [100 * shareOf(low), 100 * shareOf(high)];
          return (
            <li key={id} className={styles.row}>
              <span className={styles.id}>{id}</span>
              <span className={styles.track} aria-hidden>
                {TICKS_HZ.map((tick) => (
                  <span key={tick} className={styles.tick} style={{ left: `${100 * shareOf(tick)}%` }} />
                ))}
                <span
                  className={styles.band}
                  data-side={signalOf(positionM)}
                  style={{ left: `${from}%`, width: `${Math.max(0.5, to - from)}%` }}
                />
              </span>
              <span className={styles.words}>{bandHz ? text.band(bandHz) : text.wholeBand}</span>
            </li>
          );
        })}
      </ol>
      <div className={styles.row} aria-hidden>
        <span />
        <span className={styles.axis}>
          {TICKS_HZ.map((tick) => (
            <span key={tick} style={{ left: `${100 * shareOf(tick)}%` }}>
              {TICK_WORDS[tick]}
            </span>
          ))}
        </span>
        <span />
      </div>
    </section>
  );
}
