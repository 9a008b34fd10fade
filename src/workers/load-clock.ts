/** The worker that tells the audio thread the time: see load-board.ts. */
export function startLoadClock(): Worker {
  return new Worker(new URL('./load-clock.worker.ts', import.meta.url), {
    type: 'module',
    name: 'load clock',
  });
}
