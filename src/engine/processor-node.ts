import {
  AudioWorkletNode,
  type IMinimalAudioContext,
  type IAudioWorkletNode,
  type IMinimalOfflineAudioContext,
} from 'standardized-audio-context';
import type { Ask, Obeyed } from '../protocol/asking.ts';

export type AnyContext = IMinimalAudioContext | IMinimalOfflineAudioContext;

export interface ProcessorNode<Context extends AnyContext, Command> {
  readonly node: IAudioWorkletNode<Context>;
  send(command: Command, transfer?: Transferable[]): void;
  /** Settled when everything sent so far has been read by the processor, or it is dead. */
  obeyed(): Promise<void>;
}

export interface ProcessorSetup<Report> {
  readonly name: string;
  /** Inputs, 1 where absent, all of as many channels. */
  readonly inputs?: number;
  readonly inputChannels: number;
  /** As many as come in each; every input has as many as `inputChannels` where absent. */
  readonly anyInputChannels?: boolean;
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
  setup: ProcessorSetup<Report>,
): ProcessorNode<Context, Command> {
  const { name, inputs = 1, inputChannels, outputChannels, options, onReport, onDeath } = setup;
  if (AudioWorkletNode === undefined) throw new Error('This browser has no AudioWorklet.');
  const outputChannelCount = [outputChannels].flat();
  const node = new AudioWorkletNode(context, name, {
    numberOfInputs: inputs,
    numberOfOutputs: outputChannelCount.length,
    channelCount: inputChannels,
    channelCountMode: setup.anyInputChannels ? 'max' : 'explicit',
    channelInterpretation: inputChannels > 2 ? 'discrete' : 'speakers',
    outputChannelCount,
    processorOptions: options,
  });
  const asking: (() => void)[] = [];
  let isDead = false;
  node.port.onmessage = ({ data }: MessageEvent<Report | Obeyed>) => {
    if (isObeyed(data)) asking.shift()?.();
    else onReport(data);
  };
  node.onprocessorerror = () => {
    isDead = true;
    for (const resolve of asking.splice(0)) resolve();
    onDeath();
  };
  return {
    node,
    send: (command, transfer = []) => node.port.postMessage(command, transfer),
    obeyed: () =>
      new Promise((resolve) => {
        if (isDead) return resolve();
        asking.push(resolve);
        node.port.postMessage({ type: 'ask' } satisfies Ask);
      }),
  };
}

function isObeyed(report: unknown): report is Obeyed {
  return (report as Obeyed).type === 'obeyed';
}
