import { useRef, useState, type ReactNode } from 'react';
import { IMAGE_TERMS } from '../../store/index.ts';
import { VisuallyHidden } from '../kit/index.ts';
import { Pace } from '../pace.ts';
import { stageText } from '../text/index.ts';
import { useMeters } from '../use-meters.ts';
import { ImageBalance } from './image-balance.ts';
import styles from './stage.module.css';
import { formatNumber } from '../format.ts';

const COLUMNS = ['left', 'right', 'centre'] as const;
/** Words that change more often than this cannot be read to their end. */
const WORDS_SECONDS = 6;
const FIGURES_SECONDS = 1;

/** What the colours are; where less motion is asked for also how loud each is, in place of what would move. */
export function Legend(): ReactNode {
  const figures = useRef<Partial<Record<(typeof COLUMNS)[number], HTMLElement | null>>>({});
  const [sound] = useState(() => ({ balance: new ImageBalance(), pace: new Pace(FIGURES_SECONDS) }));
  useMeters(({ reading, elapsedSeconds, resting, calm }) => {
    sound.balance.move(reading.image, elapsedSeconds);
    if (!sound.pace.due(elapsedSeconds, resting)) return;
    for (const column of COLUMNS) {
      const figure = figures.current[column];
      const levelDb = sound.balance.levelDb(IMAGE_TERMS[column]);
      const text = calm && !resting ? stageText.level(formatNumber(Math.max(-99, levelDb), 0)) : '';
      if (figure && figure.textContent !== text) figure.textContent = text;
    }
  });
  return (
    <ul className={styles.legend} aria-label={stageText.legendLabel}>
      {COLUMNS.map((column) => (
        <li key={column} className={styles[column]}>
          <span className={styles.swatch} data-meaning="colour" aria-hidden />
          {stageText.legend[column]}
          <span
            ref={(element) => {
              figures.current[column] = element;
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** Where the sound is, for who reads the stage by ear; it is not told by itself: a voice would talk over the music. */
export function StageReport(): ReactNode {
  const words = useRef<HTMLParagraphElement>(null);
  const [sound] = useState(() => ({ balance: new ImageBalance(), pace: new Pace(WORDS_SECONDS) }));
  useMeters(({ reading, elapsedSeconds, resting }) => {
    if (resting) sound.balance.reset();
    else sound.balance.move(reading.image, elapsedSeconds);
    if (!words.current || !sound.pace.due(elapsedSeconds, resting)) return;
    const text = resting ? '' : stageText.balance[sound.balance.balance];
    if (words.current.textContent !== text) words.current.textContent = text;
  });
  return (
    <VisuallyHidden>
      <p ref={words} />
    </VisuallyHidden>
  );
}
