import { MinimalAudioContext, type IMinimalAudioContext } from 'standardized-audio-context';

/** Rates the filters can be designed for; a device beyond them (a headset on a call) is resampled by the browser. */
const RATES_HZ = { min: 44_100, max: 192_000, fallback: 48_000 } as const;
/** After this long at rest the audio thread is let go. */
const IDLE_MS = 3000;

export function createContext(): IMinimalAudioContext {
  const context = new MinimalAudioContext({ latencyHint: 'balanced' });
  if (context.sampleRate >= RATES_HZ.min && context.sampleRate <= RATES_HZ.max) return context;
  void context.close();
  return new MinimalAudioContext({ latencyHint: 'balanced', sampleRate: RATES_HZ.fallback });
}

/** Lets the audio thread go while nothing plays, and has it back. */
export class Rest {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The last suspension; it may still be under way. */
  private resting: Promise<void> | null = null;

  /** @param isPlaying asked when it would begin */
  constructor(
    private readonly context: IMinimalAudioContext,
    private readonly isPlaying: () => boolean,
  ) {}

  beginSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.isPlaying() || this.context.state !== 'running') return;
      this.resting = this.context.suspend().finally(() => (this.resting = null));
    }, IDLE_MS);
  }

  /** Asks at once; and again when a suspension was under way, which would have the last word. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    const { resting } = this;
    const resumed = this.context.resume();
    if (resting === null) return resumed;
    await Promise.allSettled([resting, resumed]);
    await this.context.resume();
  }
}
