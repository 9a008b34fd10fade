import { ListMusic } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { selectCurrentTrackId, selectQueueOrder } from '../../store/index.ts';
import { EmptyState, VisuallyHidden } from '../kit/index.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { focusQueue } from './focus-queue.ts';
import { QueueRow, type RowKey } from './queue-row.tsx';
import styles from './queue.module.css';
import { useGrowing } from './use-growing.ts';
import { useRowDrag } from './use-row-drag.ts';

/** The tracks as they are listed: one tab stop, arrow keys between them, Alt with an arrow moves, Delete removes. */
export function QueueList(): ReactNode {
  const { ids } = useSoundstage(selectQueueOrder);
  const currentId = useSoundstage(selectCurrentTrackId);
  const { moveTrack, removeTracks } = useActions();
  const list = useRef<HTMLOListElement>(null);
  const [reachedId, setReachedId] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const drag = useRowDrag(list, moveTrack);
  const { shown, showAll } = useGrowing(ids.length);
  // For what rows call: it stays the same, or all of them would be drawn again.
  const latest = useRef({ ids, showAll });
  useEffect(() => {
    latest.current = { ids, showAll };
  });
  const onKey = useCallback(
    (id: string, key: RowKey, title: string) => {
      const { length } = latest.current.ids;
      const place = latest.current.ids.indexOf(id);
      const target = Math.min(length - 1, Math.max(0, placesOf(place, length - 1)[key]));
      const focusTarget = (): void => {
        const there = list.current?.children;
        if (there && target >= there.length) flushSync(() => latest.current.showAll());
        there?.[Math.min(target, there.length - 1)]?.querySelector('button')?.focus();
      };
      const isMove = key === 'up' || key === 'down';
      if (!isMove && key !== 'remove') return focusTarget();
      if (isMove) {
        moveTrack(id, target);
        setNews(queueText.moved(title, target + 1, length));
      } else {
        focusQueue(list.current);
        void removeTracks([id]);
      }
      // Once the list is as it is to be.
      requestAnimationFrame(focusTarget);
    },
    [moveTrack, removeTracks],
  );
  if (ids.length === 0)
    return (
      <div className={styles.empty}>
        <EmptyState
          icon={<ListMusic size={32} strokeWidth={1.5} aria-hidden />}
          title={queueText.empty}
          hint={queueText.emptyHint}
        />
      </div>
    );
  // The one that Tab comes to.
  const shownIds = ids.slice(0, shown);
  const stopId = [reachedId, currentId].find((id) => id !== null && shownIds.includes(id)) ?? ids[0]!;

  return (
    <>
      <ol
        ref={list}
        className={styles.list}
        style={{ '--missing': ids.length - shown } as CSSProperties}
        aria-label={queueText.list}
        aria-busy={shown < ids.length}
      >
        {shownIds.map((id, place) => (
          <QueueRow
            key={id}
            id={id}
            isCurrent={id === currentId}
            isStop={id === stopId}
            drop={drag.dropAt === null || drag.draggedId === id ? null : drag.sideOf(place, ids)}
            isDragged={drag.draggedId === id}
            onReach={setReachedId}
            onGrip={drag.begin}
            onKey={onKey}
          />
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{news}</span>
      </VisuallyHidden>
    </>
  );
}

/** Where a key leads from a place. */
function placesOf(place: number, last: number): Readonly<Record<RowKey, number>> {
  const [before, after] = [place - 1, place + 1];
  return { up: before, previous: before, down: after, next: after, first: 0, last, remove: place };
}
