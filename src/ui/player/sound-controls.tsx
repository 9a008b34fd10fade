import { Volume2, VolumeX } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import {
  selectLoudness,
  selectLoudnessOf,
  selectMatchLoudness,
  selectTrack,
  selectVolumeDb,
} from '../../store/index.ts';
import { Figure, Help, Slider, Switch } from '../kit/index.ts';
import { Pace, READABLE_SECONDS } from '../pace.ts';
import { helpText, playerText } from '../text/index.ts';
import { useLevels, useMeters } from '../use-meters.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { Latency } from './health.tsx';
import { isLimiting, limiterWords } from './limiter-words.ts';
import { loudnessWords } from './loudness-words.ts';
import styles from './player.module.css';
import { formatNumber } from '../format.ts';

const VOLUME = { min: -60, max: 0, step: 0.5 } as const;

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
      <Help {...helpText.volume} />
    </div>
  );
}

/** Two bars, one per output, or of many the loudest; the same is heard, so it is no news to a screen reader. Stretched, since nothing is painted then. */
function Meter(): ReactNode {
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const isOther = useRef(false);
  useLevels((leftLevel, rightLevel, areSides) => {
    if (!root.current || !left.current || !right.current) return;
    // Each change takes the whole page through the browser's drawing: the bars move thirty times a second, which is seen as well.
    isOther.current = !isOther.current;
    if (isOther.current && leftLevel + rightLevel > 0) return;
    const sides = String(areSides);
    if (root.current.dataset.sides !== sides) root.current.dataset.sides = sides;
    stretch(left.current, leftLevel);
    stretch(right.current, rightLevel);
  });
  return (
    <div ref={root} className={styles.meter} data-meaning="colour" aria-hidden>
      <span>
        <i ref={left} className={styles.meterLeft} />
      </span>
      <span>
        <i ref={right} className={styles.meterRight} />
      </span>
    </div>
  );
}

function stretch(bar: HTMLElement, level: number): void {
  const transform = `scaleX(${level.toFixed(3)})`;
  if (bar.style.transform !== transform) bar.style.transform = transform;
}

/** Equal loudness, with its figures: what makes the comparison fair. */
export function LoudnessSwitch(): ReactNode {
  const { setMatchLoudness } = useActions();
  const matched = useSoundstage(selectMatchLoudness);
  const loudness = useSoundstage(selectLoudness);
  const loudnessOf = useSoundstage(selectLoudnessOf);
  const track = useSoundstage(selectTrack);
  const noteId = useId();
  const words = loudness
    ? loudnessWords(loudness, matched, loudnessOf)
    : track
      ? playerText.match.pending
      : playerText.match.none;
  return (
    <div className={styles.match}>
      <div className={styles.named}>
        <Switch
          label={playerText.match.label}
          checked={matched}
          onChange={setMatchLoudness}
          describedBy={noteId}
        />
        <Help {...helpText.match} />
      </div>
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
  const light = useRef<HTMLParagraphElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const [pace] = useState(() => new Pace(READABLE_SECONDS));
  useMeters(({ reductionDb, elapsedSeconds }) => {
    if (!light.current || !words.current) return;
    const active = String(isLimiting(reductionDb));
    const turned = light.current.dataset.active !== active;
    if (!pace.due(elapsedSeconds, turned)) return;
    if (turned) light.current.dataset.active = active;
    const text = limiterWords(reductionDb);
    // Even the same words would be laid out and painted again.
    if (words.current.textContent !== text) words.current.textContent = text;
  });
  return (
    <div className={styles.named}>
      <p ref={light} className={styles.light} data-active={false}>
        <span className={styles.lamp} aria-hidden />
        <span ref={words}>{limiterWords(0)}</span>
      </p>
      <Help {...helpText.limiter} />
    </div>
  );
}
