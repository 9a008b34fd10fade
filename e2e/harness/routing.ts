/** Outputs of a chain on their way to the channels of a device, rendered. */
import { ConstantSourceNode, ChannelMergerNode, OfflineAudioContext } from 'standardized-audio-context';
import { OutputRouting } from '../../src/engine/output-routing.ts';
import type { OutputRoute } from '../../src/protocol/listening-protocol.ts';

/**
 * @param levels constant signals, one for each output of a chain
 * @param channels of the device
 * @returns what each of the device's channels has at the end, and from which sample on it has anything
 */
export async function routed(
  levels: readonly number[],
  routes: readonly OutputRoute[],
  channels: number,
): Promise<readonly { readonly level: number; readonly from: number }[]> {
  const context = new OfflineAudioContext({ numberOfChannels: channels, length: 1024, sampleRate: 48_000 });
  const merger = new ChannelMergerNode(context, { numberOfInputs: levels.length });
  levels.forEach((offset, output) => {
    const source = new ConstantSourceNode(context, { offset });
    source.connect(merger, 0, output);
    source.start();
  });
  const routing = new OutputRouting(context, levels.length);
  routing.set(routes);
  merger.connect(routing.input);
  routing.output.connect(context.destination);
  const rendered = await context.startRendering();
  return Array.from({ length: channels }, (_, c) => {
    const samples = rendered.getChannelData(c);
    return { level: samples.at(-1)!, from: samples.findIndex((x) => x !== 0) };
  });
}
