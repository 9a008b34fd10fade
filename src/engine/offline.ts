import { AudioBufferSourceNode, MinimalOfflineAudioContext } from 'standardized-audio-context';
import type { PreparedFilters } from '../protocol/designer-protocol.ts';
import {
  LIVE_SETS,
  MATRIX_SHAPE,
  type ChainShape,
  type LiveSet,
  type Profile,
} from '../protocol/listening-protocol.ts';
import type { LoudnessRequest, TrackSamples } from '../protocol/loudness-protocol.ts';
import { buildChain, type Chain } from './chain.ts';
import type { Kernels } from './kernel-module.ts';
import { nativeOf } from './native-context.ts';
import { stereoBuffer } from './stereo-buffer.ts';

/** Something that is done while the track plays, on the first render quantum at or after its time. */
export type OfflineEvent = { readonly atSeconds: number } & (
  | { readonly select: LiveSet }
  | { readonly setFilters: { readonly set: LiveSet; readonly filters: PreparedFilters } }
  | { readonly setUpmix: LoudnessRequest['upmix'] }
);

export interface OfflineRequest {
  readonly kernels: Kernels;
  readonly track: TrackSamples;
  readonly upmix: LoudnessRequest['upmix'];
  /** `music` where absent. */
  readonly profile?: Profile;
  /** What the filters were prepared for; the player's own where absent. */
  readonly shape?: ChainShape;
  /** Rendering goes on as long as the longest of them after the track's end. */
  readonly filters: Readonly<Partial<Record<LiveSet, PreparedFilters>>>;
  readonly selected: LiveSet;
  readonly gainDb?: Readonly<Partial<Record<LiveSet, number>>>;
  readonly events?: readonly OfflineEvent[];
}

export interface OfflineResult {
  readonly channels: readonly Float32Array[];
  /** What the chain says of itself: the output is late by this. */
  readonly latencySamples: number;
  /** What it reported as gone wrong. */
  readonly faults: readonly string[];
}

/** Renders a track through the very chain that plays it, volume at 0 dB, until its last sample has left the chain. */
export async function renderOffline(request: OfflineRequest): Promise<OfflineResult> {
  const { track, kernels, shape = MATRIX_SHAPE, profile = 'music', filters, gainDb, events = [] } = request;
  const { sampleRateHz, left } = track;
  const taps = Object.values(filters).map((set) => set.taps);
  const tail = Math.max(...taps) + 2 * sampleRateHz;
  const context = new MinimalOfflineAudioContext({
    numberOfChannels: shape.maxOutputs,
    length: left.length + tail,
    sampleRate: sampleRateHz,
  });
  const faults: string[] = [];
  const chain = await buildChain(
    context,
    { kernels, shape, profile },
    {
      onLatency: () => undefined,
      onFault: (kind, part, detail) => faults.push(`${part} ${kind}: ${detail}`),
    },
  );
  await chain.running;
  chain.setUpmix(request.upmix);
  for (const set of LIVE_SETS) {
    const prepared = filters[set];
    if (prepared) await chain.setFilters(set, prepared, gainDb?.[set]);
  }
  chain.select(request.selected);
  chain.output.connect(context.destination);
  const source = new AudioBufferSourceNode(context, { buffer: stereoBuffer(track, sampleRateHz) });
  source.connect(chain.input);
  source.start(0);
  const native = nativeOf(context);
  for (const event of events) {
    void native.suspend(event.atSeconds).then(async () => {
      await apply(chain, event);
      await chain.obeyed();
      await native.resume();
    });
  }
  await chain.obeyed();
  const rendered = await context.startRendering();
  const latencySamples = chain.latencySamples();
  chain.dispose();
  const channels = Array.from({ length: shape.maxOutputs }, (_, c) => rendered.getChannelData(c));
  return { channels, latencySamples, faults };
}

async function apply(chain: Chain, event: OfflineEvent): Promise<void> {
  if ('select' in event) chain.select(event.select);
  else if ('setUpmix' in event) chain.setUpmix(event.setUpmix);
  else await chain.setFilters(event.setFilters.set, event.setFilters.filters);
}
