import type { ReactNode } from 'react';
import { isInside } from '../../plots/plot-frame.ts';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import { classNames } from '../../kit/index.ts';
import styles from './handles.module.css';
import { useDragHandle, type DragHandle } from './use-drag-handle.ts';

export interface Handle extends Pick<DragHandle, 'at' | 'onDrag' | 'onStep' | 'onRemove' | 'onAdd'> {
  readonly key: string;
  /** Accessible name. */
  readonly label: string;
  /** Where it is, as a person says it. */
  readonly valueText: string;
  /** The value that up and down change, with its ends. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** Points over a plot that are dragged, or moved with the arrow keys. Those that a zoom has put outside are not shown. */
export function Handles(props: {
  readonly frame: PlotFrame;
  readonly handles: readonly Handle[];
  readonly tone: 'left' | 'centre' | 'null' | 'width' | 'window' | 'point';
}): ReactNode {
  return (
    <div className={styles.layer}>
      {props.handles
        .filter((handle) => isInside(props.frame, handle.at))
        .map((handle) => (
          <HandleButton key={handle.key} handle={handle} tone={props.tone} />
        ))}
    </div>
  );
}

function HandleButton({ handle, tone }: { readonly handle: Handle; readonly tone: string }): ReactNode {
  const dragging = useDragHandle<HTMLDivElement>(handle);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={handle.label}
      aria-valuemin={handle.min}
      aria-valuemax={handle.max}
      aria-valuenow={handle.value}
      aria-valuetext={handle.valueText}
      aria-orientation="vertical"
      title={handle.valueText}
      className={classNames(styles.handle, styles[tone])}
      style={{ transform: `translate(${handle.at.x}px, ${handle.at.y}px)` }}
      {...dragging}
    />
  );
}
