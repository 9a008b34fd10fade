import type { IMinimalAudioContext, IAudioNode } from 'standardized-audio-context';
import {
  isSamePath,
  MATRIX_SHAPE,
  type ChainPath,
  type OutputRoute,
} from '../protocol/listening-protocol.ts';
import { buildChain, type Chain, type ChainFault } from './chain.ts';
import { ChainLink, CROSSFADE_SECONDS, createOutlet, type Outlet } from './chain-link.ts';
import type { Kernels } from './kernel-module.ts';
import { leadSeconds } from './playback/clock.ts';
import type { Transport } from './playback/transport.ts';
import type { TestPlaces } from './test-sounds.ts';

type Setting = (chain: Chain<IMinimalAudioContext>) => void | Promise<void>;

export interface LiveChainsSetup {
  readonly context: IMinimalAudioContext;
  readonly kernels: Promise<Kernels>;
  /** What plays into it. */
  readonly transport: Pick<Transport, 'moveTo' | 'handOver' | 'adopt'>;
  /** Where what is heard goes, a channel for each of the device. */
  readonly destination: IAudioNode<IMinimalAudioContext>;
  /** Before that many of its channels are played on; settled when they can be. */
  readonly needChannels: (channels: number) => Promise<void>;
  /** A load board's memory, where the processors' time is to be measured. */
  readonly load: SharedArrayBuffer | undefined;
  /** Another chain is heard from now on. */
  readonly onHeard: () => void;
  /** Of the chain that is heard, told again when it changes. */
  readonly onLatency: (samples: number) => void;
  /** Of the chain that is heard. */
  readonly onFault: (kind: ChainFault, part: string, detail: string) => void;
}

/** Beyond its latency, until the upmix knows the programme and every filter is full of it. */
const SETTLE_SECONDS = 0.15;
/** Filters that are not in by then come in later. */
const PATIENCE_MS = 2000;
/** After a crossfade, until what has left is silent for certain. */
const LEAVING_MS = 100;

/**
 * The chain that is heard and, while one for another path takes over, the one that will be: it plays the same track, so
 * much ahead or behind that both arrive at the listener together, is filled in silence, and is crossfaded to. Nothing stops,
 * nothing jumps, and all sets change at once. The one that was left is kept, silent, for the way back.
 */
export class LiveChains {
  readonly outlet: Outlet;
  /** The newest of everything that a chain was told, by name: for the next one. */
  private readonly settings = new Map<string, Setting>();
  private path: ChainPath = { profile: 'music', shape: MATRIX_SHAPE };
  private routes: readonly OutputRoute[] = [];
  private heard: ChainLink | null = null;
  private next: ChainLink | null = null;
  private spare: ChainLink | null = null;
  /** Makes the next one the one that is heard; null while there is none that plays along. */
  private finish: (() => void) | null = null;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly setup: LiveChainsSetup) {
    this.outlet = createOutlet(setup.context, 'any');
  }

  /** A part of the chain that is heard has failed. */
  get isBroken(): boolean {
    return this.heard?.isBroken ?? false;
  }

  /** Where sounds of another kind than the track's can come in; null before there is a chain. */
  get places(): TestPlaces | null {
    if (this.heard === null) return null;
    const { entry, chain, path } = this.heard;
    return { entry, direct: chain.direct, outputs: path.shape.maxOutputs };
  }

  get latencySeconds(): number {
    return this.heard?.latencySeconds ?? 0;
  }

  /** Whatever is heard and whatever comes is told. */
  tell(name: string, setting: Setting): void {
    this.keep(name, setting);
    for (const link of this.links()) void setting(link.chain);
  }

  /** For the chain of the path that was asked for last, and for no other. */
  tellOfPath(name: string, setting: Setting): void {
    this.keep(`path ${name}`, setting);
    for (const link of this.links()) if (isSamePath(link.path, this.path)) void setting(link.chain);
  }

  forget(name: string): void {
    this.settings.delete(`path ${name}`);
  }

  /** Where the outputs of the path that was asked for last come out. */
  async setRoutes(routes: readonly OutputRoute[]): Promise<void> {
    this.routes = routes;
    await this.needChannels();
    if (routes !== this.routes) return;
    for (const link of this.links()) if (isSamePath(link.path, this.path)) link.route(routes);
  }

  /** Builds a chain, in the place of one that failed if there is one; what was left of that is lost. */
  rebuild(): Promise<void> {
    return this.inTurn(async () => {
      const link = await this.build();
      for (const setting of this.settings.values()) void setting(link.chain);
      this.spare?.dispose();
      this.spare = null;
      const failed = this.heard;
      this.connect(link, 1);
      this.hear(link);
      failed?.dispose();
    });
  }

  /** What is told of filters and routes after this is for the new path; it takes over once they are in. */
  setPath(path: ChainPath): void {
    if (isSamePath(path, this.path)) return;
    this.path = path;
    for (const name of [...this.settings.keys()]) {
      if (name.startsWith('path ')) this.settings.delete(name);
    }
    if (this.heard !== null) void this.inTurn(() => this.follow()).catch(() => undefined);
  }

  /** Before what plays is stopped or moved: whatever is taking over has it at once. */
  settle(): void {
    this.finish?.();
  }

  private async follow(): Promise<void> {
    const { heard, spare, path } = this;
    if (heard === null || isSamePath(heard.path, path)) return;
    this.spare = null;
    const isSpareFit = spare !== null && isSamePath(spare.path, path) && !spare.isBroken;
    const link = isSpareFit ? spare : await this.build();
    if (link !== spare) spare?.dispose();
    this.next = link;
    await this.needChannels();
    this.connect(link, 0);
    link.chain.reset();
    await this.ready(link);
    if (isSamePath(this.path, link.path) && !link.isBroken) await this.takeOver(heard, link);
    this.next = null;
    this.retire(this.heard === link ? heard : link);
  }

  /** Told everything; in a context that runs, until it is there. One at rest may not start its processors. */
  private async ready({ chain }: ChainLink): Promise<void> {
    const told = Promise.all([...this.settings.values()].map((setting) => setting(chain)));
    if (this.setup.context.state !== 'running') return;
    await Promise.race([Promise.all([told, chain.running]), after(PATIENCE_MS)]);
  }

  private async takeOver(heard: ChainLink, link: ChainLink): Promise<void> {
    const { context, transport } = this.setup;
    const begins = transport.handOver(link.entry, link.latencySeconds - heard.latencySeconds);
    let crossAt = begins === null ? Infinity : begins + link.latencySeconds + SETTLE_SECONDS;
    const cross = (): void => {
      heard.fade(1, 0, crossAt);
      link.fade(0, 1, crossAt);
    };
    await new Promise<void>((resolve) => {
      const change = (): void => {
        clearTimeout(timer);
        this.finish = null;
        if (context.state !== 'running') {
          heard.set(0);
          link.set(1);
        } else if (crossAt > context.currentTime) {
          crossAt = context.currentTime + leadSeconds(context);
          cross();
        }
        transport.adopt();
        this.hear(link);
        resolve();
      };
      const crossed = crossAt + CROSSFADE_SECONDS - context.currentTime;
      const timer = setTimeout(change, 1000 * crossed);
      this.finish = change;
      if (begins === null) change();
      else cross();
    });
    await after(LEAVING_MS);
  }

  private connect(link: ChainLink, gain: 0 | 1): void {
    link.route(this.routes);
    link.connect(this.outlet, this.setup.destination, gain);
  }

  private needChannels(): Promise<void> {
    const outputs = this.routes.map(({ output }) => output + 1);
    return this.setup.needChannels(Math.max(this.path.shape.maxOutputs, ...outputs));
  }

  private hear(link: ChainLink): void {
    this.heard = link;
    this.setup.transport.moveTo(link.entry);
    this.tellLatency(link);
    this.setup.onHeard();
  }

  private tellLatency(link: ChainLink): void {
    if (this.heard === link && link.latencySamples !== null) this.setup.onLatency(link.latencySamples);
  }

  private retire(link: ChainLink): void {
    if (link.isBroken) return link.dispose();
    link.disconnect();
    this.spare = link;
  }

  /** For the path that is asked for. */
  private async build(): Promise<ChainLink> {
    const { context, load, onFault } = this.setup;
    const kernels = await this.setup.kernels;
    const { path } = this;
    const reported: ((link: ChainLink) => void)[] = [];
    let link: ChainLink | null = null;
    const report = (use: (link: ChainLink) => void): void => {
      if (link === null) reported.push(use);
      else use(link);
    };
    const chain = await buildChain(
      context,
      { kernels, ...path, load },
      {
        onLatency: (samples) =>
          report((of) => {
            of.latencySamples = samples;
            this.tellLatency(of);
          }),
        onFault: (kind, part, detail) =>
          report((of) => {
            if (kind !== 'refused') of.isBroken = true;
            // One that was to take over and cannot leaves what plays as it is.
            if (of === this.heard) onFault(kind, part, detail);
            else if (of === this.next) onFault('refused', part, detail);
          }),
      },
    );
    link = new ChainLink(context, chain, path);
    for (const use of reported) use(link);
    return link;
  }

  private links(): Set<ChainLink> {
    return new Set([this.heard, this.next].filter((link) => link !== null));
  }

  private keep(name: string, setting: Setting): void {
    // Deleted first: what was told last is told last to the next chain too.
    this.settings.delete(name);
    this.settings.set(name, setting);
  }

  private inTurn(run: () => Promise<void>): Promise<void> {
    const done = this.work.then(run);
    this.work = done.catch(() => undefined);
    return done;
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
