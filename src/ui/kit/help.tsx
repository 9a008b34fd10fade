import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './help.module.css';
import { Popover } from './popover.tsx';

/** What a control does to what is heard, as the catalogue has it (`src/ui/text/help.ts`). */
export interface HelpWords {
  /** Of the mark: `Help: Volume`. */
  readonly label: string;
  /** What is meant, as it is called on the screen. */
  readonly title: string;
  /** Two sentences, in plain words. */
  readonly text: string;
}

/**
 * A small question mark beside a control, which opens its two sentences: by pointer, by touch (its target is larger than
 * its picture) and by keyboard (Enter opens, Escape closes and gives the focus back). To be put right after the
 * control's name, with an entry of the catalogue: `<Help {...helpText.volume} />`.
 */
export function Help({ label, title, text }: HelpWords): ReactNode {
  return (
    <Popover
      size="small"
      title={title}
      trigger={
        <button type="button" className={styles.mark} aria-label={label}>
          <CircleHelp size={14} aria-hidden />
        </button>
      }
    >
      <p>{text}</p>
    </Popover>
  );
}
