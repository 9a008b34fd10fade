import { AudioBuffer, AudioBufferSourceNode, type IMinimalAudioContext } from 'standardized-audio-context';
import { buildChain, type Chain } from '../src/engine/chain.ts';
import { createContext } from '../src/engine/context.ts';
import { loadKernels } from '../src/engine/kernel-module.ts';
import { nativeOf } from '../src/engine/native-context.ts';
import { prepareFilters } from '../src/kernel/prepare-filters.ts';
import { noise, noiseFilters } from '../src/kernel/testing/convolution.ts';
import { LIVE_SETS, type ChainShape } from '../src/protocol/listening-protocol.ts';

const LOOP_SECONDS = 1;
const BURST_MS = 200;

interface Playback {
  readonly underrunEvents: number;
  readonly totalDuration: number;
}

/** The whole chain in real time, with four sets of filters, and what holds other threads up. */
class LivePage {
  #chain: Chain | undefined;
  #context: IMinimalAudioContext | undefined;
  readonly #workers: Worker[] = [];

  async play(outputs: number, taps: number): Promise<void> {
    const kernels = await loadKernels();
    const context = createContext();
    this.#context = context;
    const shape: ChainShape = { inputs: 3, maxOutputs: outputs, maxTaps: taps };
    const faults = (kind: string, part: string, detail: string) => {
      throw new Error(`${part} ${kind}: ${detail}`);
    };
    const chain = await buildChain(
      context,
      { kernels, shape },
      { onLatency: () => undefined, onFault: faults },
    );
    this.#chain = chain;
    chain.output.connect(context.destination);
    const buffer = new AudioBuffer({
      length: LOOP_SECONDS * context.sampleRate,
      numberOfChannels: 2,
      sampleRate: context.sampleRate,
    });
    for (const c of [0, 1])
      buffer.copyToChannel(noise(buffer.length, c + 2).map((x) => 0.1 * x) as Float32Array<ArrayBuffer>, c);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    source.connect(chain.input);
    source.start();
    for (const [index, set] of LIVE_SETS.entries()) {
      const filters = { ...noiseFilters(3, outputs, taps, index + 1), sampleRateHz: context.sampleRate };
      await chain.setFilters(set, prepareFilters(kernels.module, filters, shape), -12);
    }
    chain.select('A');
    await context.resume();
  }

  /** Another set is heard now. */
  switchTo(index: number): void {
    this.#chain!.select(LIVE_SETS[index % LIVE_SETS.length]!);
  }

  /** Workers that compute without a break. */
  keepBusy(count: number): void {
    for (let i = 0; i < count; i++)
      this.#workers.push(new Worker(new URL('./busy.worker.ts', import.meta.url), { type: 'module' }));
  }

  /** Holds this thread up. */
  block(): void {
    const end = performance.now() + BURST_MS;
    while (performance.now() < end);
  }

  playback(): Playback {
    const { playbackStats } = nativeOf(this.#context!) as unknown as { playbackStats: Playback };
    return { underrunEvents: playbackStats.underrunEvents, totalDuration: playbackStats.totalDuration };
  }

  async stop(): Promise<void> {
    for (const worker of this.#workers.splice(0)) worker.terminate();
    this.#chain?.dispose();
    await this.#context?.close();
  }
}

const page = new LivePage();
export type { LivePage };
Object.assign(window, { livePage: page });
