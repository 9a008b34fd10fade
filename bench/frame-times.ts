import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the thread's own processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** A task of the main thread, whatever it does: scripts, styles, layout, painting, collecting garbage. */
const TASK = /RunTask$/;
const FRAME = 'FireAnimationFrame';

/**
 * Milliseconds of processor time that the page's main thread spent from each animation frame to the next, all of its tasks
 * together: what else the machine does meanwhile is not counted.
 */
export async function frameTimesMs(session: CDPSession, seconds: number): Promise<number[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { categories: CATEGORIES.join(','), transferMode: 'ReportEvents' });
  await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const frames = events.filter(({ name }) => name === FRAME);
  if (frames.length === 0) throw new Error('The page draws no frames.');
  const { pid, tid } = frames[0]!;
  const tasks = events
    .filter((event) => TASK.test(event.name) && event.pid === pid && event.tid === tid)
    .sort((a, b) => a.ts - b.ts);
  const startsAt = frames.map(({ ts }) => ts).sort((a, b) => a - b);
  const times: number[] = [];
  let next = 0;
  let endsAt = -Infinity;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // What lies within another is counted there.
    if (ts < endsAt) continue;
    endsAt = ts + dur;
    while (next < startsAt.length && startsAt[next]! < ts) next += 1;
    // All callbacks of a frame are called within one task.
    if (next < startsAt.length && startsAt[next]! < endsAt) times.push(0);
    if (times.length > 0) times[times.length - 1]! += tdur / 1000;
  }
  return times.slice(0, -1);
}
