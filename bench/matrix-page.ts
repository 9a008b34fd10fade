import { FilterCourier } from '../src/engine/filter-courier.ts';
import { loadKernels } from '../src/engine/kernel-module.ts';
import { FilterMatrix } from '../src/kernel/filter-matrix.ts';
import type { Firs } from '../src/kernel/filter-rows.ts';
import { planPartitions } from '../src/kernel/partition-plan.ts';
import { prepareFilters } from '../src/kernel/prepare-filters.ts';
import { noise, noiseFilters } from '../src/kernel/testing/convolution.ts';
import { FILTER_MATRIX_PROCESSOR_NAME } from '../src/protocol/filter-matrix-protocol.ts';
import matrixUrl from '../worklets/filter-matrix.worklet.ts?worker&url';
import { median } from './bench-row.ts';
import { mirrored } from './mirrored.ts';
import plainUrl from './plain-matrix.worklet.ts?worker&url';

const SAMPLE_RATE_HZ = 48_000;
/** The signal repeats after this long. */
const LOOP_SECONDS = 1;

export interface MatrixConfig {
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  /** Filters of a device that is its own mirror image. */
  readonly symmetric?: boolean;
}
/**
 * `kernel` as the app runs it, `baseline` without relaxed SIMD, `plain` the same partitions in JavaScript, `convolvers` a
 * ConvolverNode per path, `graph` the source and nothing behind it.
 */
export type Contender = 'kernel' | 'baseline' | 'plain' | 'convolvers' | 'graph';

/** What goes through the kernel: noise, noise far below normal numbers, or noise while sets are swapped. */
export type Course = 'steady' | 'faint' | 'swapping';
const FAINT = 1e-39;
/** 50 swaps a second. */
const SWAP_CALLS = Math.round(SAMPLE_RATE_HZ / 50 / 128);

/** Calls between two looks at the clock, and how many such stretches: the machine does other things besides. */
const STRETCH_CALLS = 256;
const STRETCHES = 400;

/** The same noise through the same matrix of filters, by one contender or another, as fast as it goes. */
class MatrixPage {
  #context: OfflineAudioContext | undefined;
  #last: AudioBuffer | undefined;

  /** @param channels of the rendering that are kept: each costs as much as it is long, whoever made it */
  async arm(contender: Contender, config: MatrixConfig, seconds: number, channels: number): Promise<void> {
    const context = new OfflineAudioContext(channels, seconds * SAMPLE_RATE_HZ, SAMPLE_RATE_HZ);
    this.#context = context;
    context.destination.channelInterpretation = 'discrete';
    const source = noiseSource(context, config.inputs);
    const last = await connect(context, source, contender, config);
    last.connect(context.destination);
  }

  async render(): Promise<void> {
    this.#last = await this.#context!.startRendering();
  }

  /** Median time of one call of the kernel by itself, µs per quantum, its data in the caches. */
  async kernelAlone(config: MatrixConfig, course: Course = 'steady'): Promise<number> {
    const { module } = await kernels;
    const set = filtersOf(config);
    const matrix = new FilterMatrix(module, { ...shapeOf(set), sets: 2, sampleRateHz: SAMPLE_RATE_HZ });
    for (const s of [0, 1]) matrix.setFilters(s, prepareFilters(module, set));
    const quantum = matrix.input(0).length;
    const level = course === 'faint' ? FAINT : 1;
    for (let i = 0; i < config.inputs; i++) matrix.input(i).set(noise(quantum, i + 2).map((x) => level * x));
    let calls = 0;
    const stretch = (): number => {
      const start = performance.now();
      for (let call = 0; call < STRETCH_CALLS; call++) {
        if (course === 'swapping' && calls++ % SWAP_CALLS === 0) matrix.select((calls / SWAP_CALLS) & 1);
        matrix.process();
      }
      return (1000 * (performance.now() - start)) / STRETCH_CALLS;
    };
    for (let i = 0; i < STRETCHES / 10; i++) stretch();
    return median(Array.from({ length: STRETCHES }, stretch));
  }

  /** Some samples from the end of what was rendered last, of all outputs. */
  tail(count: number): number[] {
    const buffer = this.#last!;
    return Array.from({ length: buffer.numberOfChannels }, (_, c) => [
      ...buffer.getChannelData(c).subarray(buffer.length - count),
    ]).flat();
  }
}

function connect(
  context: OfflineAudioContext,
  source: AudioNode,
  contender: Contender,
  config: MatrixConfig,
): AudioNode | Promise<AudioNode> {
  if (contender === 'graph') return source;
  const set = filtersOf(config);
  if (contender === 'convolvers') return connectConvolvers(context, source, set);
  if (contender === 'plain') return connectPlain(context, source, set);
  return connectKernel(context, source, set, contender === 'kernel');
}

function filtersOf({ inputs, outputs, taps, symmetric = false }: MatrixConfig): Firs {
  const set = noiseFilters(inputs, outputs, taps, 1);
  return symmetric ? mirrored(set) : set;
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

function connectConvolvers(context: OfflineAudioContext, source: AudioNode, set: Firs): AudioNode {
  const { inputs, outputs, taps, firs } = set;
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
  return merger;
}

interface Processor {
  readonly name: string;
  readonly url: string;
  readonly set: Firs;
  readonly options: object;
}

async function connectProcessor(
  context: OfflineAudioContext,
  source: AudioNode,
  { name, url, set, options }: Processor,
): Promise<AudioWorkletNode> {
  await context.audioWorklet.addModule(url);
  const node = new AudioWorkletNode(context, name, {
    channelCount: set.inputs,
    channelCountMode: 'explicit',
    channelInterpretation: 'discrete',
    outputChannelCount: [set.outputs],
    processorOptions: options,
  });
  const ready = new Promise<void>((resolve, reject) => {
    node.port.onmessage = ({ data }) => (data.type === 'ready' ? resolve() : reject(new Error(data.message)));
  });
  source.connect(node);
  await ready;
  return node;
}

/** Compiled once, as in the app. */
const kernels = loadKernels();
const baselineKernels = loadKernels({ relaxed: false });

const shapeOf = ({ inputs, outputs, taps }: Firs) => ({ inputs, maxOutputs: outputs, maxTaps: taps });

function connectPlain(context: OfflineAudioContext, source: AudioNode, set: Firs): Promise<AudioNode> {
  const options = { set, plan: planPartitions(shapeOf(set)) };
  return connectProcessor(context, source, { name: 'plain-matrix', url: plainUrl, set, options });
}

async function connectKernel(
  context: OfflineAudioContext,
  source: AudioNode,
  set: Firs,
  asInTheApp: boolean,
): Promise<AudioNode> {
  const { module } = await (asInTheApp ? kernels : baselineKernels);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 32_768, shared: true });
  const options = { module, memory, ...shapeOf(set), sets: 1 };
  const setup = { name: FILTER_MATRIX_PROCESSOR_NAME, url: matrixUrl, set, options };
  const node = await connectProcessor(context, source, setup);
  const courier = new FilterCourier({ memory, send: (command) => node.port.postMessage(command) });
  node.port.onmessage = ({ data }) => courier.hear(data);
  await courier.deliver(0, prepareFilters(module, set, shapeOf(set)));
  return node;
}

const page = new MatrixPage();
export type { MatrixPage };
Object.assign(window, { matrixPage: page });
