import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { selectSlot, type Slot } from '../../store/index.ts';
import { playerText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './compare-switch.module.css';

const SLOTS: readonly Slot[] = ['A', 'B'];

/** The one switch that matters: A, the original, or B, the spatial design, at the same moment of the track. */
export function CompareSwitch(): ReactNode {
  const { select } = useActions();
  const slot = useSoundstage(selectSlot);
  return (
    <RadioGroup.Root
      className={styles.switch}
      aria-label={playerText.compare.label}
      orientation="horizontal"
      value={slot}
      onValueChange={(value) => select(value as Slot)}
    >
      {SLOTS.map((each) => (
        <RadioGroup.Item
          key={each}
          value={each}
          className={styles.side}
          data-slot={each}
          aria-label={`${each} ${playerText.compare[each].name}`}
          aria-keyshortcuts={each === 'A' ? 'A 1' : 'B 2'}
        >
          <span className={styles.letter}>{each}</span>
          <span className={styles.words}>
            <span className={styles.name}>{playerText.compare[each].name}</span>
            <span className={styles.hint}>{playerText.compare[each].hint}</span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
