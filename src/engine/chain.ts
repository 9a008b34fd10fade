import { GainNode, type IAudioNode } from 'standardized-audio-context';
import filterMatrixUrl from '../../worklets/filter-matrix.worklet.ts?worker&url';
import limiterUrl from '../../worklets/limiter.worklet.ts?worker&url';
import upmixUrl from '../../worklets/upmix.worklet.ts?worker&url';
import type { PreparedFilters } from '../protocol/designer-protocol.ts';
import {
  FILTER_MATRIX_PROCESSOR_NAME,
  type FilterMatrixCommand,
  type FilterMatrixProcessorOptions,
  type FilterMatrixReport,
} from '../protocol/filter-matrix-protocol.ts';
import {
  LIMITER_PROCESSOR_NAME,
  type LimiterCommand,
  type LimiterProcessorOptions,
  type LimiterReport,
} from '../protocol/limiter-protocol.ts';
import { LIVE_SETS, type ChainShape, type LiveSet, type Profile } from '../protocol/listening-protocol.ts';
import {
  UPMIX_PROCESSOR_NAME,
  type UpmixCommand,
  type UpmixProcessorOptions,
  type UpmixReport,
} from '../protocol/upmix-protocol.ts';
import type { FaultKind } from '../store/ports.ts';
import { nativeOf } from './native-context.ts';
import { FilterCourier } from './filter-courier.ts';
import type { Kernels } from './kernel-module.ts';
import { moveGain } from './move-gain.ts';
import { createProcessorNode, type AnyContext } from './processor-node.ts';

type UpmixKind = UpmixProcessorOptions['kind'];

/** The matrix takes of it what it needs: 4 MB for the player, 0.3 GB for 32 outputs of the longest filters. */
const SHARED_MEMORY = { initial: 1, maximum: 16_384, shared: true } as const;

/** A part goes on without its kernel; is silent for good; was given filters that it cannot take. */
export type ChainFault = Extract<FaultKind, 'bypassed' | 'stopped' | 'refused'>;

/** What the chain tells its owner. */
export interface ChainReports {
  /** Samples from the input to the output, measured by the processors themselves; told again when it changes. */
  readonly onLatency: (samples: number) => void;
  /** Something was wrong; after 'bypassed' and 'stopped' only another chain brings the part back. */
  readonly onFault: (kind: ChainFault, part: string, detail: string) => void;
}

/** Everything between a stereo source and the output: upmix, filter matrix, volume, limiter. */
export interface Chain<Context extends AnyContext = AnyContext> {
  readonly input: IAudioNode<Context>;
  /** Past upmix and filters, a channel for each output; volume and limiter follow. */
  readonly direct: IAudioNode<Context>;
  /** What is played, and on its second output the limiter's reduction. */
  readonly output: IAudioNode<Context>;
  /** Left, right and centre as the upmix tells them apart, for meters. */
  readonly upmixed: IAudioNode<Context>;
  /**
   * Every processor has said that it runs, or that it cannot; what is sent before waits until then. A browser may put
   * that off until the context runs, so a live context must not wait for it.
   */
  readonly running: Promise<void>;
  latencySamples(): number;
  setUpmix(kind: UpmixKind): void;
  /** The caller keeps the filters. @returns settled when they are in, refused, or overtaken by newer ones */
  setFilters(set: LiveSet, filters: PreparedFilters, gainDb?: number): Promise<void>;
  /** @param seconds how long it takes, where it is to go unnoticed */
  setGainDb(set: LiveSet, gainDb: number, seconds?: number): void;
  select(set: LiveSet): void;
  setVolumeDb(volumeDb: number): void;
  /** Forgets all signal; settings stay. */
  reset(): void;
  /** Settled when every processor has read what it was told so far. */
  obeyed(): Promise<void>;
  /** Disconnects all of it and lets its processors go. */
  dispose(): void;
}

const PARTS = ['upmix', 'filter matrix', 'limiter'] as const;
type Part = (typeof PARTS)[number];
type PartReport = UpmixReport | FilterMatrixReport | LimiterReport;

/** What a chain is made of. */
export interface ChainSetup {
  readonly kernels: Kernels;
  /** The shape that filters must be prepared for. */
  readonly shape: ChainShape;
  /** `music` where absent. */
  readonly profile?: Profile;
  /** A load board's memory, where the processors' time is to be measured. */
  readonly load?: SharedArrayBuffer | undefined;
}

/** Loads the processors into the context and connects them. The same for a real output and for rendering. */
export async function buildChain<Context extends AnyContext>(
  context: Context,
  { kernels, shape, profile = 'music', load: board }: ChainSetup,
  reports: ChainReports,
): Promise<Chain<Context>> {
  const { audioWorklet } = nativeOf(context);
  await Promise.all([upmixUrl, filterMatrixUrl, limiterUrl].map((url) => audioWorklet.addModule(url)));
  const latency = new ChainLatency(reports.onLatency);
  const ears = (part: Part) => ({
    onReport: (report: PartReport) => hear(part, report, latency, reports),
    onDeath: () => reports.onFault('stopped', part, 'its processor stopped'),
  });
  const matrixEars = ears('filter matrix');
  const { inputs, maxOutputs } = shape;
  const { module, isShared } = kernels;
  const load = board && { load: board };
  const memory = isShared ? new WebAssembly.Memory(SHARED_MEMORY) : null;
  const upmix = createProcessorNode<Context, UpmixCommand, UpmixReport>(context, {
    ...ears('upmix'),
    name: UPMIX_PROCESSOR_NAME,
    inputChannels: 2,
    outputChannels: inputs,
    options: { module, kind: 'adaptive', profile, ...load } satisfies UpmixProcessorOptions,
  });
  const matrix = createProcessorNode<Context, FilterMatrixCommand, FilterMatrixReport>(context, {
    onReport(report) {
      courier.hear(report);
      matrixEars.onReport(report);
    },
    onDeath() {
      courier.giveUp();
      matrixEars.onDeath();
    },
    name: FILTER_MATRIX_PROCESSOR_NAME,
    inputChannels: inputs,
    outputChannels: maxOutputs,
    options: {
      ...shape,
      ...load,
      sets: LIVE_SETS.length,
      ...(memory && { memory }),
      module,
    } satisfies FilterMatrixProcessorOptions,
  });
  const courier = new FilterCourier({ send: matrix.send, memory });
  const volume = new GainNode(context, {
    channelCount: maxOutputs,
    channelCountMode: 'explicit',
    channelInterpretation: 'discrete',
  });
  const limiter = createProcessorNode<Context, LimiterCommand, LimiterReport>(context, {
    ...ears('limiter'),
    name: LIMITER_PROCESSOR_NAME,
    inputChannels: maxOutputs,
    outputChannels: [maxOutputs, 1],
    options: { module, channels: maxOutputs, ...load } satisfies LimiterProcessorOptions,
  });
  upmix.node.connect(matrix.node).connect(volume).connect(limiter.node);
  return {
    input: upmix.node,
    direct: volume,
    output: limiter.node,
    upmixed: upmix.node,
    running: latency.told,
    latencySamples: () => latency.samples,
    setUpmix: (kind) => upmix.send({ type: 'set-kind', kind }),
    setFilters(name, prepared, gainDb) {
      latency.set('filters', prepared.latencySamples);
      const gain = gainDb === undefined ? undefined : 10 ** (gainDb / 20);
      return courier.deliver(LIVE_SETS.indexOf(name), prepared, gain);
    },
    setGainDb(name, gainDb, seconds = 0) {
      const set = LIVE_SETS.indexOf(name);
      const gain = 10 ** (gainDb / 20);
      courier.setGain(set, gain);
      matrix.send({ type: 'set-gain', set, gain, seconds });
    },
    select: (name) => matrix.send({ type: 'select', set: LIVE_SETS.indexOf(name) }),
    setVolumeDb: (volumeDb) => moveGain(volume, 10 ** (volumeDb / 20)),
    reset() {
      for (const part of [upmix, matrix, limiter]) part.send({ type: 'reset' });
    },
    async obeyed() {
      await Promise.all([upmix, matrix, limiter].map((part) => part.obeyed()));
    },
    dispose() {
      courier.giveUp();
      for (const { node } of [upmix, matrix, limiter]) node.disconnect();
      volume.disconnect();
      for (const part of [upmix, matrix, limiter]) part.send({ type: 'end' });
    },
  };
}

function hear(part: Part, report: PartReport, latency: ChainLatency, reports: ChainReports): void {
  switch (report.type) {
    case 'ready':
      return latency.set(part, report.latencySamples);
    case 'refused':
      return reports.onFault('refused', part, report.message);
    case 'want':
    case 'taken':
      return;
    case 'fault':
      // What is passed on is passed on at once.
      latency.set(part, 0);
      return reports.onFault('bypassed', part, report.message);
  }
}

/** The sum of what each part told about itself. */
class ChainLatency {
  samples = 0;
  /** All processors have told theirs. */
  readonly told: Promise<void>;
  private resolveTold!: () => void;
  private readonly parts = new Map<Part | 'filters', number>();

  constructor(private readonly onChange: (samples: number) => void) {
    this.told = new Promise((resolve) => (this.resolveTold = resolve));
  }

  set(part: Part | 'filters', samples: number): void {
    this.parts.set(part, samples);
    const before = this.samples;
    this.samples = [...this.parts.values()].reduce((a, b) => a + b, 0);
    if (!PARTS.every((each) => this.parts.has(each))) return;
    this.resolveTold();
    if (this.parts.has('filters') && this.samples !== before) this.onChange(this.samples);
  }
}
