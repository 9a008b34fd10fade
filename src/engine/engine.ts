import {
  AudioBuffer,
  AudioContext,
  GainNode,
  type IAudioContext,
  type IGainNode,
} from 'standardized-audio-context';
import { MATRIX_SHAPE, type LiveSet } from '../protocol/listening-protocol.ts';
import type { TrackSamples } from '../protocol/loudness-protocol.ts';
import type { MeterReading, SpectrumReading } from '../store/meter-reading.ts';
import type { EngineEvent, EngineHealth, EnginePort, LoadReply, TrackSource } from '../store/ports.ts';
import { buildChain, type Chain } from './chain.ts';
import { gapsSoFar, healthOf, type Gaps } from './health.ts';
import type { Kernels } from './kernel-module.ts';
import { LoadMeter } from './load-meter.ts';
import { loadTrack } from './load-track.ts';
import { MeterTap } from './meter-tap.ts';
import { nativeOf } from './native-context.ts';
import { waveformPeaks, type Stereo } from './stereo.ts';
import { Transport } from './transport.ts';

/** Rates the filters can be designed for; a device beyond them (a headset on a call) is resampled by the browser. */
const RATES_HZ = { min: 44_100, max: 192_000, fallback: 48_000 } as const;
const WAVEFORM_COLUMNS = 2000;
/** A browser that has not started the output by then waits for a gesture. */
const START_PATIENCE_MS = 2000;
/** After this long at rest the audio thread is let go. */
const IDLE_MS = 3000;

/**
 * The audio side of the app: a context, the chain of worklets, and one track.
 * @param kernels awaited at start
 * @param startLoadClock a worker that tells the audio thread the time; without it the load is not measured
 */
export function createEngine(kernels: Promise<Kernels>, startLoadClock?: () => Worker): EnginePort {
  return new Engine(createContext(), kernels, startLoadClock);
}

function createContext(): IAudioContext {
  const context = new AudioContext({ latencyHint: 'balanced' });
  if (context.sampleRate >= RATES_HZ.min && context.sampleRate <= RATES_HZ.max) return context;
  void context.close();
  return new AudioContext({ latencyHint: 'balanced', sampleRate: RATES_HZ.fallback });
}

type Fault = Omit<Extract<EngineEvent, { type: 'fault' }>, 'type'>;

class Engine implements EnginePort {
  readonly sampleRateHz: number;
  private readonly entry: IGainNode<IAudioContext>;
  private readonly transport: Transport;
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  /** The newest of everything that the chain was told, by name: for the first chain and for one that takes its place. */
  private readonly settings = new Map<string, (chain: Chain<IAudioContext>) => void>();
  private chain: Chain<IAudioContext> | null = null;
  private readonly meters: MeterTap;
  private readonly loadMeter: LoadMeter;
  private track: Stereo | null = null;
  private loading = new AbortController();
  private idleTimer: ReturnType<typeof setTimeout> | undefined;
  /** The last rest's suspension; it may still be under way. */
  private resting: Promise<void> | null = null;
  /** Counted before playing began. */
  private gapsBefore: Gaps | null = null;
  /** The output has been asked for and has not come yet. */
  private starting = false;
  /** A part of the chain has failed for good. */
  private broken = false;
  private repairing: Promise<void> | null = null;

  constructor(
    private readonly context: IAudioContext,
    private readonly kernels: Promise<Kernels>,
    startLoadClock?: () => Worker,
  ) {
    this.sampleRateHz = context.sampleRate;
    this.loadMeter = new LoadMeter(context.sampleRate, startLoadClock);
    this.meters = new MeterTap(
      context,
      kernels.then(({ module }) => module),
      this.loadMeter.board,
    );
    this.entry = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    this.transport = new Transport({
      context,
      destination: this.entry,
      delaySeconds: () => this.delaySeconds(),
      onEnded: () => {
        this.emit({ type: 'ended' });
        this.restSoon();
      },
    });
    context.onstatechange = () => this.onStateChange();
  }

  async start(): Promise<void> {
    nativeOf(this.context).addEventListener('error', () => {
      this.interrupt({ kind: 'device', part: 'output', detail: '' });
    });
    await this.connectChain();
    this.restSoon();
  }

  async load(source: TrackSource): Promise<LoadReply> {
    this.loading.abort();
    this.loading = new AbortController();
    const track = await loadTrack(this.context, source, this.loading.signal);
    if (!track.ok) return track;
    const { stereo, title, channels, durationSeconds } = track;
    const buffer = new AudioBuffer({
      length: stereo.left.length,
      numberOfChannels: 2,
      sampleRate: this.sampleRateHz,
    });
    buffer.copyToChannel(stereo.left, 0);
    buffer.copyToChannel(stereo.right, 1);
    this.track = stereo;
    const leftAt = this.transport.setBuffer(buffer);
    // What is still in the chain belongs to the track before.
    this.meters.restart(leftAt + this.chainSeconds());
    return {
      ok: true,
      track: { title, channels, durationSeconds, peaks: waveformPeaks(stereo, WAVEFORM_COLUMNS) },
    };
  }

  trackSamples(): TrackSamples | null {
    if (this.track === null) return null;
    const { left, right } = this.track;
    return { sampleRateHz: this.sampleRateHz, left: left.slice(), right: right.slice() };
  }

  async play(): Promise<void> {
    clearTimeout(this.idleTimer);
    // First of all: the browser grants it within the gesture only.
    const resumed = this.resume().catch(() => undefined);
    if (this.broken && !(await this.repair())) return;
    this.meters.revive();
    this.transport.play();
    if (!this.transport.playing) return this.restSoon();
    this.emit({ type: 'playing', playing: true });
    this.starting = true;
    // Without a gesture `resume` stays pending for ever.
    const patience = new Promise((resolve) => setTimeout(resolve, START_PATIENCE_MS));
    await Promise.race([resumed, patience]);
    this.starting = false;
    this.gapsBefore = gapsSoFar(nativeOf(this.context));
    if (this.context.state !== 'running') this.interrupt({ kind: 'blocked', part: 'output', detail: '' });
  }

  pause(): void {
    this.transport.stop();
    this.emit({ type: 'playing', playing: false });
    this.restSoon();
  }

  seek(seconds: number): void {
    this.transport.seek(seconds);
  }

  positionSeconds(): number {
    return this.transport.positionSeconds();
  }

  setVolumeDb(volumeDb: number): void {
    this.tell('volume', (chain) => chain.setVolumeDb(volumeDb));
  }

  setUpmix(kind: Parameters<EnginePort['setUpmix']>[0]): void {
    this.tell('upmix', (chain) => chain.setUpmix(kind));
  }

  setFilters(...[set, filters, gainDb]: Parameters<EnginePort['setFilters']>): void {
    // The gain they bring takes the place of what was set before.
    this.settings.delete(`gain ${set}`);
    this.tell(`filters ${set}`, (chain) => void chain.setFilters(set, filters, gainDb));
  }

  setGainDb(...[set, gainDb]: Parameters<EnginePort['setGainDb']>): void {
    this.tell(`gain ${set}`, (chain) => chain.setGainDb(set, gainDb));
  }

  select(set: LiveSet): void {
    this.tell('selected', (chain) => chain.select(set));
  }

  readMeters(into: MeterReading): void {
    this.meters.read(into);
  }

  readSpectrum(into: SpectrumReading): void {
    this.meters.readSpectrum(into);
  }

  restartMeters(): void {
    this.meters.restart(0);
  }

  readHealth(): EngineHealth {
    const health = healthOf(nativeOf(this.context), this.chainSeconds(), this.gapsBefore);
    return { ...health, load: this.loadMeter.read() };
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(name: string, setting: (chain: Chain<IAudioContext>) => void): void {
    // Deleted first: what was told last is told last to the next chain too.
    this.settings.delete(name);
    this.settings.set(name, setting);
    if (this.chain !== null) setting(this.chain);
  }

  private emit(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private delaySeconds(): number {
    const { outputLatency = 0 } = nativeOf(this.context);
    const output = outputLatency > 0 ? outputLatency : this.context.baseLatency;
    return output + this.chainSeconds();
  }

  private chainSeconds(): number {
    return (this.chain?.latencySamples() ?? 0) / this.sampleRateHz;
  }

  /** Asks at once; and again when a suspension was under way, which would have the last word. */
  private async resume(): Promise<void> {
    const { resting } = this;
    const resumed = this.context.resume();
    if (resting === null) return resumed;
    await Promise.allSettled([resting, resumed]);
    await this.context.resume();
  }

  private async connectChain(): Promise<void> {
    const setup = { kernels: await this.kernels, shape: MATRIX_SHAPE, load: this.loadMeter.board };
    const chain = await buildChain(this.context, setup, {
      onLatency: (algorithmSamples) =>
        this.emit({ type: 'latency', algorithmSamples, sampleRateHz: this.sampleRateHz }),
      onFault: (kind, part, detail) => this.onChainFault({ kind, part, detail }),
    });
    for (const setting of this.settings.values()) setting(chain);
    this.entry.disconnect();
    this.meters.disconnect();
    this.chain?.dispose();
    this.chain = chain;
    this.broken = false;
    this.entry.connect(chain.input);
    chain.output.connect(this.context.destination);
    void this.meters.connect(chain.output);
  }

  /** A new chain in the place of one that failed. @returns whether it is there */
  private async repair(): Promise<boolean> {
    this.repairing ??= this.connectChain()
      .catch((error: unknown) =>
        this.emit({ type: 'fault', kind: 'stopped', part: 'audio path', detail: String(error) }),
      )
      .finally(() => (this.repairing = null));
    await this.repairing;
    return !this.broken;
  }

  private onChainFault(fault: Fault): void {
    if (fault.kind !== 'refused') this.broken = true;
    if (fault.kind === 'stopped') this.pause();
    this.emit({ type: 'fault', ...fault });
  }

  /** What plays is paused, not lost, and said to be. */
  private interrupt(fault: Fault): void {
    if (!this.transport.playing) return;
    this.pause();
    this.emit({ type: 'fault', ...fault });
  }

  private onStateChange(): void {
    if (this.starting) return;
    if (this.context.state === 'running') {
      if (!this.transport.playing) this.restSoon();
      return;
    }
    // The system took the output away: a call, a sleeping device.
    this.interrupt({ kind: 'interrupted', part: 'output', detail: '' });
  }

  private restSoon(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => {
      if (this.transport.playing || this.context.state !== 'running') return;
      this.resting = this.context.suspend().finally(() => (this.resting = null));
    }, IDLE_MS);
  }
}
