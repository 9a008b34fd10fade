import { Disc3, Plus, Repeat as RepeatAll, Repeat1, Shuffle, Trash2, X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { selectQueueEntries, selectQueueOrder, type Repeat } from '../../store/index.ts';
import { formatTime } from '../format.ts';
import { Button, IconButton } from '../kit/index.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { focusQueue } from './focus-queue.ts';
import { OpenButton } from './open-button.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueNews } from './queue-news.tsx';
import styles from './queue.module.css';

const AFTER: Readonly<Record<Repeat, Repeat>> = { off: 'all', all: 'one', one: 'off' };

/** What is played, in which order, beside the page and not over it: the keys of the page go on working. */
export default function OpenQueue({ id }: { readonly id: string }): ReactNode {
  const { setQueueOpen } = useActions();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      // Back to where it was opened, unless the listener has gone elsewhere.
      const { activeElement } = document;
      const isFree = activeElement === null || activeElement === document.body;
      if (isFree && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section
      ref={panel}
      id={id}
      tabIndex={-1}
      data-queue
      aria-labelledby={titleId}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setQueueOpen(false);
      }}
    >
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={titleId}>{queueText.title}</h2>
          <Figures />
        </div>
        <Modes />
        <IconButton label={queueText.close} variant="quiet" size="small" onClick={() => setQueueOpen(false)}>
          <X size={17} aria-hidden />
        </IconButton>
      </header>
      <QueueNews />
      <QueueList />
      <Foot />
    </section>
  );
}

function Figures(): ReactNode {
  const entries = [...useSoundstage(selectQueueEntries).values()];
  if (entries.length === 0) return null;
  const seconds = entries.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? NaN), 0);
  const time = Number.isNaN(seconds) ? null : formatTime(seconds);
  return <p className={styles.figures}>{queueText.figures(entries.length, time)}</p>;
}

function Modes(): ReactNode {
  const { setShuffle, setRepeat } = useActions();
  const { shuffled, repeat } = useSoundstage(selectQueueOrder);
  const isShuffled = shuffled !== null;
  const Icon = repeat === 'one' ? Repeat1 : RepeatAll;
  const look = { variant: 'quiet', size: 'small' } as const;
  return (
    <>
      <IconButton
        {...look}
        label={queueText.shuffle}
        aria-pressed={isShuffled}
        onClick={() => setShuffle(!isShuffled)}
      >
        <Shuffle size={16} aria-hidden />
      </IconButton>
      <IconButton
        {...look}
        label={queueText.repeat[repeat]}
        data-state={repeat === 'off' ? 'closed' : 'open'}
        onClick={() => setRepeat(AFTER[repeat])}
      >
        <Icon size={16} aria-hidden />
      </IconButton>
    </>
  );
}

function Foot(): ReactNode {
  const { openFiles, removeTracks, sortByAlbum } = useActions();
  const { ids } = useSoundstage(selectQueueOrder);
  return (
    <footer className={styles.foot}>
      <OpenButton label={queueText.add} onFiles={(files) => void openFiles(files, false)}>
        <Plus size={15} aria-hidden />
      </OpenButton>
      <Button size="small" variant="quiet" disabled={ids.length < 2} onClick={sortByAlbum}>
        <Disc3 size={15} aria-hidden />
        {queueText.sort}
      </Button>
      <Button
        size="small"
        variant="quiet"
        disabled={ids.length === 0}
        onClick={({ currentTarget }) => {
          focusQueue(currentTarget);
          void removeTracks(ids);
        }}
      >
        <Trash2 size={15} aria-hidden />
        {queueText.clear}
      </Button>
    </footer>
  );
}
