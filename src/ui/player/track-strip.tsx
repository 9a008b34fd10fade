import { FolderOpen, Music2, Speech } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { selectLive, selectLoading, selectSource, selectTrack, type TrackInfo } from '../../store/index.ts';
import { Button, Progress, Told } from '../kit/index.ts';
import { LiveMenu } from '../live/live-menu.tsx';
import { LiveMeta, LiveStrip } from '../live/live-strip.tsx';
import { OpenButton } from '../queue/open-button.tsx';
import { QueueButton } from '../queue/queue-button.tsx';
import { playerText } from '../text/index.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { cueAt } from './cues.ts';
import { DEMO_TRACKS, demoTrackOf } from './demo-tracks.ts';
import styles from './player.module.css';
import { useCues } from './use-cues.ts';
import { PositionClock } from '../waveform/position-clock.tsx';
import { useWaveView } from '../waveform/use-wave-view.ts';
import { WaveTools } from '../waveform/wave-tools.tsx';
import { Waveform } from '../waveform/waveform.tsx';

/** What plays: title, sources to choose from, waveform, time. */
export function TrackStrip({ queueId }: { readonly queueId: string }): ReactNode {
  const track = useSoundstage(selectTrack);
  const loading = useSoundstage(selectLoading);
  const { source } = useSoundstage(selectLive);
  const control = useWaveView(track?.durationSeconds ?? 0);
  return (
    <div className={styles.strip}>
      <div className={styles.stripHead}>
        <div className={styles.titles}>
          <Told className={styles.title} dir="auto">
            {source
              ? source.label
              : loading
                ? playerText.loading(loading)
                : (track?.title ?? playerText.empty.title)}
          </Told>
          <p className={styles.meta}>
            {source ? <LiveMeta source={source} /> : metaOf(track, loading)}
            {!loading && !source && <Place />}
          </p>
        </div>
        {track && !source && <WaveTools control={control} />}
        <Sources queueId={queueId} />
      </div>
      <div className={styles.wave} data-live={source !== null}>
        {source ? (
          <LiveStrip />
        ) : track ? (
          <Waveform track={track} control={control} />
        ) : (
          <div className={styles.flat} />
        )}
        {loading && (
          <div className={styles.loading}>
            <Progress label={playerText.loadingLabel} fraction={null} />
          </div>
        )}
      </div>
      {!source && <PositionClock durationSeconds={track?.durationSeconds} />}
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

/** Open files, or one of the tracks that come along; and what is in the queue. */
function Sources({ queueId }: { readonly queueId: string }): ReactNode {
  const { load, openFiles } = useActions();
  const isLive = useSoundstage(selectLive).source !== null;
  const demo = demoTrackOf(useSoundstage(selectSource));
  const current = isLive ? undefined : demo;
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
      <LiveMenu />
      <QueueButton panelId={queueId} />
      <OpenButton label={playerText.open} onFiles={(files) => void openFiles(files, true)}>
        <FolderOpen size={15} aria-hidden />
      </OpenButton>
    </div>
  );
}
