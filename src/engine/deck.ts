import { decodeAudioData, type IMinimalAudioContext } from 'standardized-audio-context';
import { peakBins, WaveformPyramid } from '../media/waveform-pyramid.ts';
import type { Reason } from '../refusal/phrase.ts';
import type { TrackSamples } from '../protocol/loudness-protocol.ts';
import type { MediaAccess, MediaFile } from '../protocol/media-protocol.ts';
import type { EngineEvent, LoadReply, LoopSeconds, TrackInfo, TrackSource } from '../store/ports.ts';
import { Losses } from './losses.ts';
import { describeTrack, loadTrack, type LoadedTrack, type Loader } from './load-track.ts';
import type { LoopRange } from './playback/loop-seam.ts';
import { heldTrack, type Playable } from './playback/playable.ts';
import { StreamedTrack } from './playback/streamed-track.ts';
import type { Transport } from './playback/transport.ts';
import { WaveformSurvey } from './waveform.ts';

/** A shorter loop is a tone rather than a passage. */
const LEAST_LOOP_SECONDS = 0.5;
/** Where a file does not say how long it is. */
const TOLERATED_SECONDS = 0.5;

export interface DeckOptions {
  readonly context: IMinimalAudioContext;
  /** Without it tracks are decoded as a whole. */
  readonly media: MediaAccess | undefined;
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
  samples(): Promise<TrackSamples | null>;
  /** So much of its waveform is known. */
  knownSeconds: number;
  stopSurvey(): void;
}

/** The track that plays and the one that follows: opened here, played by the transport. */
export class Deck {
  private current: OnDeck | null = null;
  private following: OnDeck | null = null;
  private loading = new AbortController();
  private preparing = new AbortController();
  /** What was opened said so of itself, or is about to: its file is not looked through a second time meanwhile. */
  private readonly told = new WeakMap<File, Promise<TrackInfo | null>>();

  constructor(private readonly options: DeckOptions) {}

  async load(source: TrackSource): Promise<LoadReply> {
    const { options } = this;
    this.loading.abort();
    this.loading = new AbortController();
    const loaded = await this.open(source, this.loading.signal);
    if (!loaded.ok) return loaded;
    this.preparing.abort();
    this.current?.stopSurvey();
    this.following?.stopSurvey();
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
    this.following?.stopSurvey();
    this.following = null;
    this.options.transport.prepare(null);
    if (source === null) return null;
    const loaded = await this.open(source, signal);
    if (!loaded.ok) return loaded;
    this.following = this.take(loaded);
    this.options.transport.prepare(this.following.playable);
    return { ok: true, track: loaded.info };
  }

  /** Without playing it or taking the place of anything. */
  async describe(source: Extract<TrackSource, { kind: 'file' }>): Promise<TrackInfo | null> {
    return (await this.told.get(source.file)) ?? describeTrack(this.loader, source);
  }

  /** What was prepared has begun. */
  advance(): void {
    if (this.following === null) return;
    this.current?.stopSurvey();
    this.current = this.following;
    this.following = null;
    const { loaded, knownSeconds } = this.current;
    // It is heard already.
    this.options.onAnother(0);
    this.options.onEvent({ type: 'advanced', track: loaded.info, source: loaded.source });
    this.options.onEvent({ type: 'waveform', knownSeconds });
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

  async trackSamples(): Promise<TrackSamples | null> {
    const { current } = this;
    const samples = await current?.samples();
    return samples && current === this.current ? samples : null;
  }

  private get loader(): Loader {
    const { context, media } = this.options;
    const { sampleRate } = context;
    return { decoder: { sampleRate, decodeAudioData: (bytes) => decodeAudioData(context, bytes) }, media };
  }

  private get rate(): number {
    return this.options.context.sampleRate;
  }

  private open(source: TrackSource, signal: AbortSignal): ReturnType<typeof loadTrack> {
    const opened = loadTrack(this.loader, source, signal);
    if (source.kind === 'file')
      this.told.set(
        source.file,
        opened.then((reply) => (reply.ok ? reply.info : null)),
      );
    return opened;
  }

  private take(loaded: LoadedTrack): OnDeck {
    const { content } = loaded;
    const { media } = this.options;
    return 'id' in content && media ? this.streamed(loaded, content, media) : this.held(loaded);
  }

  private held(loaded: LoadedTrack): OnDeck {
    const { content } = loaded;
    if ('id' in content) throw new Error('A file needs what reads it.');
    const { left, right } = content;
    const waveform = new WaveformPyramid(left.length);
    waveform.write(
      0,
      peakBins(left, right, (bin) => bin * waveform.binFrames),
    );
    return {
      loaded,
      playable: heldTrack(content, this.rate),
      waveform,
      samples: () => Promise.resolve({ sampleRateHz: this.rate, left: left.slice(), right: right.slice() }),
      knownSeconds: left.length / this.rate,
      stopSurvey: () => undefined,
    };
  }

  private streamed(loaded: LoadedTrack, file: MediaFile, media: MediaAccess): OnDeck {
    const survey = new WaveformSurvey(file, loaded.frames, (knownSeconds) => {
      onDeck.knownSeconds = knownSeconds;
      if (onDeck === this.current) this.options.onEvent({ type: 'waveform', knownSeconds });
    });
    const playable = this.stream(loaded, file, media);
    const onDeck: OnDeck = {
      loaded,
      playable,
      waveform: survey.waveform,
      samples: async () => {
        const stereo = await media.excerpts(file).catch(() => null);
        return stereo && { sampleRateHz: file.rateHz, ...stereo };
      },
      knownSeconds: 0,
      stopSurvey: () => survey.stop(),
    };
    void survey.run(media);
    return onDeck;
  }

  private stream({ frames, info }: LoadedTrack, file: MediaFile, media: MediaAccess): Playable {
    let damage: Reason | null = null;
    const losses = new Losses();
    let isClosed = false;
    const tellLosses = () => this.options.onEvent({ type: 'damaged', title: info.title, ...losses.summary });
    return new StreamedTrack({
      rateHz: this.rate,
      frames,
      async read(from, count) {
        const block = await media.read(file, from, count).catch((error: unknown) => ({
          stereo: null,
          damage: String(error),
          lost: [],
        }));
        damage = block.damage;
        if (!isClosed && losses.add(block.lost)) tellLosses();
        return block.stereo;
      },
      close() {
        isClosed = true;
        media.close(file.id);
      },
      onCutShort: (frame) => {
        // What was let go while it was read has no end to tell of.
        if (isClosed) return;
        // Of a length that was an estimate a little may be missing.
        if (damage === null && frames - frame < TOLERATED_SECONDS * this.rate) return;
        this.options.onEvent({
          type: 'cut-short',
          title: info.title,
          atSeconds: frame / this.rate,
          detail: damage ?? '',
        });
      },
    });
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
