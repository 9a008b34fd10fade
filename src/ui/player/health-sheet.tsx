import { useEffect, useId, useState, type ReactNode } from 'react';
import type { EngineHealth } from '../../store/index.ts';
import { Figure } from '../kit/index.ts';
import { healthText } from '../text/health.ts';
import { useEngine } from '../use-soundstage.tsx';
import { gapWords, latencyRows, loadRows } from './health-words.ts';
import { Rehearsal } from './rehearsal.tsx';
import styles from './health.module.css';

const REFRESH_MS = 500;

/** Where the latency comes from, whether what plays was ever interrupted, and what the machine does and could do for it. */
export default function HealthSheet(): ReactNode {
  const engine = useEngine();
  const [health, setHealth] = useState<EngineHealth>(() => engine.readHealth());
  useEffect(() => {
    const timer = setInterval(() => setHealth(engine.readHealth()), REFRESH_MS);
    return () => clearInterval(timer);
  }, [engine]);
  return (
    <>
      <dl className={styles.rows}>
        {latencyRows(health).map(({ name, value, isSum }) => (
          <div key={name} data-sum={isSum}>
            <dt>{name}</dt>
            <dd>{value === null ? healthText.untold : <Figure value={value} unit="ms" />}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.gaps} data-gaps={health.gaps !== null && health.gaps.count > 0}>
        {gapWords(health)}
      </p>
      <Load health={health} />
      <Rehearsal />
    </>
  );
}

function Load({ health }: { readonly health: EngineHealth }): ReactNode {
  const words = healthText.load;
  const titleId = useId();
  const rows = loadRows(health);
  return (
    <section aria-labelledby={titleId} className={styles.load}>
      <h3 id={titleId}>{words.title}</h3>
      {rows.length === 0 ? (
        <p>{health.load === null ? words.untold : words.pending}</p>
      ) : (
        <table className={styles.table}>
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.mean}</th>
              <th scope="col">{words.longest}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, mean, longest, isSum }) => (
              <tr key={name} data-sum={isSum}>
                <th scope="row">{name}</th>
                <td>
                  <Figure value={mean} unit="%" />
                </td>
                <td>{longest !== null && <Figure value={longest} unit="%" />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
