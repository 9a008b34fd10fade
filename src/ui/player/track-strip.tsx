import { FolderOpen, Music2, Speech } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { selectLoading, selectSource, selectTrack, type TrackInfo } from '../../store/index.ts';
import { formatTime } from '../format.ts';
import { Button, Progress } from '../kit/index.ts';
import { playerText } from '../text/index.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { cueAt } from './cues.ts';
import { DEMO_TRACKS, demoTrackOf } from './demo-tracks.ts';
import styles from './player.module.css';
import { useCues } from './use-cues.ts';
import { Waveform } from './waveform.tsx';

/** What plays: title, sources to choose from, waveform, time. */
export function TrackStrip(): ReactNode {
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
        <Sources />
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

/** Open a file, or one of the tracks that come along. */
function Sources(): ReactNode {
  const { load } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const current = demoTrackOf(useSoundstage(selectSource));
  return (
    <div className={styles.sources}>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept="audio/*,.wav,.mp3,.flac,.ogg,.opus,.webm,.m4a,.aac"
        aria-label={playerText.open}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void load({ kind: 'file', file });
          // The same file chosen again is a change again.
          event.target.value = '';
        }}
      />
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
      <Button size="small" onClick={() => input.current?.click()}>
        <FolderOpen size={15} aria-hidden />
        {playerText.open}
      </Button>
    </div>
  );
}
