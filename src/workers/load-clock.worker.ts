import { LoadClock, type LoadClockCommand, type LoadClockReply } from '../protocol/load-board.ts';

/** Longer than an output's usual period, so that each window sees some quanta. */
const WINDOW_MS = 12;
/** Longer without the time means that it stood still. */
const LONGEST_STEP_MS = 0.02;

let clock: LoadClock | null = null;

self.onmessage = ({ data }: MessageEvent<LoadClockCommand>) => {
  if (data !== 'measure') clock = new LoadClock(data.board);
  else if (clock !== null) self.postMessage(measure(clock));
};

/** Tells the time through one window. */
function measure(clock: LoadClock): LoadClockReply {
  clock.open();
  const openedAt = performance.now();
  let told = openedAt;
  while (told - openedAt < WINDOW_MS) {
    const now = performance.now();
    clock.tell(1000 * (now - openedAt), now - told > LONGEST_STEP_MS);
    told = now;
  }
  return clock.close();
}
