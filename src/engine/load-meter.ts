import {
  LOAD_BOARD_BYTES,
  TIMED_PARTS,
  type LoadClockCommand,
  type LoadClockReply,
  type PartTime,
} from '../protocol/load-board.ts';
import type { PartLoad } from '../store/ports.ts';

/** Windows that a figure is made of: some four seconds. */
const WINDOWS = 40;
/** A window now and then, never in step with the output. */
const PAUSE_MS = { least: 60, most: 140 } as const;
/** Sample frames that a browser renders at once. */
const QUANTUM = 128;
/** Nobody looks any more. */
const FORGET_MS = 2000;

/**
 * Which share of real time the processors take. Measures only while someone looks, and then an eighth of the time, so that
 * the worker's clock costs nothing worth having.
 */
export class LoadMeter {
  /** For the processors; undefined where a page is given no shared memory, and nothing can be measured. */
  readonly board: SharedArrayBuffer | undefined;
  private readonly windows: (readonly PartTime[])[] = [];
  private clock: Worker | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lookedAtMs = -Infinity;
  private failed = false;

  /** @param startClock the worker of `workers/load-clock.ts`; absent, nothing is measured */
  constructor(
    private readonly sampleRateHz: number,
    private readonly startClock?: () => Worker,
  ) {
    if (startClock && globalThis.crossOriginIsolated) this.board = new SharedArrayBuffer(LOAD_BOARD_BYTES);
  }

  /** @returns what was measured while it was looked at, empty at first; null where nothing can be measured */
  read(): readonly PartLoad[] | null {
    if (this.board === undefined || this.failed) return null;
    this.lookedAtMs = performance.now();
    if (this.timer === null) this.measureSoon();
    return loadsOf(this.windows, this.sampleRateHz);
  }

  private measureSoon(): void {
    const { least, most } = PAUSE_MS;
    this.timer = setTimeout(() => this.measure(), least + (most - least) * Math.random());
  }

  private measure(): void {
    if (performance.now() - this.lookedAtMs > FORGET_MS) {
      this.timer = null;
      this.windows.length = 0;
      return;
    }
    this.clock ??= this.createClock();
    this.send('measure');
  }

  private createClock(): Worker {
    const clock = this.startClock!();
    clock.onmessage = ({ data }: MessageEvent<LoadClockReply>) => this.take(data);
    clock.onerror = () => {
      clock.terminate();
      this.failed = true;
    };
    clock.postMessage({ board: this.board! } satisfies LoadClockCommand);
    return clock;
  }

  private send(command: LoadClockCommand): void {
    this.clock?.postMessage(command);
  }

  private take(window: LoadClockReply): void {
    if (window.some(({ frames }) => frames > 0)) this.windows.push(window);
    if (this.windows.length > WINDOWS) this.windows.shift();
    this.measureSoon();
  }
}

/** Of all windows: the share of the time that its own samples last, and the longest call against a render quantum. */
export function loadsOf(windows: readonly (readonly PartTime[])[], sampleRateHz: number): PartLoad[] {
  const quantumMicroseconds = (1e6 * QUANTUM) / sampleRateHz;
  return TIMED_PARTS.flatMap((part, index) => {
    const times = windows.map((window) => window[index]!);
    const frames = times.reduce((sum, time) => sum + time.frames, 0);
    if (frames === 0) return [];
    const spent = times.reduce((sum, time) => sum + time.spentMicroseconds, 0);
    const longest = times.reduce((most, time) => Math.max(most, time.longestMicroseconds), 0);
    const share = (spent * 1e-6 * sampleRateHz) / frames;
    return [{ part, share, longestShare: longest / quantumMicroseconds }];
  });
}
