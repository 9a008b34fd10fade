import { Volume2, VolumeX } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import {
  selectLimiterReductionDb,
  selectLoudness,
  selectMatchLoudness,
  selectTrack,
  selectVolumeDb,
} from '../../store/index.ts';
import { Figure, formatNumber, Slider, Switch } from '../kit/index.ts';
import { playerText } from '../text/index.ts';
import { useLevels } from '../use-levels.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { Latency } from './health.tsx';
import { loudnessWords } from './loudness-words.ts';
import styles from './player.module.css';

const VOLUME = { min: -60, max: 0, step: 0.5 } as const;
/** Less than this the limiter does without being heard. */
const LIMITER_SHOWN_DB = 0.05;

/** Volume in dB, with the level of both outputs beside it. */
export function Volume(): ReactNode {
  const { setVolumeDb } = useActions();
  const volumeDb = useSoundstage(selectVolumeDb);
  const muted = volumeDb <= VOLUME.min;
  const unit = muted ? {} : { unit: 'dB' };
  const figure = (value: number): string => (muted ? playerText.muted : formatNumber(value, 1));
  const Icon = muted ? VolumeX : Volume2;
  return (
    <div className={styles.volume}>
      <Icon size={18} aria-hidden />
      <div className={styles.volumeSlider}>
        <Slider
          {...VOLUME}
          hideLabel
          label={playerText.volume}
          value={volumeDb}
          {...unit}
          format={figure}
          onChange={setVolumeDb}
        />
        <Meter />
      </div>
      <span className={styles.volumeFigure}>
        <Figure value={figure(volumeDb)} {...unit} />
      </span>
    </div>
  );
}

/** Two bars, one per output; the same is heard, so it is no news to a screen reader. */
function Meter(): ReactNode {
  const meter = useRef<HTMLDivElement>(null);
  useLevels((left, right) => {
    meter.current?.style.setProperty('--left', left.toFixed(3));
    meter.current?.style.setProperty('--right', right.toFixed(3));
  });
  return (
    <div ref={meter} className={styles.meter} aria-hidden>
      <span className={styles.meterLeft} />
      <span className={styles.meterRight} />
    </div>
  );
}

/** Equal loudness, with its figures: what makes the comparison fair. */
export function LoudnessSwitch(): ReactNode {
  const { setMatchLoudness } = useActions();
  const matched = useSoundstage(selectMatchLoudness);
  const loudness = useSoundstage(selectLoudness);
  const track = useSoundstage(selectTrack);
  const noteId = useId();
  const words = loudness
    ? loudnessWords(loudness, matched)
    : track
      ? playerText.match.pending
      : playerText.match.none;
  return (
    <div className={styles.match}>
      <Switch
        label={playerText.match.label}
        checked={matched}
        onChange={setMatchLoudness}
        describedBy={noteId}
      />
      <p id={noteId} className={styles.note}>
        {words}
      </p>
    </div>
  );
}

/** What the path does to the sound besides the filters, and how late it is. */
export function Lights(): ReactNode {
  return (
    <div className={styles.lights}>
      <LimiterLight />
      <Latency />
    </div>
  );
}

function LimiterLight(): ReactNode {
  const reductionDb = useSoundstage(selectLimiterReductionDb);
  const active = reductionDb > LIMITER_SHOWN_DB;
  return (
    <p className={styles.light} data-active={active}>
      <span className={styles.lamp} aria-hidden />
      {active ? playerText.limiter.active(reductionDb.toFixed(1)) : playerText.limiter.idle}
    </p>
  );
}
