import { GainNode, type IGainNode, type IMinimalAudioContext } from 'standardized-audio-context';
import { leadSeconds } from './playback/clock.ts';

/** Every start and stop fades so long: short enough to feel immediate, long enough not to click. */
export const FADE_SECONDS = 0.01;

export interface FaderSetup {
  readonly context: IMinimalAudioContext;
  readonly isOpen: boolean;
  /** Channels that it always has; as many as come in where absent, none mixed into another. */
  readonly channels?: number;
}

/** A gain of one or none. A fade that was told is never taken back: the next begins where it ends. */
export class Fader {
  readonly node: IGainNode<IMinimalAudioContext>;
  /** When the last fade that was told is over, seconds of the context's time. */
  endsAt = 0;
  private isOpen: boolean;

  constructor(private readonly setup: FaderSetup) {
    const { context, channels, isOpen } = setup;
    const layout =
      channels === undefined
        ? ({ channelInterpretation: 'discrete' } as const)
        : ({ channelCount: channels, channelCountMode: 'explicit' } as const);
    this.isOpen = isOpen;
    this.node = new GainNode(context, { ...layout, gain: isOpen ? 1 : 0 });
  }

  /** @returns when the fade begins, seconds of the context's time; of one that is told already, where it is that way */
  turn(isOpen: boolean): number {
    const { context } = this.setup;
    const lead = context.state === 'running' ? leadSeconds(context) : 0;
    const from = Math.max(context.currentTime + lead, this.endsAt);
    if (this.isOpen === isOpen) return from;
    this.isOpen = isOpen;
    this.endsAt = from + FADE_SECONDS;
    this.node.gain.setValueAtTime(isOpen ? 0 : 1, from);
    this.node.gain.linearRampToValueAtTime(isOpen ? 1 : 0, this.endsAt);
    return from;
  }

  /** From the next sample on: while nothing is heard. */
  shutAtOnce(): void {
    const { context } = this.setup;
    this.isOpen = false;
    this.endsAt = context.currentTime;
    this.node.gain.cancelScheduledValues(0);
    this.node.gain.setValueAtTime(0, context.currentTime);
  }
}
