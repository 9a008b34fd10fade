import { Ruler } from 'lucide-react';
import type { ReactNode } from 'react';
import { requiredMeasurements } from '../../../store/index.ts';
import { selectView } from '../../../store/selectors.ts';
import { measuredText } from '../../text/measured.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import styles from '../own-pair-notice.module.css';

const text = measuredText.notice;

/** Says what of the design that is shown was measured. */
export function MeasuredNotice(): ReactNode {
  const view = useSoundstage(selectView);
  return (view ? requiredMeasurements(view.document) : []).map(({ kind, name }) => (
    <div key={kind} className={styles.notice}>
      <Ruler className={styles.icon} size={17} aria-hidden />
      <p className={styles.words}>
        <strong>{text[kind](name)}</strong> {kind === 'plant' && text.plantBody}
      </p>
    </div>
  ));
}
