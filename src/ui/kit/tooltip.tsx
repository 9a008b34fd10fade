import { Slot } from 'radix-ui';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { sheets } from './over/sheets.ts';

/** Words beside what is pointed at or focused. Never the only place of something one must know. */
export function Tooltip(props: {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}): ReactNode {
  const parts = sheets.usePart();
  const at = useRef<HTMLElement>(null);
  const [approach, setApproach] = useState<'pointer' | 'focus' | null>(null);

  function begin(by: 'pointer' | 'focus'): void {
    sheets.fetch();
    setApproach((before) => before ?? by);
  }

  return (
    <>
      <Slot.Root
        ref={at}
        onPointerEnter={({ pointerType }) => pointerType !== 'touch' && begin('pointer')}
        onFocus={() => begin('focus')}
      >
        {props.children}
      </Slot.Root>
      {parts && approach && (
        <parts.TooltipBubble at={at} approach={approach} text={props.text} shortcut={props.shortcut} />
      )}
    </>
  );
}
