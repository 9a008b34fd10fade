import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectStudies } from '../../../store/selectors.ts';
import { EmptyState, Notice } from '../../kit/index.ts';
import { compareText as text } from '../../text/compare.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import { useStudies } from '../../use-studies.ts';
import { DrawingPlace } from '../plot/drawing-place.tsx';
import styles from './compare.module.css';
import { ComparedPicture } from './compared-picture.tsx';
import { FiguresTable } from './figures-table.tsx';
import { OtherChoice } from './other-choice.tsx';
import { reasonWords } from '../../text/refusals.ts';

/** The design that is worked on beside another: their figures, their curves, their maps. */
export function CompareTab(): ReactNode {
  useStudies();
  const { other, ours, theirs, progress, failure } = useSoundstage(selectStudies);
  return (
    <div className={styles.compare}>
      <OtherChoice />
      {failure && (
        <Notice severity="error" title={text.refused}>
          {reasonWords(failure.said)}
        </Notice>
      )}
      {other === null ? (
        <EmptyState
          icon={<Scale size={32} strokeWidth={1.5} aria-hidden />}
          title={text.empty}
          hint={text.emptyHint}
        />
      ) : (
        <DrawingPlace label={text.studying} progress={progress} waiting={text.waiting}>
          {ours && theirs && (
            <>
              <FiguresTable ours={ours} theirs={theirs} />
              <ComparedPicture ours={ours} theirs={theirs} />
              <p className={styles.note}>{text.onOwnDevices}</p>
            </>
          )}
        </DrawingPlace>
      )}
    </div>
  );
}
