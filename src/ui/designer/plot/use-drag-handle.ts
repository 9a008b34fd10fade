import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

export interface DragHandle {
  /** Where it stands, px from a corner that does not move while it is dragged. */
  readonly at: { readonly x: number; readonly y: number };
  /** Dragged to a point, px. */
  readonly onDrag: (x: number, y: number) => void;
  /** Arrow keys: steps to the right and up; ten with Shift. */
  readonly onStep: (right: number, up: number) => void;
  readonly onRemove?: (() => void) | undefined;
  /** Insert or +: one more beside it. */
  readonly onAdd?: (() => void) | undefined;
  /** The pointer took hold of it, and let it go. */
  readonly onHold?: (() => void) | undefined;
  readonly onLetGo?: (() => void) | undefined;
}

const STEP_OF_KEY: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  PageUp: [0, 10],
  PageDown: [0, -10],
};

/** What makes an element a point that is dragged, by mouse, pen and finger, or moved with the arrow keys. */
export function useDragHandle<T extends Element>(handle: DragHandle) {
  const held = useRef<{ dx: number; dy: number } | null>(null);
  const stop = (): void => {
    if (held.current) handle.onLetGo?.();
    held.current = null;
  };
  return {
    onPointerDown(event: PointerEvent<T>): void {
      if (event.button !== 0) return;
      held.current = { dx: handle.at.x - event.clientX, dy: handle.at.y - event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
      handle.onHold?.();
    },
    onPointerMove(event: PointerEvent<T>): void {
      if (held.current) handle.onDrag(event.clientX + held.current.dx, event.clientY + held.current.dy);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onKeyDown(event: KeyboardEvent<T>): void {
      const step = STEP_OF_KEY[event.key];
      const times = event.shiftKey ? 10 : 1;
      if (step) handle.onStep(step[0] * times, step[1] * times);
      else if ((event.key === 'Insert' || event.key === '+') && handle.onAdd) handle.onAdd();
      else if ((event.key === 'Delete' || event.key === 'Backspace') && handle.onRemove) handle.onRemove();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
