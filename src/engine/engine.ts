import type { IMinimalAudioContext } from 'standardized-audio-context';
import type { LiveSet } from '../protocol/listening-protocol.ts';
import type { TrackSamples } from '../protocol/loudness-protocol.ts';
import type { MediaAccess } from '../protocol/media-protocol.ts';
import type { MeterReading, SpectrumReading, SpectrumSource } from '../store/meter-reading.ts';
import type {
  EngineEvent,
  EngineHealth,
  EnginePort,
  LoopSeconds,
  TestSound,
  TrackSource,
} from '../store/ports.ts';
import { createContext, Rest } from './context.ts';
import { gapsSoFar, healthOf, type Gaps } from './health.ts';
import type { Kernels } from './kernel-module.ts';
import { LoadMeter } from './load-meter.ts';
import { LiveInput } from './live/live-input.ts';
import { LiveChains } from './live-chains.ts';
import { MeterTap } from './meter-tap.ts';
import { nativeOf } from './native-context.ts';
import { OutputChannels } from './output-channels.ts';
import { OutputDevices } from './output-devices.ts';
import { OutputGate } from './output-gate.ts';
import { Transport } from './playback/transport.ts';
import { Deck } from './deck.ts';
import { TestSounds } from './test-sounds.ts';

/** A browser that has not started the output by then waits for a gesture. */
const START_PATIENCE_MS = 2000;

/**
 * The audio side of the app: a context, the chain of worklets, and one track.
 * @param kernels awaited at start
 * @param startLoadClock a worker that tells the audio thread the time; without it the load is not measured
 * @param media reads files while they play; without it they are decoded as a whole
 */
export function createEngine(
  kernels: Promise<Kernels>,
  startLoadClock?: () => Worker,
  media?: MediaAccess,
): EnginePort {
  return new Engine(createContext(), kernels, startLoadClock, media);
}

type Fault = Omit<Extract<EngineEvent, { type: 'fault' }>, 'type'>;

class Engine implements EnginePort {
  readonly sampleRateHz: number;
  readonly outputs: EnginePort['outputs'];
  readonly live: LiveInput;
  private readonly transport: Transport;
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private readonly chains: LiveChains;
  private readonly tests: TestSounds;
  private readonly meters: MeterTap;
  private readonly loadMeter: LoadMeter;
  private readonly deck: Deck;
  private readonly rest: Rest;
  private readonly gate: OutputGate;
  private readonly outputDevices: OutputDevices;
  private readonly outputChannels: OutputChannels;
  /** Counted before playing began. */
  private gapsBefore: Gaps | null = null;
  /** The output has been asked for and has not come yet. */
  private starting = false;
  private repairing: Promise<void> | null = null;

  constructor(
    private readonly context: IMinimalAudioContext,
    kernels: Promise<Kernels>,
    startLoadClock?: () => Worker,
    media?: MediaAccess,
  ) {
    this.sampleRateHz = context.sampleRate;
    this.loadMeter = new LoadMeter(context.sampleRate, startLoadClock);
    this.meters = new MeterTap(
      context,
      kernels.then(({ module }) => module),
      this.loadMeter.board,
    );
    this.transport = new Transport({
      context,
      delaySeconds: () => this.delaySeconds(),
      onEnded: () => {
        this.emit({ type: 'ended' });
        this.rest.beginSoon();
      },
      onAdvanced: () => this.deck.advance(),
    });
    this.live = new LiveInput({
      context,
      media: navigator.mediaDevices,
      transport: this.transport,
      beforeChange: () => this.pause(),
      onRest: (event) => {
        this.pause();
        this.emit(event);
      },
      onHeard: (seconds) => this.emit({ type: 'live-heard', seconds }),
    });
    this.deck = new Deck({
      context,
      media,
      transport: this.transport,
      onEvent: (event) => this.emit(event),
      onAnother: (leftAt) => this.meters.restart(leftAt + this.chains.latencySeconds),
      beforeChange: () => this.chains.settle(),
    });
    this.rest = new Rest(context, () => this.isSounding);
    this.gate = new OutputGate(context);
    this.outputChannels = new OutputChannels({
      destination: context.destination,
      quietly: (change) => this.quietly(change),
      onMost: (channels) => this.emit({ type: 'channels', channels }),
    });
    this.outputDevices = new OutputDevices({
      sink: nativeOf(context),
      media: navigator.mediaDevices,
      quietly: (change) => this.quietly(() => this.changeDevice(change)),
      isPlaying: () => this.isSounding,
      onChoice: (choice) => this.emit({ type: 'outputs', choice }),
      onAbsent: ({ label }, wasPlaying) => this.onAbsent(label, wasPlaying),
    });
    this.outputs = this.outputDevices.supported ? this.outputDevices : null;
    this.chains = new LiveChains({
      context,
      kernels,
      transport: this.live,
      destination: this.gate.input,
      needChannels: (channels) => this.outputChannels.need(channels),
      load: this.loadMeter.board,
      onHeard: () => this.tests.move(),
      onLatency: (algorithmSamples) =>
        this.emit({ type: 'latency', algorithmSamples, sampleRateHz: this.sampleRateHz }),
      onFault: (kind, part, detail) => this.onChainFault({ kind, part, detail }),
    });
    this.tests = new TestSounds(
      context,
      () => this.chains.places,
      () => {
        this.emit({ type: 'test-ended' });
        this.rest.beginSoon();
      },
    );
    context.onstatechange = () => this.onStateChange();
  }

  async start(): Promise<void> {
    nativeOf(this.context).addEventListener('error', () => {
      this.interrupt({ kind: 'device', part: 'output', detail: '' });
    });
    this.outputChannels.look();
    navigator.mediaDevices?.addEventListener('devicechange', () => this.outputChannels.look());
    await this.chains.rebuild();
    void this.meters.connect(this.chains.outlet);
    this.rest.beginSoon();
  }

  load(source: TrackSource): ReturnType<EnginePort['load']> {
    return this.deck.load(source);
  }

  prepare(source: TrackSource | null): ReturnType<EnginePort['prepare']> {
    return this.deck.prepare(source);
  }

  describe(...[source]: Parameters<EnginePort['describe']>): ReturnType<EnginePort['describe']> {
    return this.deck.describe(source);
  }

  setLoop(loop: LoopSeconds | null): void {
    this.deck.setLoop(loop);
  }

  peaks(...range: Parameters<EnginePort['peaks']>): Float32Array {
    return this.deck.peaks(...range);
  }

  trackSamples(): Promise<TrackSamples | null> {
    return this.deck.trackSamples();
  }

  async play(): Promise<void> {
    await this.soundOn(() => {
      this.tests.stop();
      this.live.play();
      if (this.live.playing) this.emit({ type: 'playing', playing: true });
    });
  }

  async playTest(sound: TestSound): Promise<boolean> {
    await this.soundOn(() => {
      if (this.live.playing) this.pause();
      this.tests.play(sound);
    });
    return this.tests.isPlaying;
  }

  stopTest(): void {
    this.tests.stop();
  }

  pause(): void {
    this.chains.settle();
    this.live.rest();
    this.emit({ type: 'playing', playing: false });
    this.rest.beginSoon();
  }

  seek(seconds: number): void {
    this.chains.settle();
    this.transport.seek(Math.round(seconds * this.sampleRateHz));
  }

  positionSeconds(): number {
    return this.transport.position() / this.sampleRateHz;
  }

  setVolumeDb(volumeDb: number): void {
    this.chains.tell('volume', (chain) => chain.setVolumeDb(volumeDb));
  }

  setPath(...[path]: Parameters<EnginePort['setPath']>): void {
    this.chains.setPath(path);
  }

  setRoutes(...[routes]: Parameters<EnginePort['setRoutes']>): void {
    void this.chains.setRoutes(routes);
  }

  setUpmix(kind: Parameters<EnginePort['setUpmix']>[0]): void {
    this.chains.tell('upmix', (chain) => chain.setUpmix(kind));
  }

  setFilters(...[set, filters, gainDb]: Parameters<EnginePort['setFilters']>): void {
    // The gain they bring takes the place of what was set before.
    this.chains.forget(`gain ${set}`);
    this.chains.tellOfPath(`filters ${set}`, (chain) => chain.setFilters(set, filters, gainDb));
  }

  setGainDb(...[set, gainDb, seconds]: Parameters<EnginePort['setGainDb']>): void {
    this.chains.tellOfPath(`gain ${set}`, (chain) => chain.setGainDb(set, gainDb, seconds));
  }

  select(set: LiveSet): void {
    this.chains.tell('selected', (chain) => chain.select(set));
  }

  readMeters(into: MeterReading): void {
    this.meters.read(into);
  }

  readSpectrum(source: SpectrumSource, into: SpectrumReading): void {
    this.meters.readSpectrum(source, into);
  }

  restartMeters(): void {
    this.meters.restart(0);
  }

  readHealth(): EngineHealth {
    const health = healthOf(nativeOf(this.context), this.chains.latencySeconds, this.gapsBefore);
    return { ...health, load: this.loadMeter.read() };
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get isSounding(): boolean {
    return this.live.playing || this.tests.isPlaying;
  }

  /** Begins something on an output that runs, through a chain that is whole; to be called inside a gesture. */
  private async soundOn(begin: () => void): Promise<void> {
    // First of all: the browser grants it within the gesture only.
    const resumed = this.rest.end().catch(() => undefined);
    await this.outputDevices.returnToWanted();
    if (this.chains.isBroken && !(await this.repair())) return;
    this.meters.revive();
    if (this.context.state !== 'running') this.outputChannels.open();
    this.gate.open();
    begin();
    if (!this.isSounding) return this.rest.beginSoon();
    this.starting = true;
    // Without a gesture `resume` stays pending for ever.
    const patience = new Promise((resolve) => setTimeout(resolve, START_PATIENCE_MS));
    await Promise.race([resumed, patience]);
    this.starting = false;
    this.gapsBefore = gapsSoFar(nativeOf(this.context));
    if (this.context.state !== 'running') this.interrupt({ kind: 'blocked', part: 'output', detail: '' });
  }

  private emit(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private delaySeconds(): number {
    const { outputLatency = 0 } = nativeOf(this.context);
    const output = outputLatency > 0 ? outputLatency : this.context.baseLatency;
    return output + this.chains.latencySeconds;
  }

  private async quietly(change: () => Promise<void>): Promise<void> {
    await this.gate.change(change).finally(() => {
      if (this.isSounding) this.gate.open();
    });
  }

  /** With two channels, which every device has, until the other one is there. */
  private async changeDevice(change: () => Promise<void>): Promise<void> {
    this.outputChannels.close();
    await change().finally(() => this.outputChannels.open());
    this.outputChannels.look();
  }

  private onAbsent(label: string, wasPlaying: boolean): void {
    if (!wasPlaying) return this.emit({ type: 'fault', kind: 'output-missing', part: label, detail: '' });
    this.interrupt({ kind: 'output-lost', part: label, detail: '' });
  }

  /** A new chain in the place of one that failed. @returns whether it is there */
  private async repair(): Promise<boolean> {
    // What is left in the old one fades, and does not break off.
    this.repairing ??= this.gate
      .shut()
      .then(() => this.chains.rebuild())
      .catch((error: unknown) =>
        this.emit({ type: 'fault', kind: 'stopped', part: 'audio path', detail: String(error) }),
      )
      .finally(() => (this.repairing = null));
    await this.repairing;
    return !this.chains.isBroken;
  }

  private onChainFault(fault: Fault): void {
    if (fault.kind === 'stopped') {
      this.tests.stop();
      this.pause();
    }
    this.emit({ type: 'fault', ...fault });
  }

  /** What plays is paused, not lost, and said to be. */
  private interrupt(fault: Fault): void {
    if (!this.isSounding) return;
    this.tests.stop();
    if (this.live.playing) this.pause();
    void this.gate.shut();
    this.emit({ type: 'fault', ...fault });
  }

  private onStateChange(): void {
    if (this.starting || this.gate.isChanging) return;
    if (this.context.state === 'running') {
      if (!this.isSounding) this.rest.beginSoon();
      return;
    }
    // The system took the output away: a call, a sleeping device.
    this.interrupt({ kind: 'interrupted', part: 'output', detail: '' });
  }
}
