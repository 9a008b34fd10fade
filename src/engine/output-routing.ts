import {
  ChannelMergerNode,
  ChannelSplitterNode,
  GainNode,
  type IAudioNode,
  type IGainNode,
} from 'standardized-audio-context';
import { MOST_OUTPUTS, type OutputRoute } from '../protocol/listening-protocol.ts';
import { GAIN_TIME_SECONDS, moveGain } from './move-gain.ts';
import type { AnyContext } from './processor-node.ts';

/** After so long nothing is left of a lane that fades (−130 dB). */
const LEAVING_MS = 15 * 1000 * GAIN_TIME_SECONDS;

/** One output of the chain on its way to one channel of the device. */
interface Lane<Context extends AnyContext> {
  readonly channel: number;
  readonly output: number;
  readonly gain: IGainNode<Context>;
}

/**
 * Which output of the chain comes out of which channel of the device, behind the limiter: gains of at most 1, so that it
 * takes nothing from the limiter's promise. Silent until it is set. Any change may come while another goes on: what leaves a
 * channel and what comes to another fade alike, and sum to what was there before.
 */
export class OutputRouting<Context extends AnyContext = AnyContext> {
  readonly input: IAudioNode<Context>;
  /** As many channels as any device has; those that nothing goes to are silent. */
  readonly output: IAudioNode<Context>;
  private lanes: readonly Lane<Context>[] = [];

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
    this.lanes = Array.from({ length: this.channels }, (_, channel) => {
      const route = routes[channel] ?? { output: channel, gain: 1 };
      const before = this.lanes[channel];
      if (before?.output === route.output) {
        moveGain(before.gain, route.gain);
        return before;
      }
      if (before) this.leave(before);
      return this.enter(channel, route);
    });
  }

  private enter(channel: number, { output, gain }: OutputRoute): Lane<Context> {
    const node = new GainNode(this.context, { channelCount: 1, channelCountMode: 'explicit', gain: 0 });
    const lane = { channel, output, gain: node };
    this.input.connect(node, channel, 0);
    node.connect(this.output, 0, output);
    moveGain(node, gain);
    return lane;
  }

  private leave(lane: Lane<Context>): void {
    moveGain(lane.gain, 0);
    setTimeout(() => {
      this.input.disconnect(lane.gain, lane.channel, 0);
      lane.gain.disconnect();
    }, LEAVING_MS);
  }
}
