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
  /** Asked for; while the output is changed it stays shut all the same. */
  private isWanted = true;
  private isOpen = true;
  /** When the last fade that was told is over, on the context's clock. */
  private fadedAt = 0;
  /** Changes that are under way or wait for their turn. */
  private changing = 0;
  private changes: Promise<unknown> = Promise.resolve();

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
    this.isWanted = false;
    const { context } = this;
    if (context.state === 'running') {
      this.fade(false);
      return this.until(this.fadedAt);
    }
    // Nothing is heard: closed from the next sample on.
    this.isOpen = false;
    this.fadedAt = context.currentTime;
    this.input.gain.cancelScheduledValues(0);
    this.input.gain.setValueAtTime(0, context.currentTime);
  }

  /** From now on, or from when the output runs; after a change of it, if one is under way. */
  open(): void {
    this.isWanted = true;
    if (this.changing === 0) this.fade(true);
  }

  /**
   * Changes the output while nothing is heard, after the changes that were asked for before, and stays shut.
   * @returns when it runs again, if it did before
   */
  change(change: () => Promise<void>): Promise<void> {
    this.changing += 1;
    const done = this.changes
      .then(() => this.changeShut(change))
      .finally(() => {
        this.changing -= 1;
        if (this.isWanted) this.open();
      });
    this.changes = done.catch(() => undefined);
    return done;
  }

  private async changeShut(change: () => Promise<void>): Promise<void> {
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

  /** A fade that was told is never taken back: the next one begins where it ends. */
  private fade(isOpen: boolean): void {
    if (this.isOpen === isOpen) return;
    this.isOpen = isOpen;
    const { context } = this;
    const { gain } = this.input;
    const lead = context.state === 'running' ? this.leadSeconds() : 0;
    const from = Math.max(context.currentTime + lead, this.fadedAt);
    this.fadedAt = from + FADE_SECONDS;
    gain.setValueAtTime(isOpen ? 0 : 1, from);
    gain.linearRampToValueAtTime(isOpen ? 1 : 0, this.fadedAt);
  }

  /**
   * Until a time of the context's clock is over. That clock moves on by as much as the output takes at once, so that a timer
   * of the same length may end before; one that stands still is not waited for.
   */
  private async until(seconds: number): Promise<void> {
    const { context } = this;
    const patienceEndsAt = performance.now() + CLOCK_PATIENCE_MS;
    while (
      context.state === 'running' &&
      context.currentTime < seconds &&
      performance.now() < patienceEndsAt
    ) {
      await later(Math.max(1, 1000 * (seconds - context.currentTime)));
    }
  }
}
