import { AudioBuffer, AudioBufferSourceNode, OfflineAudioContext } from 'standardized-audio-context';
import type { PreparedFilters } from '../protocol/designer-protocol.ts';
import type { Slot } from '../protocol/listening-protocol.ts';
import type { LoudnessRequest, TrackSamples } from '../protocol/loudness-protocol.ts';
import { buildChain, type Chain } from './chain.ts';
import { nativeOf } from './native-context.ts';

/** Something that is done while the track plays, on the first render quantum at or after its time. */
export type OfflineEvent = { readonly atSeconds: number } & (
  | { readonly select: Slot }
  | { readonly setFilters: { readonly slot: Slot; readonly filters: PreparedFilters } }
  | { readonly setUpmix: LoudnessRequest['upmix'] }
);

export interface OfflineRequest {
  readonly kernel: WebAssembly.Module;
  readonly track: TrackSamples;
  readonly upmix: LoudnessRequest['upmix'];
  readonly filters: Readonly<Record<Slot, PreparedFilters>>;
  readonly selected: Slot;
  readonly slotGainDb?: Readonly<Record<Slot, number>>;
  readonly events?: readonly OfflineEvent[];
}

export interface OfflineResult {
  readonly channels: readonly Float32Array[];
  /** What the chain says of itself: the output is late by this. */
  readonly latencySamples: number;
  /** What it reported as gone wrong. */
  readonly faults: readonly string[];
}

const OUTPUTS = 2;
/** For a message to be in the audio thread before rendering goes on; it cannot be asked. */
const MESSAGE_MS = 60;

/** Renders a track through the very chain that plays it, volume at 0 dB, until its last sample has left the chain. */
export async function renderOffline(request: OfflineRequest): Promise<OfflineResult> {
  const { track, kernel, filters, slotGainDb, events = [] } = request;
  const { sampleRateHz, left, right } = track;
  const tail = filters.A.taps + 2 * sampleRateHz;
  const context = new OfflineAudioContext({
    numberOfChannels: OUTPUTS,
    length: left.length + tail,
    sampleRate: sampleRateHz,
  });
  const faults: string[] = [];
  const chain = await buildChain(context, kernel, {
    onLatency: () => undefined,
    onReduction: () => undefined,
    onFault: (kind, part, detail) => faults.push(`${part} ${kind}: ${detail}`),
  });
  await chain.running;
  chain.setUpmix(request.upmix);
  for (const slot of ['A', 'B'] as const) {
    chain.setFilters(slot, filters[slot]);
    if (slotGainDb) chain.setSlotGainDb(slot, slotGainDb[slot]);
  }
  chain.select(request.selected);
  chain.output.connect(context.destination);
  const buffer = new AudioBuffer({ length: left.length, numberOfChannels: 2, sampleRate: sampleRateHz });
  buffer.copyToChannel(left as Float32Array<ArrayBuffer>, 0);
  buffer.copyToChannel(right as Float32Array<ArrayBuffer>, 1);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(chain.input);
  source.start(0);
  const native = nativeOf(context);
  for (const event of events) {
    void native.suspend(event.atSeconds).then(async () => {
      apply(chain, event);
      await delivered();
      await native.resume();
    });
  }
  await delivered();
  const rendered = await context.startRendering();
  const channels = Array.from({ length: OUTPUTS }, (_, c) => rendered.getChannelData(c));
  return { channels, latencySamples: chain.latencySamples(), faults };
}

function apply(chain: Chain, event: OfflineEvent): void {
  if ('select' in event) chain.select(event.select);
  else if ('setUpmix' in event) chain.setUpmix(event.setUpmix);
  else chain.setFilters(event.setFilters.slot, event.setFilters.filters);
}

function delivered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, MESSAGE_MS));
}
