import {
  AudioWorkletNode,
  type IAudioContext,
  type IAudioWorkletNode,
  type IOfflineAudioContext,
} from 'standardized-audio-context';

export type AnyContext = IAudioContext | IOfflineAudioContext;

export interface ProcessorNode<Context extends AnyContext, Command> {
  readonly node: IAudioWorkletNode<Context>;
  send(command: Command, transfer?: Transferable[]): void;
}

export interface ProcessorSetup<Report> {
  readonly name: string;
  /** Inputs, 1 where absent, all of as many channels. */
  readonly inputs?: number;
  readonly inputChannels: number;
  /** Of its output, or of each of them. */
  readonly outputChannels: number | readonly number[];
  readonly options: object;
  readonly onReport: (report: Report) => void;
  /** The processor threw: its output is silence from now on. */
  readonly onDeath: () => void;
}

/** A worklet node with typed messages. Channels are explicit: more than two must not be mixed by the browser's rules. */
export function createProcessorNode<Context extends AnyContext, Command, Report>(
  context: Context,
  { name, inputs = 1, inputChannels, outputChannels, options, onReport, onDeath }: ProcessorSetup<Report>,
): ProcessorNode<Context, Command> {
  if (AudioWorkletNode === undefined) throw new Error('This browser has no AudioWorklet.');
  const outputChannelCount = [outputChannels].flat();
  const node = new AudioWorkletNode(context, name, {
    numberOfInputs: inputs,
    numberOfOutputs: outputChannelCount.length,
    channelCount: inputChannels,
    channelCountMode: 'explicit',
    channelInterpretation: inputChannels > 2 ? 'discrete' : 'speakers',
    outputChannelCount,
    processorOptions: options,
  });
  node.port.onmessage = ({ data }: MessageEvent<Report>) => onReport(data);
  node.onprocessorerror = onDeath;
  return { node, send: (command, transfer = []) => node.port.postMessage(command, transfer) };
}
