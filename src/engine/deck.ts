import type { IAudioContext } from 'standardized-audio-context';
import type { TrackSamples } from '../protocol/loudness-protocol.ts';
import type { EngineEvent, LoadReply, LoopSeconds, TrackSource } from '../store/ports.ts';
import { loadTrack, type LoadedTrack } from './load-track.ts';
import type { LoopRange } from './playback/loop-seam.ts';
import { heldTrack, type Playable } from './playback/playable.ts';
import type { Transport } from './playback/transport.ts';
import { peakBins, WaveformPyramid } from './waveform-pyramid.ts';

/** A shorter loop is a tone rather than a passage. */
const LEAST_LOOP_SECONDS = 0.5;

export interface DeckOptions {
  readonly context: IAudioContext;
  readonly transport: Transport;
  readonly onEvent: (event: EngineEvent) => void;
  /** Another track is the current one. @param leftAt when the last of the one before leaves its source, seconds of the
   *  context's time */
  readonly onAnother: (leftAt: number) => void;
  /** What plays is about to be moved or to change. */
  readonly beforeChange: () => void;
}

interface OnDeck {
  readonly loaded: LoadedTrack;
  readonly playable: Playable;
  readonly waveform: WaveformPyramid;
}

/** The track that plays and the one that follows: opened here, played by the transport. */
export class Deck {
  private current: OnDeck | null = null;
  private following: OnDeck | null = null;
  private loading = new AbortController();
  private preparing = new AbortController();

  constructor(private readonly options: DeckOptions) {}

  async load(source: TrackSource): Promise<LoadReply> {
    const { options } = this;
    this.loading.abort();
    this.loading = new AbortController();
    const loaded = await loadTrack(options.context, source, this.loading.signal);
    if (!loaded.ok) return loaded;
    this.preparing.abort();
    this.following = null;
    this.current = this.take(loaded);
    options.beforeChange();
    options.onAnother(options.transport.setTrack(this.current.playable));
    return { ok: true, track: loaded.info };
  }

  async prepare(source: TrackSource | null): Promise<LoadReply | null> {
    this.preparing.abort();
    this.preparing = new AbortController();
    const { signal } = this.preparing;
    if (this.following !== null) this.options.beforeChange();
    this.following = null;
    this.options.transport.prepare(null);
    if (source === null) return null;
    const loaded = await loadTrack(this.options.context, source, signal);
    if (!loaded.ok) return loaded;
    this.following = this.take(loaded);
    this.options.transport.prepare(this.following.playable);
    return { ok: true, track: loaded.info };
  }

  /** What was prepared has begun. */
  advance(): void {
    if (this.following === null) return;
    const { loaded } = (this.current = this.following);
    this.following = null;
    // It is heard already.
    this.options.onAnother(0);
    this.options.onEvent({ type: 'advanced', track: loaded.info, source: loaded.source });
  }

  setLoop(loop: LoopSeconds | null): void {
    const range = loop && this.rangeOf(loop);
    this.options.beforeChange();
    this.options.transport.setLoop(range);
  }

  peaks(fromSeconds: number, toSeconds: number, columns: number): Float32Array {
    if (this.current === null) return new Float32Array(2 * columns);
    return this.current.waveform.peaks(fromSeconds * this.rate, toSeconds * this.rate, columns);
  }

  trackSamples(): Promise<TrackSamples | null> {
    if (this.current === null) return Promise.resolve(null);
    const { left, right } = this.current.loaded.stereo;
    return Promise.resolve({ sampleRateHz: this.rate, left: left.slice(), right: right.slice() });
  }

  private get rate(): number {
    return this.options.context.sampleRate;
  }

  private take(loaded: LoadedTrack): OnDeck {
    const { left, right } = loaded.stereo;
    const waveform = new WaveformPyramid(left.length);
    waveform.write(0, peakBins(left, right, waveform.binFrames));
    return { loaded, playable: heldTrack(loaded.stereo, this.rate), waveform };
  }

  private rangeOf({ fromSeconds, toSeconds }: LoopSeconds): LoopRange {
    const frames = this.current?.playable.frames ?? 0;
    const [from, to] = [Math.round(fromSeconds * this.rate), Math.round(toSeconds * this.rate)];
    if (from < 0 || to > frames) {
      throw new RangeError(
        `A loop lies within its track: ${fromSeconds} to ${toSeconds} s is not within ${frames / this.rate} s.`,
      );
    }
    if (to - from < LEAST_LOOP_SECONDS * this.rate) {
      throw new RangeError(
        `A loop is at least ${LEAST_LOOP_SECONDS} s long: ${fromSeconds} to ${toSeconds} s is not.`,
      );
    }
    return { from, to };
  }
}
