import { MOST_OUTPUTS } from '../protocol/listening-protocol.ts';

/** What there is to know and to set of a context's destination. */
export interface ChannelledDestination {
  channelCount: number;
  channelInterpretation: ChannelInterpretation;
  readonly maxChannelCount: number;
}

export interface OutputChannelsSetup {
  readonly destination: ChannelledDestination;
  /** Around a change: the browser may stop and start the output in it. */
  readonly quietly: (change: () => Promise<void>) => Promise<void>;
  /** Another number of channels can be had. */
  readonly onMost: (channels: number) => void;
}

const STEREO = 2;

/** How many channels the output has, and how many of them it is opened with: two, unless more are played on. */
export class OutputChannels {
  private told = 0;
  private needed = STEREO;

  constructor(private readonly setup: OutputChannelsSetup) {
    // A channel of the chain is a driver, not a place in the room: none is mixed into another.
    setup.destination.channelInterpretation = 'discrete';
  }

  get most(): number {
    return Math.min(MOST_OUTPUTS, Math.max(1, this.setup.destination.maxChannelCount));
  }

  /** Looks how many there are now. */
  look(): void {
    if (this.told === this.most) return;
    this.told = this.most;
    this.setup.onMost(this.told);
  }

  /** What is played from now on takes so many channels. @returns when the output has them, or all that it can have */
  async need(channels: number): Promise<void> {
    this.needed = Math.max(STEREO, channels);
    if (this.wanted > this.setup.destination.channelCount) {
      await this.setup.quietly(() => Promise.resolve(this.open()));
    }
  }

  /** Before another device takes the place of this one, which may have fewer. */
  close(): void {
    const { destination } = this.setup;
    destination.channelCount = Math.min(STEREO, destination.channelCount);
  }

  /** With what is needed: to be called while nothing is heard. */
  open(): void {
    const { destination } = this.setup;
    if (destination.channelCount !== this.wanted) destination.channelCount = this.wanted;
  }

  private get wanted(): number {
    return Math.max(STEREO, Math.min(this.needed, this.most));
  }
}
