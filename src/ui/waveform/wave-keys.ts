import { ZOOM_STEP } from './wave-view.ts';

const STEP_SECONDS = 5;
const PAGE_SECONDS = 15;

/** Where a key on the waveform leads, seconds; null for one that leads nowhere. */
export function targetOfKey(key: string, now: number, duration: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return now - STEP_SECONDS;
    case 'ArrowRight':
    case 'ArrowUp':
      return now + STEP_SECONDS;
    case 'PageDown':
      return now - PAGE_SECONDS;
    case 'PageUp':
      return now + PAGE_SECONDS;
    case 'Home':
      return 0;
    case 'End':
      return duration;
    default:
      return null;
  }
}

/** By what a key on the waveform changes what is in sight of it; null for one that does not. */
export function zoomOfKey(key: string): number | null {
  if (key === '+' || key === '=') return ZOOM_STEP;
  if (key === '-' || key === '_') return 1 / ZOOM_STEP;
  return key === '0' ? Infinity : null;
}
