import type { ReactNode } from 'react';
import styles from './legend.module.css';

export interface LegendItem {
  readonly name: string;
  readonly tone?: 'left' | 'right' | 'centre' | 'natural' | 'reference' | 'ink';
  /** In place of a tone. */
  readonly color?: string;
  readonly dashed?: boolean;
  /** Lengths of strokes and gaps, px, in place of the usual dashes. */
  readonly dash?: readonly number[];
  readonly opacity?: number;
  /** A band rather than a line. */
  readonly isArea?: boolean;
}

/** What the lines of a plot are: a stroke as it is drawn, and its name. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }): ReactNode {
  return (
    <ul className={styles.legend}>
      {items.map((item) => (
        <li key={item.name} className={styles.item}>
          <svg
            className={item.tone && styles[item.tone]}
            stroke={item.color}
            width="26"
            height="8"
            aria-hidden
          >
            <line
              x1="1"
              x2="25"
              y1="4"
              y2="4"
              strokeWidth={item.isArea ? 8 : 2.5}
              strokeDasharray={item.dash?.join(' ') ?? (item.dashed ? '6 4' : undefined)}
              strokeOpacity={item.isArea ? 0.3 : item.opacity}
            />
          </svg>
          {item.name}
        </li>
      ))}
    </ul>
  );
}
