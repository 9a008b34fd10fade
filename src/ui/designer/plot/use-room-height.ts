import { useSyncExternalStore } from 'react';

/** What stands above and below a plot in the window: header, figures, tabs, caption and the player. */
const AROUND_PX = 340;
const LEAST_PX = 340;

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}

/** Of the page, not of what a phone's address bar leaves free: that changes while one scrolls. */
const pageHeightPx = (): number => document.documentElement.clientHeight;

/** The height at which a plot can be seen whole, px. */
export function useRoomHeight(): number {
  return Math.max(LEAST_PX, useSyncExternalStore(subscribe, pageHeightPx) - AROUND_PX);
}
