import { RotateCcw } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button, Tooltip } from '../kit/index.ts';
import { Pace, READABLE_SECONDS } from '../pace.ts';
import { metersText } from '../text/index.ts';
import { useMeters } from '../use-meters.ts';
import { useEngine, useMeterLoop } from '../use-soundstage.tsx';
import { figuresOf } from './meter-words.ts';
import styles from './meters.module.css';

const ROWS = [
  { name: 'integrated', unit: 'lufs' },
  { name: 'shortTerm', unit: 'lufs' },
  { name: 'momentary', unit: 'lufs' },
  { name: 'range', unit: 'lu' },
  { name: 'truePeak', unit: 'dbtp' },
] as const;
type Name = (typeof ROWS)[number]['name'];

/** Loudness in figures, written where they stand, and the button that begins anew. */
export function LoudnessFigures(): ReactNode {
  const figures = useRef<Partial<Record<Name, HTMLElement | null>>>({});
  const [pace] = useState(() => new Pace(READABLE_SECONDS));
  const engine = useEngine();
  const loop = useMeterLoop();
  useMeters((frame) => {
    if (!pace.due(frame.elapsedSeconds, frame.resting)) return;
    const texts = figuresOf(frame);
    for (const { name } of ROWS) {
      const figure = figures.current[name];
      if (figure && figure.textContent !== texts[name]) figure.textContent = texts[name];
    }
  });
  return (
    <div className={styles.figures}>
      <dl>
        {ROWS.map(({ name, unit }) => (
          <div key={name} data-figure={name}>
            <dt>{metersText.figures[name]}</dt>
            <dd>
              <span
                ref={(element) => {
                  figures.current[name] = element;
                }}
              >
                –
              </span>{' '}
              <small>{metersText.figures[unit]}</small>
            </dd>
          </div>
        ))}
      </dl>
      <Tooltip text={metersText.restartHint}>
        <Button
          size="small"
          onClick={() => {
            engine.restartMeters();
            loop.refresh();
          }}
        >
          <RotateCcw size={14} aria-hidden />
          {metersText.restart}
        </Button>
      </Tooltip>
    </div>
  );
}
