import { FolderLock } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import {
  selectAsksForLeave,
  selectNotKept,
  selectOtherTabs,
  selectRemovedTracks,
  selectSortedTracks,
} from '../../store/index.ts';
import { Button, Notice } from '../kit/index.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { focusQueue } from './focus-queue.ts';
import styles from './queue.module.css';
import { queueNewsText } from '../text/queue-news.ts';

/** What became of the queue, and what can be done about it. */
export function QueueNews(): ReactNode {
  const { allowTracks, putBackTracks, putBackOrder } = useActions();
  const asks = useSoundstage(selectAsksForLeave);
  const removed = useSoundstage(selectRemovedTracks);
  const sorted = useSoundstage(selectSortedTracks);
  const notKept = useSoundstage(selectNotKept);
  const others = useSoundstage(selectOtherTabs);
  return (
    <div role="status" className={styles.news}>
      {asks && (
        <Notice
          severity="info"
          title={queueText.ask.title}
          actions={
            <Button size="small" variant="primary" onClick={() => void allowTracks()}>
              <FolderLock size={15} aria-hidden />
              {queueText.allow}
            </Button>
          }
        >
          {queueText.ask.body}
        </Notice>
      )}
      {removed && (
        <WayBack
          words={queueText.removed(removed.entries.length, removed.entries[0]!.title)}
          label={queueText.putBack}
          onBack={() => void putBackTracks()}
        />
      )}
      {sorted && (
        <WayBack
          words={queueText.sorted(sorted.withoutAlbum)}
          label={queueText.orderBefore}
          onBack={putBackOrder}
        />
      )}
      {others > 0 && <p className={styles.keeping}>{queueNewsText.shared(others)}</p>}
      {notKept && <p className={styles.keeping}>{queueNewsText.keeping[notKept]}</p>}
    </div>
  );
}

/** What was done to the queue, until it is taken back. */
function WayBack(props: {
  readonly words: string;
  readonly label: string;
  readonly onBack: () => void;
}): ReactNode {
  const onClick = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    focusQueue(currentTarget);
    props.onBack();
  };
  return (
    <Notice
      severity="info"
      title={props.words}
      actions={
        <Button size="small" onClick={onClick}>
          {props.label}
        </Button>
      }
    />
  );
}
