import { useId, type ReactNode } from 'react';
import { selectRehearsal, type LoadVerdict, type Rehearsal as Result } from '../../store/index.ts';
import { Button, Figure, Progress } from '../kit/index.ts';
import { rehearsalText } from '../text/index.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import { kilohertz, loadTable, measuredWords, roomWords, verdictWords } from './rehearsal-words.ts';
import styles from './health.module.css';

/** What this machine can carry: measured on request, told in words. */
export function Rehearsal(): ReactNode {
  const { rehearse, cancelRehearsal } = useActions();
  const { sampleRateHz } = useEngine();
  const { progress, result, failure, verdict } = useSoundstage(selectRehearsal);
  const titleId = useId();
  const isRunning = progress !== null;
  return (
    <section aria-labelledby={titleId} className={styles.load}>
      <h3 id={titleId}>{rehearsalText.title}</h3>
      <div aria-live="polite">
        {isRunning ? (
          <p>{rehearsalText.running}</p>
        ) : failure !== null ? (
          <p className={styles.warning}>{rehearsalText.failed(failure)}</p>
        ) : result !== null && verdict !== null ? (
          <Verdict verdict={verdict} result={result} />
        ) : result !== null && result.sampleRateHz !== sampleRateHz ? (
          <p>{rehearsalText.otherRate(kilohertz(result.sampleRateHz), kilohertz(sampleRateHz))}</p>
        ) : (
          <p>{rehearsalText.before}</p>
        )}
      </div>
      {isRunning && <Progress label={rehearsalText.progress} fraction={progress} />}
      {/* One button, so that the focus stays where it is. */}
      <Button
        size="small"
        className={styles.rehearse}
        onClick={isRunning ? cancelRehearsal : () => void rehearse()}
      >
        {isRunning
          ? rehearsalText.cancel
          : result !== null && failure === null
            ? rehearsalText.again
            : rehearsalText.start}
      </Button>
    </section>
  );
}

function Verdict({ verdict, result }: { readonly verdict: LoadVerdict; readonly result: Result }): ReactNode {
  return (
    <>
      <p className={styles.verdict}>{verdictWords(verdict)}</p>
      <table className={styles.table}>
        <caption>{rehearsalText.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rehearsalText.design}</th>
            <td />
            <th scope="col">{rehearsalText.share}</th>
          </tr>
        </thead>
        <tbody>
          {loadTable(verdict).map(({ name, taps, load, isTooMuch }) => (
            <tr key={name} className={isTooMuch ? styles.warning : undefined}>
              <th scope="row">{name}</th>
              <td>{taps}</td>
              <td>
                {isTooMuch && `${rehearsalText.tooMuch}: `}
                <Figure value={load} unit="%" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.room}>{roomWords(verdict)}</p>
      <p>{measuredWords(result)}</p>
    </>
  );
}
