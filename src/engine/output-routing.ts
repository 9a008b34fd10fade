import {
  ChannelMergerNode,
  ChannelSplitterNode,
  DelayNode,
  GainNode,
  type IAudioNode,
  type IGainNode,
} from 'standardized-audio-context';
import { DELAY_RANGE_SECONDS, MOST_OUTPUTS, type OutputRoute } from '../protocol/listening-protocol.ts';
import { GAIN_TIME_SECONDS, moveGain } from './move-gain.ts';
import type { AnyContext } from './processor-node.ts';

/** After so long nothing is left of a lane that fades (−130 dB). */
const LEAVING_SECONDS = 15 * GAIN_TIME_SECONDS;

/** One output of the chain on its way to one channel of the device. */
interface Lane<Context extends AnyContext> {
  readonly channel: number;
  readonly output: number;
  readonly delaySamples: number;
  /** What the chain's output goes into. */
  readonly head: IAudioNode<Context>;
  readonly gain: IGainNode<Context>;
  /** When its gain begins to rise, seconds of the context's time. */
  readonly entersAt: number;
}

/**
 * Which output of the chain comes out of which channel of the device, and by how much later, behind the limiter: no channel
 * has two of them and gains are of at most 1, so that it takes nothing from the limiter's promise. Delays are behind it as
 * well, so that it turns all drivers down for the same moment of the music. Silent until it is set. Any change may come while
 * another goes on: what leaves a channel or a delay and what takes its place fade alike, and sum to 1.
 */
export class OutputRouting<Context extends AnyContext = AnyContext> {
  readonly input: IAudioNode<Context>;
  /** As many channels as any device has; those that nothing goes to are silent. */
  readonly output: IAudioNode<Context>;
  private lanes: readonly Lane<Context>[] = [];
  /** When the last of the changes so far begins. */
  private changesAt = 0;

  /** @param channels of the input */
  constructor(
    private readonly context: Context,
    private readonly channels: number,
  ) {
    this.input = new ChannelSplitterNode(context, { numberOfOutputs: channels });
    this.output = new ChannelMergerNode(context, { numberOfInputs: MOST_OUTPUTS });
  }

  /** @param routes of the outputs in their order; one that has none goes to the channel of its own number */
  set(routes: readonly OutputRoute[]): void {
    const wanted = Array.from({ length: this.channels }, (_, n) => routes[n] ?? { output: n, gain: 1 });
    const { currentTime } = this.context;
    // All together, and not before every new delay is full of what it is to be late by.
    const longest = Math.max(0, ...wanted.map((route) => this.samplesOf(route)));
    const isSame = (lane: Lane<Context> | undefined, route: OutputRoute): boolean =>
      lane?.output === route.output && lane.delaySamples === this.samplesOf(route);
    const fillSeconds = wanted.every((route, n) => isSame(this.lanes[n], route))
      ? 0
      : longest / this.context.sampleRate;
    this.changesAt = Math.max(this.changesAt, currentTime + fillSeconds);
    this.lanes = wanted.map((route, channel) => {
      const before = this.lanes[channel];
      if (before && isSame(before, route)) {
        moveGain(before.gain, route.gain, before.entersAt);
        return before;
      }
      if (before) this.leave(before);
      return this.enter(channel, route);
    });
  }

  private enter(channel: number, route: OutputRoute): Lane<Context> {
    const { context, changesAt } = this;
    const gain = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit', gain: 0 });
    const delaySamples = this.samplesOf(route);
    const head = delaySamples === 0 ? gain : this.delayInto(gain, delaySamples);
    this.input.connect(head, channel, 0);
    gain.connect(this.output, 0, route.output);
    moveGain(gain, route.gain, changesAt);
    return { channel, output: route.output, delaySamples, head, gain, entersAt: changesAt };
  }

  private delayInto(gain: IGainNode<Context>, delaySamples: number): IAudioNode<Context> {
    const delay = new DelayNode(this.context, {
      channelCount: 1,
      channelCountMode: 'explicit',
      delayTime: delaySamples / this.context.sampleRate,
      maxDelayTime: 2 * DELAY_RANGE_SECONDS.max,
    });
    delay.connect(gain);
    return delay;
  }

  private leave(lane: Lane<Context>): void {
    moveGain(lane.gain, 0, this.changesAt);
    const leavingSeconds = this.changesAt - this.context.currentTime + LEAVING_SECONDS;
    setTimeout(() => {
      this.input.disconnect(lane.head, lane.channel, 0);
      lane.head.disconnect();
      lane.gain.disconnect();
    }, 1000 * leavingSeconds);
  }

  private samplesOf({ delaySeconds = 0 }: OutputRoute): number {
    return Math.round(delaySeconds * this.context.sampleRate);
  }
}
