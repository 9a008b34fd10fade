import {
  AudioBuffer,
  AudioBufferSourceNode,
  GainNode,
  MinimalOfflineAudioContext,
} from 'standardized-audio-context';
import type { IAudioNode, IMinimalOfflineAudioContext } from 'standardized-audio-context';
import { buildChain, type Chain } from '../src/engine/chain.ts';
import { loadKernels, type Kernels } from '../src/engine/kernel-module.ts';
import { nativeOf } from '../src/engine/native-context.ts';
import { createProcessorNode, type ProcessorNode } from '../src/engine/processor-node.ts';
import type { PreparedFilters } from '../src/protocol/designer-protocol.ts';
import { LIVE_SETS, type ChainShape } from '../src/protocol/listening-protocol.ts';
import { FLAWS, planSegment, type EventKind, type Segment, type SoakEvent } from './soak-events.ts';
import listenerUrl from './soak-listener.worklet.ts?worker&url';
import { flawed, RATE_HZ, soakFilters, soakProgramme } from './soak-material.ts';
import type { SoakCommand, SoakReading } from './soak-reading.ts';

/** The limiter's ceiling of −1 dB, and one rounding of it to Float32. */
const CEILING = 10 ** (-1 / 20) + 1e-6;
/** As between two gestures in the player. */
const FADE_SECONDS = 0.01;
const BAD_SAMPLES = 400;
/** What sounds is above this at every volume but none: −40 dB of volume, −15 of gain, −40 in the programme, and a reserve. */
const FAINTEST = 1e-6;
/**
 * A step of one part in 2000 of full scale (−66 dB): twenty times what the events make that are crossfaded in the chain. A
 * source's start or stop and a change of volume have corners at the ends of their ramps: of the programme's loudest chords,
 * peaks of 4.5 over 10 ms, like a step of one in 200.
 */
const CLICK = { crossfaded: 35 / 2000, ramped: 35 / 100 };
const RAMPED: readonly EventKind[] = ['device size', 'seek', 'volume'];

export interface SegmentResult {
  readonly seconds: number;
  readonly frames: number;
  readonly events: Readonly<Record<string, number>>;
  readonly peak: number;
  readonly truePeak: number;
  /** Largest by kind of event. */
  readonly roughness: Readonly<Record<string, number>>;
  /** What was not as it should be, second by second. */
  readonly problems: readonly string[];
}

type Offline = IMinimalOfflineAudioContext;

class SoakPage {
  private readonly programme = bufferOf(soakProgramme());
  private readonly filters = new Map<ChainShape, PreparedFilters[]>();

  private constructor(private readonly kernels: Kernels) {}

  static async open(): Promise<SoakPage> {
    return new SoakPage(await loadKernels());
  }

  /** A stay on one device, from its building to its disposal. */
  run(seed: number, index: number): Promise<SegmentResult> {
    const segment = planSegment(seed, index);
    let filters = this.filters.get(segment.shape);
    if (!filters)
      this.filters.set(segment.shape, (filters = soakFilters(this.kernels.module, segment.shape)));
    return new Stay(this.kernels, segment, filters).run(this.programme);
  }
}

/** One chain in an offline context that is stopped each second for an event. */
class Stay {
  private readonly context: Offline;
  private readonly refusals: string[] = [];
  private readonly problems: string[] = [];
  private readonly roughness: Record<string, number> = {};
  private readonly events: Record<string, number> = {};
  private chain!: Chain<Offline>;
  private listener!: ProcessorNode<Offline, SoakCommand>;
  private heard: ((reading: SoakReading) => void) | null = null;
  private volumeDb = 0;
  private frames = 0;
  private peak = 0;
  private truePeak = 0;

  constructor(
    private readonly kernels: Kernels,
    private readonly segment: Segment,
    private readonly filters: readonly PreparedFilters[],
  ) {
    // What is rendered is looked at on its way: one channel, and a little more than is listened to.
    this.context = new MinimalOfflineAudioContext({
      numberOfChannels: 1,
      length: (segment.seconds + 0.1) * RATE_HZ,
      sampleRate: RATE_HZ,
    });
  }

  async run(programme: AudioBuffer): Promise<SegmentResult> {
    const { segment, context } = this;
    await this.build();
    this.schedule(programme);
    const native = nativeOf(context);
    let stopped = native.suspend(1);
    const rendered = context.startRendering();
    for (let second = 0; second < segment.seconds; second++) {
      await stopped;
      // What the second before has brought.
      await this.check(second, segment.events[second - 1]);
      const event = segment.events[second];
      if (event) await this.apply(event);
      await this.chain.obeyed();
      if (second + 1 === segment.seconds) break;
      stopped = native.suspend(second + 2);
      await native.resume();
    }
    this.chain.dispose();
    // Rendering goes on once everybody has heard that it ends: what has not would stay for good.
    await this.read();
    this.listener.send({ type: 'end' });
    await native.resume();
    await rendered;
    const { frames, events, peak, truePeak, roughness, problems } = this;
    return { seconds: segment.seconds, frames, events, peak, truePeak, roughness, problems };
  }

  private async build(): Promise<void> {
    const { context, segment, kernels } = this;
    const { shape } = segment;
    this.chain = await buildChain(
      context,
      { kernels, shape },
      {
        onLatency: () => undefined,
        onFault: (kind, part, detail) => {
          if (kind === 'refused') this.refusals.push(`${part}: ${detail}`);
          else this.problems.push(`${part} ${kind}: ${detail}`);
        },
      },
    );
    await nativeOf(context).audioWorklet.addModule(listenerUrl);
    this.listener = createProcessorNode<Offline, SoakCommand, SoakReading>(context, {
      name: 'soak-listener',
      inputChannels: shape.maxOutputs,
      outputChannels: 1,
      options: { module: kernels.module, channels: shape.maxOutputs },
      onReport: (reading) => this.heard?.(reading),
      onDeath: () => this.problems.push('the listener has died'),
    });
    this.chain.output.connect(this.listener.node).connect(context.destination);
    await this.chain.running;
    for (const [i, set] of LIVE_SETS.entries()) await this.chain.setFilters(set, this.pick(i), -6);
    await this.chain.obeyed();
  }

  private pick(filters: number): PreparedFilters {
    return this.filters[filters % this.filters.length]!;
  }

  /** Sources cannot be added to a context that renders: each stretch between two seeks waits behind its own gate. */
  private schedule(buffer: AudioBuffer): void {
    const { context, segment, chain } = this;
    const seeks = [{ at: 0, offset: segment.startsInProgramme }];
    segment.events.forEach((event, i) => {
      if (event.kind === 'seek') seeks.push({ at: i + 1, offset: event.toSeconds });
      if (event.kind === 'bad samples') this.playBad(event.value, i + 1);
    });
    seeks.forEach(({ at, offset }, i) => {
      const source = new AudioBufferSourceNode(context, { buffer, loop: true });
      const gate = new GainNode(context, { gain: 0 });
      const startsAt = at + FADE_SECONDS;
      gate.gain.setValueAtTime(0, startsAt);
      gate.gain.linearRampToValueAtTime(1, startsAt + FADE_SECONDS);
      // The last one too: a source that has not ended keeps its context.
      const stopsAt = seeks[i + 1]?.at ?? segment.seconds + FADE_SECONDS;
      gate.gain.setValueAtTime(1, stopsAt);
      gate.gain.linearRampToValueAtTime(0, stopsAt + FADE_SECONDS);
      source.connect(gate).connect(chain.input as IAudioNode<Offline>);
      source.start(startsAt, offset);
      source.stop(stopsAt + FADE_SECONDS);
    });
  }

  private playBad(value: number, at: number): void {
    const samples = new Float32Array(BAD_SAMPLES).fill(value);
    const source = new AudioBufferSourceNode(this.context, { buffer: bufferOf([samples, samples]) });
    source.connect(this.chain.input);
    source.start(at);
  }

  private async apply(event: SoakEvent): Promise<void> {
    const { chain } = this;
    switch (event.kind) {
      case 'swap':
        return chain.setFilters(event.set, this.pick(event.filters), event.gainDb);
      case 'switch':
        return chain.select(event.set);
      case 'bad set': {
        const gainDb = event.flaw === 'a gain that is no number' ? NaN : undefined;
        return chain.setFilters(event.set, flawed(this.pick(event.filters), event.flaw), gainDb);
      }
      case 'upmix':
        return chain.setUpmix(event.upmix);
      case 'volume':
        this.volumeDb = event.volumeDb;
        return chain.setVolumeDb(event.volumeDb);
    }
  }

  private read(): Promise<SoakReading> {
    return new Promise((resolve) => {
      this.heard = resolve;
      this.listener.send({ type: 'read' });
    });
  }

  /** @param event that this second began with; the device itself where absent */
  private async check(second: number, event: SoakEvent | undefined): Promise<void> {
    const kind: EventKind = event?.kind ?? 'device size';
    const reading = await this.read();
    const { peak, truePeak, roughness, notFinite } = reading;
    const fail = (what: string) => this.problems.push(`second ${second} (${describe(event)}): ${what}`);
    if (notFinite > 0) fail(`${notFinite} samples are no numbers`);
    if (peak > CEILING) fail(`a sample of ${peak}`);
    if (truePeak > CEILING) fail(`a true peak of ${truePeak}`);
    const isHeard = this.volumeDb > -Infinity;
    if (isHeard && peak < FAINTEST) fail('silence');
    const click = RAMPED.includes(kind) ? CLICK.ramped : CLICK.crossfaded;
    if (kind !== 'bad samples' && roughness > click) fail(`a click of ${roughness / 35}`);
    this.checkRefusals(event, fail);
    this.events[kind] = (this.events[kind] ?? 0) + 1;
    this.roughness[kind] = Math.max(this.roughness[kind] ?? 0, roughness);
    this.frames += reading.frames;
    this.peak = Math.max(this.peak, peak);
    this.truePeak = Math.max(this.truePeak, truePeak);
  }

  private checkRefusals(event: SoakEvent | undefined, fail: (what: string) => void): void {
    const refusals = this.refusals.splice(0);
    if (event?.kind !== 'bad set') {
      if (refusals.length > 0) fail(`refused: ${refusals.join('; ')}`);
      return;
    }
    const isNamed = refusals.length === 1 && refusals[0]!.includes(FLAWS[event.flaw]);
    if (!isNamed) fail(`not refused by name, but: ${refusals.join('; ') || 'taken'}`);
  }
}

function describe(event: SoakEvent | undefined): string {
  return event ? JSON.stringify(event) : 'device size';
}

function bufferOf(sides: readonly Float32Array<ArrayBuffer>[]): AudioBuffer {
  const buffer = new AudioBuffer({ length: sides[0]!.length, numberOfChannels: 2, sampleRate: RATE_HZ });
  sides.forEach((side, c) => buffer.copyToChannel(side, c));
  return buffer;
}

const page = SoakPage.open();
export type { SoakPage };
declare global {
  interface Window {
    soakPage: Promise<SoakPage>;
  }
}
window.soakPage = page;
