import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { isInside } from '../../plots/plot-frame.ts';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import { classNames } from '../../kit/index.ts';
import styles from './handles.module.css';

export interface Handle {
  readonly key: string;
  /** Accessible name. */
  readonly label: string;
  /** Where it is, as a person says it. */
  readonly valueText: string;
  /** The value that up and down change, with its ends. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Where it stands, px from the plot's corner. */
  readonly at: { readonly x: number; readonly y: number };
  /** Dragged to a point, px. */
  readonly onDrag: (x: number, y: number) => void;
  /** Arrow keys: steps to the right and up; ten with Shift. */
  readonly onStep: (right: number, up: number) => void;
  readonly onRemove?: (() => void) | undefined;
}

const STEP_OF_KEY: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  PageUp: [0, 10],
  PageDown: [0, -10],
};

/** Points over a plot that are dragged, or moved with the arrow keys. Those that a zoom has put outside are not shown. */
export function Handles(props: {
  readonly frame: PlotFrame;
  readonly handles: readonly Handle[];
  readonly tone: 'left' | 'centre' | 'null';
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
  const dragging = useRef<{ dx: number; dy: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    dragging.current = { dx: handle.at.x - event.clientX, dy: handle.at.y - event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!dragging.current) return;
    handle.onDrag(event.clientX + dragging.current.dx, event.clientY + dragging.current.dy);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEP_OF_KEY[event.key];
    if (step) handle.onStep(step[0] * (event.shiftKey ? 10 : 1), step[1] * (event.shiftKey ? 10 : 1));
    else if ((event.key === 'Delete' || event.key === 'Backspace') && handle.onRemove) handle.onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = (): void => {
    dragging.current = null;
  };
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
      style={{ left: handle.at.x, top: handle.at.y }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={onKeyDown}
    />
  );
}
