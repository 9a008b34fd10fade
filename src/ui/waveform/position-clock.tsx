import { useRef, useState, type ReactNode } from 'react';
import { formatCount, formatFineTime, formatTime } from '../format.ts';
import { playerText } from '../text/index.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useEngine } from '../use-soundstage.tsx';
import styles from './waveform.module.css';

const UNITS = ['clock', 'fine', 'samples'] as const;
type Unit = (typeof UNITS)[number];

/** Where the listener is in the track, and how long that is; pressed, to the millisecond, and then to the sample. */
export function PositionClock({
  durationSeconds,
}: {
  readonly durationSeconds: number | undefined;
}): ReactNode {
  const { sampleRateHz } = useEngine();
  const [unit, setUnit] = useState<Unit>('clock');
  const now = useRef<HTMLSpanElement>(null);
  const inWords = (seconds: number): string => wordsOf(seconds, unit, sampleRateHz);
  usePlayhead((seconds) => {
    const text = inWords(seconds);
    if (now.current && now.current.textContent !== text) now.current.textContent = text;
  });
  const next = UNITS[(UNITS.indexOf(unit) + 1) % UNITS.length]!;
  return (
    <button
      type="button"
      className={styles.clock}
      data-unit={unit}
      // The slider says the position itself.
      aria-label={playerText.clock[next]}
      title={playerText.clock[next]}
      onClick={() => setUnit(next)}
    >
      <span ref={now} className={styles.now}>
        {inWords(0)}
      </span>
      <span>{durationSeconds === undefined ? '–:––' : inWords(durationSeconds)}</span>
    </button>
  );
}

function wordsOf(seconds: number, unit: Unit, sampleRateHz: number): string {
  if (unit === 'clock') return formatTime(seconds);
  if (unit === 'fine') return formatFineTime(seconds);
  return formatCount(Math.round(seconds * sampleRateHz));
}
