const PLAYER = '#player';
/** Between what has the focus and the edge of what lay over it. */
const GAP_PX = 12;

/**
 * Scrolls what the keyboard got to out from under the player, which lies over the end of the page. To be called in the frame behind
 * the browser's own scrolling, which brings it to the edge of the window.
 */
export function bringIntoSight(): void {
  const focused = document.activeElement;
  if (!focused?.matches(':focus-visible') || focused.closest(PLAYER)) return;
  const { left, width, bottom } = focused.getBoundingClientRect();
  const over = overlay(document.elementFromPoint(left + width / 2, Math.min(bottom, innerHeight) - 1));
  if (over) scrollBy(0, bottom - over.getBoundingClientRect().top + GAP_PX);
}

/** The part of the player that does not scroll with the page. */
function overlay(hit: Element | null): Element | null {
  const player = hit?.closest(PLAYER) ?? null;
  if (player === null) return null;
  for (let at = hit; at !== null && at !== player; at = at.parentElement)
    if (getComputedStyle(at).position === 'fixed') return at;
  return getComputedStyle(player).position === 'sticky' ? player : null;
}
