import { FolderLock } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectAsksForLeave, selectNotKept, selectRemovedTracks } from '../../store/index.ts';
import { Button, Notice } from '../kit/index.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { focusQueue } from './focus-queue.ts';
import styles from './queue.module.css';

/** What became of the queue, and what can be done about it. */
export function QueueNews(): ReactNode {
  const { allowTracks, putBackTracks } = useActions();
  const asks = useSoundstage(selectAsksForLeave);
  const removed = useSoundstage(selectRemovedTracks);
  const notKept = useSoundstage(selectNotKept);
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
        <Notice
          severity="info"
          title={queueText.removed(removed.entries.length, removed.entries[0]!.title)}
          actions={
            <Button
              size="small"
              onClick={({ currentTarget }) => {
                focusQueue(currentTarget);
                void putBackTracks();
              }}
            >
              {queueText.putBack}
            </Button>
          }
        />
      )}
      {notKept && <p className={styles.keeping}>{queueText.keeping[notKept]}</p>}
    </div>
  );
}
