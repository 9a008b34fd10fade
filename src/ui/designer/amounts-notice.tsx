import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectAmounts } from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { changedWords } from '../listening/amount-words.ts';
import { amountsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './own-pair-notice.module.css';

/** Says that what is drawn has the listener's amounts in it, and leads back to the design as it is. */
export function AmountsNotice(): ReactNode {
  const { resetAmounts } = useActions();
  const changed = changedWords(useSoundstage(selectAmounts));
  if (changed === null) return null;
  return (
    <div className={styles.notice}>
      <Info className={styles.icon} size={17} aria-hidden />
      <p className={styles.words}>
        <strong>{amountsText.notice.title}</strong> {amountsText.notice.body(changed)}
      </p>
      <Button size="small" onClick={resetAmounts}>
        {amountsText.reset}
      </Button>
    </div>
  );
}
