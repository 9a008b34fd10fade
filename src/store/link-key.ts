/** What the fragment of an address begins with that carries a design; what follows is `design-link.ts`'s. */
export const KEY = 'design=';

/** Whether a fragment, without its #, means to carry a design: the page has other anchors. */
export function isDesignLink(fragment: string): boolean {
  return fragment.startsWith(KEY);
}
