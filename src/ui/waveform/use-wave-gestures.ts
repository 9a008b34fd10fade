import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { WaveViewControl } from './use-wave-view.ts';

/** A press that moves less is no drag, px. */
const SLACK_PX = 4;
/** Of the view, for a notch of a wheel (100 px in most browsers). */
const WHEEL_ZOOM = 0.8;
const NOTCH_PX = 100;

interface Press {
  readonly id: number;
  readonly startX: number;
  x: number;
  isDrag: boolean;
}

/** Presses, drags, wheel and two fingers on a waveform. @returns where the playhead is held, seconds; null where it is not */
export function useWaveGestures(
  root: RefObject<HTMLElement | null>,
  control: WaveViewControl,
  seek: (seconds: number) => void,
) {
  const { view } = control;
  const length = view.to - view.from;
  const [heldAt, setHeldAt] = useState<number | null>(null);
  const presses = useRef<Press[]>([]);
  const secondsAt = (clientX: number, isInside = true): number => {
    const box = root.current!.getBoundingClientRect();
    const share = (clientX - box.left) / Math.max(1, box.width);
    return view.from + length * (isInside ? Math.min(1, Math.max(0, share)) : share);
  };
  const perPixel = (): number => length / Math.max(1, root.current!.getBoundingClientRect().width);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const isAcross = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    event.preventDefault();
    if (isAcross) control.pan((event.deltaX || event.deltaY) * perPixel());
    else control.zoom(WHEEL_ZOOM ** (-event.deltaY / NOTCH_PX), secondsAt(event.clientX));
  });
  // React listens to wheels without a say in what they do.
  useEffect(() => {
    const element = root.current;
    const scope = new AbortController();
    element?.addEventListener('wheel', (event) => onWheel(event), { signal: scope.signal, passive: false });
    return () => scope.abort();
  }, [root]);

  function pinch(moved: Press, x: number): void {
    const other = presses.current.find((press) => press !== moved)!;
    const [before, after] = [Math.abs(moved.x - other.x), Math.abs(x - other.x)];
    if (before > 1 && after > 1) control.zoom(before / after, secondsAt((moved.x + other.x) / 2));
  }

  const end = (event: PointerEvent): Press | undefined => {
    const ended = presses.current.find(({ id }) => id === event.pointerId);
    presses.current = presses.current.filter((press) => press !== ended);
    setHeldAt(null);
    return ended;
  };
  return {
    heldAt,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { pointerId: id, clientX: x } = event;
        presses.current.push({ id, startX: x, x, isDrag: presses.current.length > 0 });
        // A second finger means what is in sight, not where to go.
        if (presses.current.length > 1) for (const press of presses.current) press.isDrag = true;
        setHeldAt(control.isWhole && presses.current.length === 1 ? secondsAt(x) : null);
      },
      onPointerMove(event: PointerEvent) {
        const press = presses.current.find(({ id }) => id === event.pointerId);
        if (!press) return;
        const x = event.clientX;
        if (presses.current.length > 1) pinch(press, x);
        else if (control.isWhole) setHeldAt(secondsAt(x));
        else if (press.isDrag || Math.abs(x - press.startX) > SLACK_PX) {
          press.isDrag = true;
          control.pan((press.x - x) * perPixel());
        }
        press.x = x;
      },
      onPointerUp(event: PointerEvent) {
        const press = end(event);
        if (press && !press.isDrag && presses.current.length === 0) seek(secondsAt(event.clientX));
      },
      onPointerCancel: end,
    },
  };
}
