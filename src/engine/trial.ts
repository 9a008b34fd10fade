import {
  AudioBuffer,
  AudioBufferSourceNode,
  MinimalOfflineAudioContext,
  type IMinimalOfflineAudioContext,
} from 'standardized-audio-context';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import { LIVE_SETS, shapeFor, type ChainShape } from '../protocol/listening-protocol.ts';
import type { DesignSize } from '../store/ports.ts';
import { buildChain, type Chain } from './chain.ts';
import type { Kernels } from './kernel-module.ts';
import { nativeOf } from './native-context.ts';

/** Rendering is timed in stretches of this much audio: long beside the time that stopping and going on takes. */
const STRETCH_SECONDS = 0.25;
const MOST_STRETCHES = 16;
/** One that is not counted and one that is. */
const LEAST_STRETCHES = 2;
/** After this long no further stretch of a size is begun. */
const PATIENCE_MS = 700;
const LEVEL = 0.1;

export interface TrialSetup {
  readonly kernels: Kernels;
  readonly size: DesignSize;
  readonly sampleRateHz: number;
}

/** @returns share of real time, null when it was stopped; in both cases nothing of it goes on */
export function measureShare(
  setup: TrialSetup,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<number | null> {
  return signal.aborted ? Promise.resolve(null) : new Trial(setup).measure(onProgress, signal);
}

/** One chain of one size, rendered stretch by stretch. */
class Trial {
  private readonly shape: ChainShape;
  private readonly context: IMinimalOfflineAudioContext;

  constructor(private readonly setup: TrialSetup) {
    const { size, sampleRateHz } = setup;
    this.shape = shapeFor(size);
    // One channel of the result is enough: nobody listens to it, and all of them would have to be kept.
    this.context = new MinimalOfflineAudioContext({
      numberOfChannels: 1,
      length: Math.round((MOST_STRETCHES + 1) * STRETCH_SECONDS * sampleRateHz),
      sampleRate: sampleRateHz,
    });
  }

  async measure(onProgress: (fraction: number) => void, signal: AbortSignal): Promise<number | null> {
    const chain = await this.build();
    const native = nativeOf(this.context);
    let stopped = native.suspend(STRETCH_SECONDS);
    const rendered = this.context.startRendering();
    const startedAt = performance.now();
    const times: number[] = [];
    let since = startedAt;
    for (let stretch = 1; ; stretch++) {
      await stopped;
      const now = performance.now();
      times.push(now - since);
      const spent = (now - startedAt) / PATIENCE_MS;
      onProgress(Math.min(1, Math.max(stretch / MOST_STRETCHES, spent)));
      const isEnough = stretch === MOST_STRETCHES || (stretch >= LEAST_STRETCHES && spent >= 1);
      if (isEnough || signal.aborted) break;
      stopped = native.suspend((stretch + 1) * STRETCH_SECONDS);
      since = performance.now();
      await native.resume();
    }
    await this.end(chain, rendered);
    // All stretches are the same work: what took longer than the quickest was held up by other programs, which is what the
    // rest of the core is left for. The first one meets cold caches.
    return signal.aborted ? null : Math.min(...times.slice(1)) / (1000 * STRETCH_SECONDS);
  }

  private async build(): Promise<Chain<IMinimalOfflineAudioContext>> {
    const { context, shape } = this;
    const { kernels, sampleRateHz } = this.setup;
    const problems: string[] = [];
    const chain = await buildChain(
      context,
      { kernels, shape },
      {
        onLatency: () => undefined,
        onFault: (kind, part, detail) => problems.push(`${part} ${kind}: ${detail}`),
      },
    );
    await chain.running;
    const filters = this.filters();
    for (const set of LIVE_SETS) await chain.setFilters(set, filters);
    chain.select('A');
    await chain.obeyed();
    if (problems.length > 0) throw new Error(problems.join('; '));
    const sides = [1, 2].map((seed) => noise(sampleRateHz, LEVEL, seed));
    const buffer = new AudioBuffer({
      length: sampleRateHz,
      numberOfChannels: 2,
      sampleRate: sampleRateHz,
    });
    sides.forEach((side, c) => buffer.copyToChannel(side, c));
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    source.connect(chain.input);
    source.start(0);
    // A source that has not ended would keep its context.
    source.stop(MOST_STRETCHES * STRETCH_SECONDS);
    chain.output.connect(context.destination);
    return chain;
  }

  private filters() {
    const { inputs } = this.shape;
    const { kernels, size, sampleRateHz } = this.setup;
    const { outputs, taps } = size;
    const firs = noise(inputs * outputs * taps, 1 / Math.sqrt(taps), 3);
    const set = { inputs, outputs, taps, firs, sampleRateHz, latencySamples: 0 };
    return prepareFilters(kernels.module, set, this.shape);
  }

  /** What is left to render costs nothing any more: its processors are gone. */
  private async end(chain: Chain<IMinimalOfflineAudioContext>, rendered: Promise<unknown>): Promise<void> {
    chain.dispose();
    await nativeOf(this.context).resume();
    await rendered;
  }
}

/** Even noise within ± `level`, the same each time. */
function noise(length: number, level: number, seed: number): Float32Array<ArrayBuffer> {
  let state = (seed * 2654435761) >>> 0;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return level * (state / 2 ** 31 - 1);
  });
}
