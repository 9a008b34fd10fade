import type { FilterSet } from '../design/filter-set.ts';
import { integratedLoudness, matchGains, type MeasuredSide } from '../design/loudness.ts';
import { FilterMatrix } from '../kernel/filter-matrix.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import { upmixSignal } from '../kernel/upmix.ts';
import { MATRIX_SHAPE } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch, LoudnessRequest, TrackSamples } from '../protocol/loudness-protocol.ts';

/** A longer track is measured in excerpts spread evenly over it, this many of this length. */
const EXCERPTS = 6;
const EXCERPT_SECONDS = 12.5;

/**
 * Largest sample that is let out, linear: a decibel below the limiter's ceiling, which holds for what lies between the
 * samples as well.
 */
const CEILING = 10 ** (-2 / 20);

type UpmixKind = LoudnessRequest['upmix'];

interface Side {
  readonly outputs: FilterSet;
  readonly ears: FilterSet;
}

interface MeasuredSet extends MeasuredSide {
  /** Loudness of what is played. */
  readonly outputLufs: number;
}

/** What the device plays and what arrives at the ears, in one matrix: the input's transforms are made once. */
const SHAPE = { ...MATRIX_SHAPE, maxOutputs: 2 * MATRIX_SHAPE.maxOutputs };

/** Measures both sides of a comparison on one track. Keeps what does not change from one request to the next. */
export class LoudnessMatcher {
  private track: TrackSamples | null = null;
  private trackLufs = -Infinity;
  private readonly upmixed = new Map<UpmixKind, readonly Float32Array[]>();
  /** Both sides as measured last: with a new target the original stays as it was. */
  private measured: { readonly side: Side; readonly upmix: UpmixKind; readonly result: MeasuredSet }[] = [];
  /** One matrix for good: a page may hold few memories. */
  private matrix: FilterMatrix | null = null;

  constructor(private readonly kernel: WebAssembly.Module) {}

  setTrack(track: TrackSamples): void {
    this.track = representative(track);
    this.trackLufs = integratedLoudness([this.track.left, this.track.right], track.sampleRateHz);
    this.upmixed.clear();
    this.measured = [];
  }

  match({ upmix, original, spatial }: LoudnessRequest): LoudnessMatch {
    const a = this.measure(original, upmix);
    const b = this.measure(spatial, upmix);
    this.measured = [
      { side: original, upmix, result: a },
      { side: spatial, upmix, result: b },
    ];
    const { left, sampleRateHz } = this.loadedTrack();
    return {
      ...matchGains(a, b, this.trackLufs, a.outputLufs, CEILING),
      originalLufs: a.earsLufs,
      spatialLufs: b.earsLufs,
      measuredSeconds: left.length / sampleRateHz,
    };
  }

  private measure(side: Side, upmix: UpmixKind): MeasuredSet {
    const known = this.measured.find((entry) => entry.upmix === upmix && isSameSide(entry.side, side));
    if (known) return known.result;
    const [outputs, ears] = this.heard(side, this.upmixedTrack(upmix));
    const { sampleRateHz } = this.loadedTrack();
    return {
      earsLufs: integratedLoudness(ears, sampleRateHz),
      outputLufs: integratedLoudness(outputs, sampleRateHz),
      outputPeak: Math.max(...outputs.map(peakOf)),
    };
  }

  private heard({ outputs, ears }: Side, inputs: readonly Float32Array[]): [Float32Array[], Float32Array[]] {
    if (isSameSet(outputs, ears)) {
      const signals = this.convolve(outputs, inputs);
      return [signals, signals];
    }
    const signals = this.convolve(joinOutputs(outputs, ears), inputs);
    return [signals.slice(0, outputs.outputs), signals.slice(outputs.outputs)];
  }

  private upmixedTrack(kind: UpmixKind): readonly Float32Array[] {
    const known = this.upmixed.get(kind);
    if (known) return known;
    const { left, right, sampleRateHz } = this.loadedTrack();
    const signal = upmixSignal(this.kernel, { sampleRateHz, kind }, left, right);
    const channels = [signal.left, signal.right, signal.centre];
    this.upmixed.set(kind, channels);
    return channels;
  }

  private convolve(set: FilterSet, inputs: readonly Float32Array[]): Float32Array[] {
    this.matrix ??= new FilterMatrix(this.kernel, { ...SHAPE, sets: 1, sampleRateHz: set.sampleRateHz });
    const { matrix } = this;
    matrix.reset();
    matrix.setFilters(0, prepareFilters(this.kernel, set, SHAPE), 1);
    const length = inputs[0]!.length;
    const outputs = Array.from({ length: set.outputs }, () => new Float32Array(length));
    const block = matrix.input(0).length;
    for (let start = 0; start < length; start += block) {
      inputs.forEach((signal, i) =>
        matrix
          .input(i)
          .fill(0)
          .set(signal.subarray(start, start + block)),
      );
      matrix.process();
      const frames = Math.min(block, length - start);
      outputs.forEach((signal, o) => signal.set(matrix.output(o).subarray(0, frames), start));
    }
    return outputs;
  }

  private loadedTrack(): TrackSamples {
    if (this.track === null) throw new Error('no track to measure');
    return this.track;
  }
}

/** The whole track, or excerpts that stand for a long one: every part of it counts alike. */
export function representative({ sampleRateHz, left, right }: TrackSamples): TrackSamples {
  const excerpt = Math.round(EXCERPT_SECONDS * sampleRateHz);
  if (left.length <= EXCERPTS * excerpt) return { sampleRateHz, left, right };
  const stride = (left.length - excerpt) / (EXCERPTS - 1);
  const pick = (x: Float32Array) => {
    const picked = new Float32Array(EXCERPTS * excerpt);
    for (let i = 0; i < EXCERPTS; i++) {
      const start = Math.round(i * stride);
      picked.set(x.subarray(start, start + excerpt), i * excerpt);
    }
    return picked;
  };
  return { sampleRateHz, left: pick(left), right: pick(right) };
}

/** One set with the outputs of both. */
function joinOutputs(one: FilterSet, other: FilterSet): FilterSet {
  const outputs = one.outputs + other.outputs;
  const firs = new Float32Array(one.inputs * outputs * one.taps);
  for (let input = 0; input < one.inputs; input++) {
    let at = input * outputs * one.taps;
    for (const { firs: from, outputs: count, taps } of [one, other]) {
      firs.set(from.subarray(input * count * taps, (input + 1) * count * taps), at);
      at += count * taps;
    }
  }
  return { ...one, outputs, firs };
}

function isSameSide(one: Side, other: Side): boolean {
  return isSameSet(one.ears, other.ears) && isSameSet(one.outputs, other.outputs);
}

function isSameSet(one: FilterSet, other: FilterSet): boolean {
  const { firs } = other;
  return one.firs.length === firs.length && one.firs.every((tap, i) => tap === firs[i]);
}

function peakOf(x: Float32Array): number {
  let peak = 0;
  for (let i = 0; i < x.length; i++) peak = Math.max(peak, Math.abs(x[i]!));
  return peak;
}
