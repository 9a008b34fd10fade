import { FolderOpen, GripVertical, Music, TriangleAlert, Volume2, X } from 'lucide-react';
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  type ComponentProps,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { selectTrackOf, type QueueEntry } from '../../store/index.ts';
import { formatTime } from '../format.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { OpenButton } from './open-button.tsx';
import styles from './queue.module.css';
import { queueNewsText } from '../text/queue-news.ts';
import { reasonWords } from '../text/refusals.ts';

export type RowKey = 'up' | 'down' | 'previous' | 'next' | 'first' | 'last' | 'remove';

interface RowProps {
  readonly id: string;
  readonly isCurrent: boolean;
  /** Tab comes to it. */
  readonly isStop: boolean;
  readonly isDragged: boolean;
  /** On which side what is dragged would come. */
  readonly drop: 'above' | 'below' | null;
  readonly onReach: (id: string) => void;
  readonly onGrip: (id: string, event: PointerEvent) => void;
  readonly onKey: (id: string, key: RowKey, title: string) => void;
}

/** A track in the queue: pressed, it plays. Renders again only when something of its own has changed. */
export const QueueRow = memo(function QueueRow(props: RowProps): ReactNode {
  const entry = useSoundstage(useMemo(() => selectTrackOf(props.id), [props.id]));
  return entry && <Row {...props} entry={entry} />;
});

function Row(props: RowProps & { readonly entry: QueueEntry }): ReactNode {
  const { entry, id, isCurrent, isStop } = props;
  const { playTrack, replaceFile } = useActions();
  const { title, artist, problem } = entry;
  const tabIndex = isStop ? 0 : -1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    props.onKey(id, key, title);
  };
  return (
    <li
      data-id={id}
      data-current={isCurrent}
      data-dragged={props.isDragged}
      data-drop={props.drop}
      className={styles.row}
      onKeyDown={onKeyDown}
      onFocus={() => props.onReach(id)}
    >
      <button
        type="button"
        className={styles.play}
        tabIndex={tabIndex}
        aria-label={queueText.play(title, artist)}
        aria-current={isCurrent}
        onClick={() => void playTrack(id)}
      >
        <Cover cover={entry.cover} isCurrent={isCurrent} hasProblem={problem !== null} />
        <span className={styles.names}>
          <span className={styles.name} dir="auto">
            {title}
          </span>
          <span className={styles.about} data-problem={problem !== null}>
            {problem ? problemWords(problem) : aboutOf(entry)}
          </span>
        </span>
        <span className={styles.time}>
          {entry.durationSeconds === null ? queueText.unknownTime : formatTime(entry.durationSeconds)}
        </span>
      </button>
      {problem && problem.code !== 'ask' && (
        <OpenButton
          label=""
          multiple={false}
          look={{ variant: 'quiet', className: styles.tool, 'aria-label': queueText.openAgainFor(title) }}
          onFiles={([given]) => given && void replaceFile(id, given)}
        >
          <FolderOpen size={15} aria-hidden />
        </OpenButton>
      )}
      <Tool
        tabIndex={tabIndex}
        label={queueText.move(title)}
        title={queueText.moveHint}
        data-grip
        onPointerDown={(event) => props.onGrip(id, event)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          event.stopPropagation();
          props.onKey(id, event.key === 'ArrowUp' ? 'up' : 'down', title);
        }}
      >
        <GripVertical size={16} aria-hidden />
      </Tool>
      <Tool
        tabIndex={tabIndex}
        label={queueText.remove(title)}
        onClick={() => props.onKey(id, 'remove', title)}
      >
        <X size={16} aria-hidden />
      </Tool>
    </li>
  );
}

/** A small button at the row's end. */
function Tool({ label, ...props }: ComponentProps<'button'> & { readonly label: string }): ReactNode {
  return <button type="button" className={styles.tool} aria-label={label} {...props} />;
}

function Cover(props: {
  readonly cover: Blob | null;
  readonly isCurrent: boolean;
  readonly hasProblem: boolean;
}): ReactNode {
  return (
    <span className={styles.cover} aria-hidden>
      {props.cover && <Picture picture={props.cover} />}
      {props.hasProblem ? (
        <TriangleAlert size={17} />
      ) : props.isCurrent ? (
        <Volume2 size={17} />
      ) : (
        props.cover === null && <Music size={17} />
      )}
    </span>
  );
}

/** A picture that has an address while it is shown. */
function Picture({ picture }: { readonly picture: Blob }): ReactNode {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(picture);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return <img ref={image} alt="" />;
}

function aboutOf({ artist, album, albumArtist, keeping }: QueueEntry): string {
  const kept = keeping === 'none' ? queueText.notKept : null;
  const isOthers = albumArtist !== null && albumArtist !== artist;
  const from = album !== null && isOthers ? queueText.albumBy(album, albumArtist) : album;
  return [artist, from, kept].filter((words) => words !== null).join(' · ');
}

function problemWords({ code, detail }: NonNullable<QueueEntry['problem']>): string {
  // A kind by its name needs no words around it.
  const words = detail === '' || code === 'unsupported' ? String(detail) : reasonWords(detail);
  return queueNewsText.problem(queueNewsText.problems[code] ?? code, words);
}

function keyOf({ key, altKey }: KeyboardEvent): RowKey | null {
  switch (key) {
    case 'ArrowUp':
      return altKey ? 'up' : 'previous';
    case 'ArrowDown':
      return altKey ? 'down' : 'next';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'Delete':
      return 'remove';
    default:
      return null;
  }
}
