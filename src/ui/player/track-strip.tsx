import { FolderOpen, Music2, Speech } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { selectLoading, selectSource, selectTrack, type TrackInfo } from '../../store/index.ts';
import { formatTime } from '../format.ts';
import { Button, Progress } from '../kit/index.ts';
import { OpenButton } from '../queue/open-button.tsx';
import { QueueButton } from '../queue/queue-button.tsx';
import { playerText } from '../text/index.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { cueAt } from './cues.ts';
import { DEMO_TRACKS, demoTrackOf } from './demo-tracks.ts';
import styles from './player.module.css';
import { useCues } from './use-cues.ts';
import { Waveform } from './waveform.tsx';

/** What plays: title, sources to choose from, waveform, time. */
export function TrackStrip({ queueId }: { readonly queueId: string }): ReactNode {
  const track = useSoundstage(selectTrack);
  const loading = useSoundstage(selectLoading);
  return (
    <div className={styles.strip}>
      <div className={styles.stripHead}>
        <div className={styles.titles}>
          <p className={styles.title} aria-live="polite">
            {loading ? playerText.loading(loading) : (track?.title ?? playerText.empty.title)}
          </p>
          <p className={styles.meta}>
            {metaOf(track, loading)}
            {!loading && <Place />}
          </p>
        </div>
        <Sources queueId={queueId} />
      </div>
      <div className={styles.wave}>
        {track ? <Waveform key={track.title} track={track} /> : <div className={styles.flat} />}
        {loading && (
          <div className={styles.loading}>
            <Progress label={playerText.loadingLabel} fraction={null} />
          </div>
        )}
      </div>
      <Clock durationSeconds={track?.durationSeconds} />
    </div>
  );
}

/** What is to be said of the track besides its title. */
function metaOf(track: TrackInfo | null, loading: string | null): string {
  if (loading) return track ? playerText.stays(track.title) : playerText.private;
  return track ? playerText.channels(track.channels) : playerText.empty.body;
}

/** Where the sound of the identification track is at this moment. The sound says it too: no news to a screen reader. */
function Place(): ReactNode {
  const cues = useCues(demoTrackOf(useSoundstage(selectSource))?.cuesUrl);
  const [label, setLabel] = useState<string | null>(null);
  usePlayhead((seconds) => setLabel(cueAt(cues, seconds)));
  return label !== null && <span className={styles.place}>{playerText.place(label)}</span>;
}

function Clock({ durationSeconds }: { readonly durationSeconds: number | undefined }): ReactNode {
  const now = useRef<HTMLSpanElement>(null);
  usePlayhead((seconds) => {
    const text = formatTime(seconds);
    if (now.current && now.current.textContent !== text) now.current.textContent = text;
  });
  return (
    // The slider says the same, in words.
    <p className={styles.clock} aria-hidden>
      <span ref={now} className={styles.now}>
        0:00
      </span>
      <span>{durationSeconds === undefined ? '–:––' : formatTime(durationSeconds)}</span>
    </p>
  );
}

/** Open files, or one of the tracks that come along; and what is in the queue. */
function Sources({ queueId }: { readonly queueId: string }): ReactNode {
  const { load, openFiles } = useActions();
  const current = demoTrackOf(useSoundstage(selectSource));
  return (
    <div className={styles.sources}>
      {DEMO_TRACKS.map((source, index) => (
        <Button
          key={source.url}
          size="small"
          variant="quiet"
          aria-pressed={source === current}
          onClick={() => void load(source)}
        >
          {index === 0 ? <Music2 size={15} aria-hidden /> : <Speech size={15} aria-hidden />}
          {source.title}
        </Button>
      ))}
      <QueueButton panelId={queueId} />
      <OpenButton label={playerText.open} onFiles={(files) => void openFiles(files, true)}>
        <FolderOpen size={15} aria-hidden />
      </OpenButton>
    </div>
  );
}
