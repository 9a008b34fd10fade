import type { IAudioNode, IMinimalAudioContext } from 'standardized-audio-context';
import { Fader } from './fader.ts';

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
  private readonly fader: Fader;
  /** The output is being changed, in which the browser stops and starts the context. */
  isChanging = false;
  /** Asked for; while the output is changed it stays shut all the same. */
  private isWanted = true;
  /** Changes that are under way or wait for their turn. */
  private changing = 0;
  private changes: Promise<unknown> = Promise.resolve();

  constructor(private readonly context: IMinimalAudioContext) {
    this.fader = new Fader({ context, isOpen: true });
    this.fader.node.connect(context.destination);
  }

  get input(): IAudioNode<IMinimalAudioContext> {
    return this.fader.node;
  }

  /** @returns when nothing sounds any more */
  async shut(): Promise<void> {
    this.isWanted = false;
    if (this.context.state !== 'running') return this.fader.shutAtOnce();
    this.fader.turn(false);
    await this.until(this.fader.endsAt);
  }

  /** From now on, or from when the output runs; after a change of it, if one is under way. */
  open(): void {
    this.isWanted = true;
    if (this.changing === 0) this.fader.turn(true);
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
