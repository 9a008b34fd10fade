/** To the panel of the queue that this is in: before what has the focus goes. */
export function focusQueue(from: Element | null): void {
  from?.closest<HTMLElement>('[data-queue]')?.focus();
}
