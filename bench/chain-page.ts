import kernelUrl from '../build/kernel.wasm?url';
import relaxedUrl from '../build/kernel-relaxed.wasm?url';
import { prepareFilters } from '../src/kernel/prepare-filters.ts';
import { noise, noiseFilters } from '../src/kernel/testing/convolution.ts';
import { FILTER_MATRIX_PROCESSOR_NAME } from '../src/protocol/filter-matrix-protocol.ts';
import { LIMITER_PROCESSOR_NAME } from '../src/protocol/limiter-protocol.ts';
import { UPMIX_PROCESSOR_NAME } from '../src/protocol/upmix-protocol.ts';
import matrixUrl from '../worklets/filter-matrix.worklet.ts?worker&url';
import limiterUrl from '../worklets/limiter.worklet.ts?worker&url';
import upmixUrl from '../worklets/upmix.worklet.ts?worker&url';

const SAMPLE_RATE_HZ = 48_000;
/** The signal repeats after this long. */
const LOOP_SECONDS = 1;
/** Time for messages to reach a processor of a context that stands still. */
const MESSAGE_MS = 60;

export interface MatrixConfig {
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
}
/** `chain` is the whole way as it is played: upmix (adaptive), matrix and limiter, from stereo. */
export type Contender = 'kernel' | 'relaxed kernel' | 'chain' | 'convolvers';

/** The same noise through the same matrix of filters, by one contender or another, as fast as it goes. */
class ChainPage {
  #context: OfflineAudioContext | undefined;
  #last: AudioBuffer | undefined;

  async arm(contender: Contender, config: MatrixConfig, seconds: number): Promise<void> {
    const context = new OfflineAudioContext(config.outputs, seconds * SAMPLE_RATE_HZ, SAMPLE_RATE_HZ);
    this.#context = context;
    const source = noiseSource(context, contender === 'chain' ? 2 : config.inputs);
    context.destination.channelInterpretation = 'discrete';
    const set = noiseFilters(config.inputs, config.outputs, config.taps, 1);
    if (contender === 'convolvers') return connectConvolvers(context, source, set.firs, config);
    const module = await WebAssembly.compileStreaming(
      fetch(contender === 'relaxed kernel' ? relaxedUrl : kernelUrl),
    );
    if (contender !== 'chain') {
      (await connectMatrix(context, source, config, module)).connect(context.destination);
      return;
    }
    const { outputs } = config;
    const upmix = await connectProcessor(context, source, upmixUrl, {
      name: UPMIX_PROCESSOR_NAME,
      channels: [2, 3],
      options: { module, kind: 'adaptive' },
    });
    const matrix = await connectMatrix(context, upmix, config, module);
    const limiter = await connectProcessor(context, matrix, limiterUrl, {
      name: LIMITER_PROCESSOR_NAME,
      channels: [outputs, outputs],
      options: { module, channels: outputs },
    });
    limiter.connect(context.destination);
  }

  async render(): Promise<void> {
    this.#last = await this.#context!.startRendering();
  }

  /** Some samples from the end of what was rendered last, of all outputs. */
  tail(count: number): number[] {
    const buffer = this.#last!;
    return Array.from({ length: buffer.numberOfChannels }, (_, c) => [
      ...buffer.getChannelData(c).subarray(buffer.length - count),
    ]).flat();
  }
}

function noiseSource(context: OfflineAudioContext, channels: number): AudioBufferSourceNode {
  const buffer = new AudioBuffer({
    length: LOOP_SECONDS * SAMPLE_RATE_HZ,
    numberOfChannels: channels,
    sampleRate: SAMPLE_RATE_HZ,
  });
  for (let c = 0; c < channels; c++)
    buffer.copyToChannel(noise(buffer.length, c + 2) as Float32Array<ArrayBuffer>, c);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.start();
  return source;
}

function connectConvolvers(
  context: OfflineAudioContext,
  source: AudioNode,
  firs: Float32Array,
  { inputs, outputs, taps }: MatrixConfig,
): void {
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: inputs });
  const merger = new ChannelMergerNode(context, { numberOfInputs: outputs });
  source.connect(splitter);
  for (let i = 0; i < inputs; i++) {
    for (let o = 0; o < outputs; o++) {
      const buffer = new AudioBuffer({ length: taps, sampleRate: SAMPLE_RATE_HZ });
      const at = (i * outputs + o) * taps;
      buffer.copyToChannel(firs.slice(at, at + taps) as Float32Array<ArrayBuffer>, 0);
      const convolver = new ConvolverNode(context, { buffer, disableNormalization: true });
      splitter.connect(convolver, i).connect(merger, 0, o);
    }
  }
  merger.connect(context.destination);
}

interface Processor {
  readonly name: string;
  readonly channels: readonly [inputs: number, outputs: number];
  readonly options: object;
}

/** A processor behind a node, once it says that it runs. */
async function connectProcessor(
  context: OfflineAudioContext,
  source: AudioNode,
  url: string,
  { name, channels: [inputs, outputs], options }: Processor,
): Promise<AudioWorkletNode> {
  await context.audioWorklet.addModule(url);
  const node = new AudioWorkletNode(context, name, {
    channelCount: inputs,
    channelCountMode: 'explicit',
    channelInterpretation: 'discrete',
    outputChannelCount: [outputs],
    processorOptions: options,
  });
  const ready = new Promise<void>((resolve, reject) => {
    node.port.onmessage = ({ data }) => (data.type === 'ready' ? resolve() : reject(new Error(data.message)));
  });
  source.connect(node);
  await ready;
  return node;
}

async function connectMatrix(
  context: OfflineAudioContext,
  source: AudioNode,
  { inputs, outputs, taps }: MatrixConfig,
  module: WebAssembly.Module,
): Promise<AudioWorkletNode> {
  const shape = { inputs, maxOutputs: outputs, maxTaps: taps };
  const node = await connectProcessor(context, source, matrixUrl, {
    name: FILTER_MATRIX_PROCESSOR_NAME,
    channels: [inputs, outputs],
    options: { module, ...shape, sets: 1 },
  });
  const prepared = prepareFilters(module, noiseFilters(inputs, outputs, taps, 1), shape);
  node.port.postMessage({ type: 'set-filters', set: 0, prepared });
  await new Promise((resolve) => setTimeout(resolve, MESSAGE_MS));
  return node;
}

const page = new ChainPage();
export type { ChainPage };
Object.assign(window, { chainPage: page });
