import { ListPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Popover } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { slotsText } from '../text/index.ts';
import styles from './compare-switch.module.css';
import type { ShownSlot } from './use-slots.ts';

const SlotRows = later(() => import('./slot-rows.tsx'));

/** What the slots play, where it is chosen. */
export function SlotsPopover({ slots }: { readonly slots: readonly ShownSlot[] }): ReactNode {
  return (
    <Popover
      title={slotsText.title}
      trigger={
        <button type="button" className={styles.open} aria-label={slotsText.open}>
          <ListPlus size={18} aria-hidden />
        </button>
      }
    >
      <SlotRows slots={slots} />
    </Popover>
  );
}
