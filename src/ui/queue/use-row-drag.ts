import { useCallback, useState, type PointerEvent, type RefObject } from 'react';

export interface RowDrag {
  readonly draggedId: string | null;
  /** Place among the others that it would take. */
  readonly dropAt: number | null;
  /** On which side of a row the line is that shows it. */
  sideOf(place: number, ids: readonly string[]): 'above' | 'below' | null;
  begin(id: string, event: PointerEvent): void;
}

/** So near to its edge a list scrolls, px, and so far with each movement. */
const EDGE_PX = 36;
const SCROLL_PX = 12;

/** Rows of a list that are dragged to another place, by mouse, pen and finger; Escape leaves them where they were. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (id: string, place: number) => void,
): RowDrag {
  const [drag, setDrag] = useState<{ readonly id: string; readonly at: number } | null>(null);

  const begin = useCallback(
    (id: string, event: PointerEvent): void => {
      if (event.button !== 0) return;
      event.preventDefault();
      const scope = new AbortController();
      const { signal } = scope;
      const { pointerId } = event;
      let at = placeAt(list.current, event.clientY, id);
      const end = (): void => {
        scope.abort();
        setDrag(null);
      };
      const on = (
        type: 'pointermove' | 'pointerup' | 'pointercancel',
        react: (event: globalThis.PointerEvent) => void,
      ) =>
        window.addEventListener(type, (moved) => moved.pointerId === pointerId && react(moved), { signal });
      on('pointermove', ({ clientY }) => {
        scrollNear(list.current, clientY);
        at = placeAt(list.current, clientY, id);
        setDrag({ id, at });
      });
      on('pointerup', () => {
        end();
        onDrop(id, at);
      });
      on('pointercancel', end);
      window.addEventListener(
        'keydown',
        (pressed) => {
          if (pressed.key !== 'Escape') return;
          pressed.stopPropagation();
          end();
        },
        { signal, capture: true },
      );
      setDrag({ id, at });
    },
    [list, onDrop],
  );

  return {
    draggedId: drag?.id ?? null,
    dropAt: drag?.at ?? null,
    sideOf(place, ids) {
      if (drag === null) return null;
      const among = place - (ids.indexOf(drag.id) < place ? 1 : 0);
      if (among === drag.at) return 'above';
      return among === drag.at - 1 && drag.at === ids.length - 1 ? 'below' : null;
    },
    begin,
  };
}

/** The place among the others that is meant by a height on the screen. */
function placeAt(list: HTMLElement | null, clientY: number, id: string): number {
  const others = [...(list?.children ?? [])].filter((row) => (row as HTMLElement).dataset.id !== id);
  const next = others.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return clientY < top + height / 2;
  });
  return next < 0 ? others.length : next;
}

function scrollNear(list: HTMLElement | null, clientY: number): void {
  const box = list?.getBoundingClientRect();
  if (!box) return;
  if (clientY < box.top + EDGE_PX) list?.scrollBy(0, -SCROLL_PX);
  else if (clientY > box.bottom - EDGE_PX) list?.scrollBy(0, SCROLL_PX);
}
