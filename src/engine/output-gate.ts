import { GainNode, type IMinimalAudioContext, type IGainNode } from 'standardized-audio-context';

/** As the transport's: no click, and at once for a listener. */
const FADE_SECONDS = 0.01;
/** A clock that has not come that far by then stands still. */
const CLOCK_PATIENCE_MS = 300;
/** Another device may take long to start. */
const START_PATIENCE_MS = 2000;

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The last thing before the output: shut while that is changed or away, so that what is still in the chain neither breaks
 * off in it nor bursts out of it afterwards.
 */
export class OutputGate {
  readonly input: IGainNode<IMinimalAudioContext>;
  /** The output is being changed, in which the browser stops and starts the context. */
  isChanging = false;
  private isOpen = true;

  constructor(
    private readonly context: IMinimalAudioContext,
    /** Ahead of the clock, never in the past when it takes effect. */
    private readonly leadSeconds: () => number,
  ) {
    this.input = new GainNode(context, { channelInterpretation: 'discrete' });
    this.input.connect(context.destination);
  }

  /** @returns when nothing sounds any more */
  async shut(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    const { context } = this;
    const { gain } = this.input;
    if (context.state !== 'running') {
      // Nothing is heard: closed from the next sample on.
      gain.cancelScheduledValues(0);
      gain.setValueAtTime(0, context.currentTime);
      return;
    }
    const from = context.currentTime + this.leadSeconds();
    gain.setValueAtTime(1, from);
    gain.linearRampToValueAtTime(0, from + FADE_SECONDS);
    await this.until(from + FADE_SECONDS);
  }

  /**
   * Until a time of the context's clock is over. That clock moves on by as much as the output takes at once, so that a timer
   * of the same length may end before; one that stands still is not waited for.
   */
  private async until(seconds: number): Promise<void> {
    const { context } = this;
    const patienceEndsAt = performance.now() + CLOCK_PATIENCE_MS;
    do await later(Math.max(1, 1000 * (seconds - context.currentTime)));
    while (
      context.state === 'running' &&
      context.currentTime < seconds &&
      performance.now() < patienceEndsAt
    );
  }

  /** Changes the output while nothing is heard, and stays shut. @returns when it runs again, if it did before */
  async change(change: () => Promise<void>): Promise<void> {
    await this.shut();
    const ran = this.context.state === 'running';
    this.isChanging = true;
    try {
      await change();
    } finally {
      if (ran) await Promise.race([this.context.resume().catch(() => undefined), later(START_PATIENCE_MS)]);
      this.isChanging = false;
    }
  }

  /** From now on, or from when the output runs. */
  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const { context } = this;
    const { gain } = this.input;
    const lead = context.state === 'running' ? this.leadSeconds() : 0;
    const from = context.currentTime + lead;
    gain.setValueAtTime(0, from);
    gain.linearRampToValueAtTime(1, from + FADE_SECONDS);
  }
}
