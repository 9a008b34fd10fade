import { integratedLoudness } from '../design/loudness.ts';
import type { MeasuredSet } from '../design/loudness-match.ts';
import { programmeSpectrum } from '../design/programme-spectrum.ts';
import { upmixSignal } from '../kernel/upmix.ts';
import { LIVE_SETS, type LiveSet } from '../protocol/listening-protocol.ts';
import type {
  LoudnessMeasurement,
  LoudnessRequest,
  MeasuredFilters,
  Programme,
  TrackSamples,
} from '../protocol/loudness-protocol.ts';
import { HeardThrough } from './heard-through.ts';
import { nextTask } from './next-task.ts';
import { isSame } from './same-set.ts';

/** How a track is split before it comes to the filters. */
type Split = Required<Pick<LoudnessRequest, 'upmix' | 'profile'>>;

/** A longer track is measured in excerpts spread evenly over it, this many of this length. */
const EXCERPTS = 6;
const EXCERPT_SECONDS = 100;
/** After so long the thread looks for newer requests, and whether it is to stop: soon enough that nobody waits for its core. */
const STRETCH_MS = 10;

interface Known extends Split {
  readonly filters: MeasuredFilters;
  readonly result: MeasuredSet;
}

/** Measures one track through sets of filters. What does not change from one request to the next is not measured again. */
export class LoudnessMeasurer {
  private track: TrackSamples | null = null;
  private trackLufs = -Infinity;
  private known: Known[] = [];
  /** One for good: a page may hold few memories. */
  private heard: HeardThrough | null = null;

  constructor(private readonly kernel: WebAssembly.Module) {}

  setTrack(track: TrackSamples): void {
    this.track = representative(track);
    this.trackLufs = integratedLoudness([this.track.left, this.track.right], track.sampleRateHz);
    this.known = [];
  }

  /**
   * @param isStale asked now and then: whether the answer is still wanted
   * @returns null when it is not
   */
  async measure(
    { upmix, profile = 'music', sets }: LoudnessRequest,
    isStale: () => boolean = () => false,
  ): Promise<LoudnessMeasurement | null> {
    const track = this.loadedTrack();
    const wanted = LIVE_SETS.filter((name) => sets[name] !== undefined);
    const splitOf = (name: LiveSet): Split => ({ upmix: sets[name]!.upmix ?? upmix, profile });
    const unknown = wanted.filter((name) => !this.find(sets[name]!, splitOf(name)));
    const fresh: Known[] = [];
    for (const kind of new Set(unknown.map((name) => splitOf(name).upmix))) {
      const split = { upmix: kind, profile };
      const alike = unknown.map((name) => sets[name]!).filter((set) => (set.upmix ?? upmix) === kind);
      const results = await this.run(alike, split, track, isStale);
      if (results === null) return null;
      fresh.push(...alike.map((filters, i) => ({ ...split, filters, result: results[i]! })));
    }
    this.known = wanted.map(
      (name) => this.find(sets[name]!, splitOf(name)) ?? fresh.find(({ filters }) => filters === sets[name])!,
    );
    const measured = wanted.map((name, i): [LiveSet, MeasuredSet] => [name, this.known[i]!.result]);
    return {
      trackLufs: this.trackLufs,
      sets: Object.fromEntries(measured),
      measuredSeconds: track.left.length / track.sampleRateHz,
    };
  }

  /** What an estimate for the track starts from. */
  programme(upmix: Split['upmix'], profile: Split['profile'] = 'music'): Programme {
    const track = this.loadedTrack();
    const { left, right, sampleRateHz } = track;
    const parts = upmixSignal(this.kernel, { sampleRateHz, kind: upmix, profile }, left, right);
    return {
      spectrum: programmeSpectrum([parts.left, parts.right, parts.centre], sampleRateHz),
      trackLufs: this.trackLufs,
      crest: crestOf(track),
      measuredSeconds: left.length / sampleRateHz,
    };
  }

  private async run(
    sets: readonly MeasuredFilters[],
    split: Split,
    track: TrackSamples,
    isStale: () => boolean,
  ): Promise<MeasuredSet[] | null> {
    if (sets.length === 0) return [];
    this.heard ??= new HeardThrough(this.kernel, track.sampleRateHz);
    const passage = this.heard.begin(sets, split, track);
    while (!passage.run(STRETCH_MS)) {
      await nextTask();
      if (isStale() || this.track !== track) return null;
    }
    const beyond = peakBeyond(track);
    return passage.results().map((set) => ({ ...set, outputPeak: beyond * set.outputPeak }));
  }

  private find(filters: MeasuredFilters, { upmix, profile }: Split): Known | undefined {
    return this.known.find(
      (entry) => entry.upmix === upmix && entry.profile === profile && isSame(entry.filters, filters),
    );
  }

  private loadedTrack(): TrackSamples {
    if (this.track === null) throw new Error('no track to measure');
    return this.track;
  }
}

/** The whole track, or excerpts that stand for a long one: every part of it counts alike. */
export function representative(track: TrackSamples): TrackSamples {
  const { sampleRateHz, left, right } = track;
  const excerpt = Math.round(EXCERPT_SECONDS * sampleRateHz);
  if (left.length <= EXCERPTS * excerpt) return track;
  const stride = (left.length - excerpt) / (EXCERPTS - 1);
  const pick = (x: Float32Array) => {
    const picked = new Float32Array(EXCERPTS * excerpt);
    for (let i = 0; i < EXCERPTS; i++) {
      const start = Math.round(i * stride);
      picked.set(x.subarray(start, start + excerpt), i * excerpt);
    }
    return picked;
  };
  return { ...track, left: pick(left), right: pick(right) };
}

/** How many times as high as the samples the whole peaks that they stand for; so does what filters make of it. */
function peakBeyond(track: TrackSamples): number {
  if (track.peak === undefined) return 1;
  const own = peakOf(track);
  return own > 0 ? Math.max(1, track.peak / own) : 1;
}

/** Largest sample, linear. */
function peakOf({ left, right }: TrackSamples): number {
  let peak = 0;
  for (const x of [left, right]) for (let n = 0; n < x.length; n++) peak = Math.max(peak, Math.abs(x[n]!));
  return peak;
}

function crestOf(track: TrackSamples): number {
  let energy = 0;
  for (const x of [track.left, track.right]) for (let n = 0; n < x.length; n++) energy += x[n]! ** 2;
  const rms = Math.sqrt(energy / (2 * track.left.length));
  return rms > 0 ? Math.max(peakOf(track), track.peak ?? 0) / rms : 1;
}
