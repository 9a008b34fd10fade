import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { selectMetersOpen } from '../../store/index.ts';
import { classNames } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { metersText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './meters.module.css';

const Instruments = later(() => import('./instruments.tsx'));
const Summary = later(() => import('./summary.tsx'));

/** What is measured of the sound that is played, folded until one wants to see it; folded it measures and draws nothing. */
export function MetersPanel({ className }: { readonly className?: string | undefined }): ReactNode {
  const open = useSoundstage(selectMetersOpen);
  const { setMetersOpen } = useActions();
  const bodyId = useId();
  return (
    <section className={classNames(styles.panel, className)} aria-label={metersText.title}>
      <header className={styles.head}>
        <h2>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setMetersOpen(!open)}
          >
            <ChevronDown size={16} aria-hidden />
            {metersText.title}
          </button>
        </h2>
        {open ? <Summary /> : <p className={styles.hint}>{metersText.hint}</p>}
      </header>
      <div id={bodyId} hidden={!open}>
        {open && <Instruments />}
      </div>
    </section>
  );
}
