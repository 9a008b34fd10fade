import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { selectListening, selectSlot, type Slot } from '../../store/index.ts';
import { playerText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './compare-switch.module.css';
import { slotsOn } from './slots.ts';

const KEYS: Readonly<Record<Slot, string>> = { A: 'A 1', B: 'B 2', reference: 'R 3' };

/**
 * The one switch that matters: A, the original, B, the spatial design, or on headphones the reference pair, at the same
 * moment of the track.
 */
export function CompareSwitch(): ReactNode {
  const { select } = useActions();
  const slot = useSoundstage(selectSlot);
  const slots = slotsOn(useSoundstage(selectListening));
  const { letters } = playerText.compare;
  return (
    <RadioGroup.Root
      className={styles.switch}
      data-count={slots.length}
      aria-label={playerText.compare.label}
      orientation="horizontal"
      value={slot}
      onValueChange={(value) => select(value as Slot)}
    >
      {slots.map((each) => (
        <RadioGroup.Item
          key={each}
          value={each}
          className={styles.side}
          data-slot={each}
          aria-label={`${letters[each]} ${playerText.compare[each].name}`}
          aria-keyshortcuts={KEYS[each]}
        >
          <span className={styles.letter}>{letters[each]}</span>
          <span className={styles.words}>
            <span className={styles.name}>{playerText.compare[each].name}</span>
            <span className={styles.hint}>{playerText.compare[each].hint}</span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
