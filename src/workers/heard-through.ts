import type { FilterSet } from '../design/filter-set.ts';
import { LoudnessOf } from '../design/loudness.ts';
import type { MeasuredSet } from '../design/loudness-match.ts';
import { FilterMatrix } from '../kernel/filter-matrix.ts';
import type { MatrixShape } from '../kernel/partition-plan.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import { Upmix } from '../kernel/upmix.ts';
import { LIVE_SETS, MATRIX_SHAPE, type Profile } from '../protocol/listening-protocol.ts';
import type { LoudnessRequest, MeasuredFilters, TrackSamples } from '../protocol/loudness-protocol.ts';

/** Outputs and ears of every live set in one matrix: the inputs' transforms are made once. With a pair this holds all. */
const PAIR_SHAPE: MatrixShape = { ...MATRIX_SHAPE, maxOutputs: 4 * LIVE_SETS.length, late: true };
const SETS = [0, 1, 2] as const;

/** Upmix and filters that a track is sent through to be measured; kept from one measurement to the next. */
export class HeardThrough {
  private readonly upmixes = new Map<Profile, Upmix>();
  private bench: { readonly shape: MatrixShape; readonly matrix: FilterMatrix } | null = null;

  constructor(
    private readonly kernel: WebAssembly.Module,
    private readonly sampleRateHz: number,
  ) {}

  /** A measurement of these sets, which the caller runs to its end or leaves for another. */
  begin(
    sets: readonly MeasuredFilters[],
    { upmix: kind, profile }: Required<Pick<LoudnessRequest, 'upmix' | 'profile'>>,
    track: TrackSamples,
  ): Passage {
    const heads = sets.map(({ outputs, ears }) => (outputs === ears ? [outputs] : [outputs, ears]));
    const joined = joinOutputs(heads.flat());
    const upmix = this.upmixOf(profile);
    upmix.setKind(kind);
    upmix.reset();
    const { shape, matrix } = this.benchFor(joined);
    matrix.reset();
    matrix.setFilters(0, prepareFilters(this.kernel, joined, shape), 1);
    return new Passage({ upmix, matrix }, heads, track);
  }

  /** The one before wherever it fits: a page may hold few memories. */
  private benchFor({ outputs, taps }: FilterSet) {
    const fits = ({ maxOutputs, maxTaps }: MatrixShape) => outputs <= maxOutputs && taps <= maxTaps;
    if (this.bench === null || !fits(this.bench.shape)) {
      const shape = fits(PAIR_SHAPE) ? PAIR_SHAPE : { ...PAIR_SHAPE, maxOutputs: outputs, maxTaps: taps };
      const { kernel, sampleRateHz } = this;
      this.bench = { shape, matrix: new FilterMatrix(kernel, { ...shape, sets: 1, sampleRateHz }) };
    }
    return this.bench;
  }

  /** One for good: a page may hold few memories. */
  private upmixOf(profile: Profile): Upmix {
    const { sampleRateHz } = this;
    const kept =
      this.upmixes.get(profile) ?? new Upmix(this.kernel, { sampleRateHz, kind: 'adaptive', profile });
    this.upmixes.set(profile, kept);
    return kept;
  }
}

interface Kernels {
  readonly upmix: Upmix;
  readonly matrix: FilterMatrix;
}

/** One track on its way, a stretch at a time. */
export class Passage {
  private readonly upmix: Upmix;
  private readonly matrix: FilterMatrix;
  /** A block of every output of every set. */
  private readonly outputs: readonly Float32Array[];
  private readonly meters: readonly SetMeter[];
  private readonly skip: number;
  private readonly end: number;
  private at = 0;

  constructor(
    { upmix, matrix }: Kernels,
    heads: readonly (readonly FilterSet[])[],
    private readonly track: TrackSamples,
  ) {
    this.upmix = upmix;
    this.matrix = matrix;
    const count = heads.flat().reduce((sum, { outputs }) => sum + outputs, 0);
    this.outputs = Array.from({ length: count }, () => new Float32Array(upmix.maxFrames));
    let first = 0;
    this.meters = heads.map((parts) => {
      const take = ({ outputs }: FilterSet) => this.outputs.slice(first, (first += outputs));
      return new SetMeter(parts.map(take), track.sampleRateHz);
    });
    this.skip = upmix.latencySamples + matrix.latencySamples;
    this.end = this.skip + track.left.length;
  }

  /** @returns whether the track is through */
  run(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    while (this.at < this.end) {
      this.block();
      if (performance.now() > until) break;
    }
    return this.at >= this.end;
  }

  results(): MeasuredSet[] {
    return this.meters.map((meter) => meter.result());
  }

  private block(): void {
    const { upmix, matrix, track } = this;
    const { maxFrames } = upmix;
    const { left, right } = track;
    for (const [channel, x] of [left, right].entries()) {
      const input = upmix.input(channel as 0 | 1);
      const present = x.subarray(this.at, this.at + maxFrames);
      input.fill(0, present.length);
      input.set(present);
    }
    upmix.process(maxFrames);
    const quantum = matrix.input(0).length;
    for (let start = 0; start < maxFrames; start += quantum) {
      for (const i of SETS) matrix.input(i).set(upmix.output(i).subarray(start, start + quantum));
      matrix.process();
      this.outputs.forEach((x, o) => x.set(matrix.output(o), start));
    }
    const from = Math.max(0, this.skip - this.at);
    const to = Math.min(maxFrames, this.end - this.at);
    if (from < to) for (const meter of this.meters) meter.take(from, to);
    this.at += maxFrames;
  }
}

/** Loudness and peak of one set's outputs, and loudness at the ears where those differ. */
class SetMeter {
  private readonly outputs: readonly Float32Array[];
  private readonly ears: readonly Float32Array[] | undefined;
  private readonly outputLoudness: LoudnessOf;
  private readonly earsLoudness: LoudnessOf | undefined;
  private peak = 0;

  /** @param parts the outputs, and the ears behind them unless they are the same */
  constructor([outputs, ears]: readonly (readonly Float32Array[])[], sampleRateHz: number) {
    this.outputs = outputs!;
    this.ears = ears;
    this.outputLoudness = new LoudnessOf(outputs!.length, sampleRateHz);
    this.earsLoudness = ears && new LoudnessOf(ears.length, sampleRateHz);
  }

  take(from: number, to: number): void {
    this.outputLoudness.add(this.outputs, from, to);
    if (this.ears) this.earsLoudness!.add(this.ears, from, to);
    for (const x of this.outputs) {
      for (let n = from; n < to; n++) this.peak = Math.max(this.peak, Math.abs(x[n]!));
    }
  }

  result(): MeasuredSet {
    const outputLufs = this.outputLoudness.integrated();
    const earsLufs = this.earsLoudness?.integrated() ?? outputLufs;
    return { outputLufs, earsLufs, outputPeak: this.peak };
  }
}

/** One set with the outputs of all, as long as the longest. */
function joinOutputs(sets: readonly FilterSet[]): FilterSet {
  const [{ inputs, sampleRateHz, latencySamples }] = sets as [FilterSet];
  const outputs = sets.reduce((sum, set) => sum + set.outputs, 0);
  const taps = Math.max(...sets.map((set) => set.taps));
  const firs = new Float32Array(inputs * outputs * taps);
  for (let input = 0; input < inputs; input++) {
    let at = input * outputs * taps;
    for (const set of sets) {
      for (let output = 0; output < set.outputs; output++, at += taps) {
        const from = (input * set.outputs + output) * set.taps;
        firs.set(set.firs.subarray(from, from + set.taps), at);
      }
    }
  }
  return { inputs, outputs, taps, sampleRateHz, latencySamples, firs };
}
