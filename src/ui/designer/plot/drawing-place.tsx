import type { ReactNode } from 'react';
import { Button, Progress, useLasting } from '../../kit/index.ts';
import { designerText } from '../../text/designer.ts';
import styles from './drawing-place.module.css';

/** Where something is shown that takes a while to be computed: how far it is above it, and a word in its place before the first. */
export function DrawingPlace(props: {
  /** What is under way. */
  readonly label: string;
  /** 0…1; null while nothing is. */
  readonly progress: number | null;
  /** Gives it up. */
  readonly onCancel?: () => void;
  /** Said in the place of what is not there yet. */
  readonly waiting: string;
  readonly children: ReactNode;
}): ReactNode {
  const isLong = useLasting(props.progress !== null);
  return (
    <div className={styles.place}>
      <div className={styles.progress}>
        {isLong && (
          <>
            <Progress label={props.label} fraction={props.progress} />
            {props.onCancel && (
              <Button className={styles.cancel} size="small" onClick={props.onCancel}>
                {designerText.plot.cancel(props.label.toLowerCase())}
              </Button>
            )}
          </>
        )}
      </div>
      {props.children ?? <p className={styles.waiting}>{props.waiting}</p>}
    </div>
  );
}
