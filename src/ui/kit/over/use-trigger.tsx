import { Slot } from 'radix-ui';
import { useId, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { sheets } from './sheets.ts';

export interface Opened {
  readonly id: string;
  readonly at: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/**
 * A button that opens a sheet. It is there, and says that it does, before the sheets are fetched.
 * @param given.open and `onOpenChange` where what is in it decides when it closes
 * @returns the button; what the sheet is given; the sheets, null until this one is first open
 */
export function useTrigger(given: {
  readonly trigger: ReactElement;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}): { trigger: ReactNode; opened: Opened; parts: ReturnType<typeof sheets.usePart> } {
  const parts = sheets.usePart();
  const id = useId();
  const at = useRef<HTMLElement>(null);
  const [ownOpen, setOwnOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const open = given.open ?? ownOpen;
  // It stays, closed: what is taken away at once could not give the focus back.
  if (open && !wasOpen) setWasOpen(true);

  function onOpenChange(next: boolean): void {
    if (next) sheets.want();
    setOwnOpen(next);
    given.onOpenChange?.(next);
  }

  return {
    trigger: (
      <Slot.Root
        ref={at}
        aria-haspopup="dialog"
        aria-expanded={open && parts !== null}
        aria-controls={open && parts ? id : undefined}
        data-state={open ? 'open' : 'closed'}
        // While there is nothing to close, a further press asks for it once more.
        onClick={(event) => !event.defaultPrevented && onOpenChange(!open || parts === null)}
      >
        {given.trigger}
      </Slot.Root>
    ),
    opened: { id, at, open, onOpenChange },
    parts: wasOpen ? parts : null,
  };
}
