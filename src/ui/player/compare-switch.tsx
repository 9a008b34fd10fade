import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { selectSlot, type Slot } from '../../store/index.ts';
import { Help } from '../kit/index.ts';
import { helpText, playerText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './compare-switch.module.css';
import { SlotsPopover } from './slots-popover.tsx';
import { SLOT_KEYS } from './slots.ts';
import { useShownSlots } from './use-slots.ts';

/** The one switch that matters: up to four ways to hear the same moment of the track, and the list where they are chosen. */
export function CompareSwitch(): ReactNode {
  const { select } = useActions();
  const slot = useSoundstage(selectSlot);
  const slots = useShownSlots();
  return (
    <div className={styles.compare}>
      <RadioGroup.Root
        className={styles.switch}
        data-count={slots.length}
        aria-label={playerText.compare.label}
        orientation="horizontal"
        value={slot}
        onValueChange={(value) => select(value as Slot)}
      >
        {slots.map(({ slot: each, choice, words }) => (
          <RadioGroup.Item
            key={each}
            value={each}
            className={styles.side}
            data-kind={choice.kind}
            aria-label={`${each} ${words.name}`}
            aria-description={words.hint}
            aria-keyshortcuts={SLOT_KEYS[each].join(' ')}
          >
            <span className={styles.letter}>{each}</span>
            <span className={styles.words}>
              <span className={styles.name}>{words.parted ?? words.name}</span>
              <span className={styles.hint}>{words.hint}</span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <SlotsPopover slots={slots} />
      <span className={styles.help}>
        <Help {...helpText.compare} />
      </span>
    </div>
  );
}
