import { Headphones, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectDocument, selectListening } from '../../store/selectors.ts';
import { Button } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './own-pair-notice.module.css';
import { formatNumber } from '../format.ts';

const text = designerText.ownPair;

/** Says that the targets are designed for the listener's own pair, and leads to the device itself. */
export function OwnPairNotice(): ReactNode {
  const listening = useSoundstage(selectListening);
  const document = useSoundstage(selectDocument);
  const { setListening } = useActions();
  if (listening.kind !== 'loudspeakers') return null;
  const spacingCm = formatNumber(listening.spacingM * 100, 1);
  return (
    <div className={styles.notice}>
      <Info className={styles.icon} size={17} aria-hidden />
      <p className={styles.words}>
        <strong>{text.title(spacingCm)}</strong> {text.body(document.name)}
      </p>
      <Button size="small" onClick={() => setListening({ kind: 'headphones' })}>
        <Headphones size={15} aria-hidden />
        {text.action}
      </Button>
    </div>
  );
}
