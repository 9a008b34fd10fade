import { phrase, type Reason } from '../refusal/phrase.ts';
import type { IAudioBuffer } from 'standardized-audio-context';
import { toStereo, type Stereo } from '../media/downmix.ts';
import { NO_TAGS, type Tags } from '../media/sound.ts';
import type { MediaAccess, MediaFile, MediaInfo } from '../protocol/media-protocol.ts';
import type { LoadFailureCode, LoadReply, TrackInfo, TrackSource, TrackTags } from '../store/ports.ts';

/** What a browser is given to decode as a whole: above these it would not fit into memory. */
const MAX_WHOLE_BYTES = 200_000_000;
const MAX_WHOLE_SECONDS = 3600;

/** A track that can be played: read while it plays, or held in memory where only the browser as a whole decodes it. */
export interface LoadedTrack {
  readonly ok: true;
  readonly source: TrackSource;
  readonly info: TrackInfo;
  readonly frames: number;
  readonly content: MediaFile | Stereo;
}

export type LoadFailure = Extract<LoadReply, { ok: false }>;

/** Decodes to the rate of its context. The buffer given is used up. */
export interface Decoder {
  readonly sampleRate: number;
  decodeAudioData(bytes: ArrayBuffer): Promise<IAudioBuffer>;
}

export interface Loader {
  readonly decoder: Decoder;
  /** Without it tracks are decoded as a whole. */
  readonly media: Pick<MediaAccess, 'open' | 'close'> | undefined;
}

let filesSoFar = 0;

/** Fetches or opens a file. Whatever goes wrong is a failure with a reason, never thrown. */
export async function loadTrack(
  loader: Loader,
  source: TrackSource,
  signal: AbortSignal,
): Promise<LoadedTrack | LoadFailure> {
  const fileName = fileNameOf(source);
  const refuse = (code: LoadFailureCode, detail: Reason): LoadFailure => ({
    ok: false,
    code: signal.aborted ? 'overtaken' : code,
    fileName,
    detail,
  });
  const file = await fileOf(source, signal).catch(reasonOf);
  if (typeof file === 'string') return refuse('unreachable', file);
  if (file.size === 0) return refuse('empty', '');
  const loaded = await open(loader, source, file);
  if (!loaded.ok) return refuse(loaded.code, loaded.detail);
  if (!signal.aborted) return loaded;
  if ('id' in loaded.content) loader.media?.close(loaded.content.id);
  return refuse('overtaken', '');
}

/** What a file says of itself, without decoding it; null where only the browser as a whole could tell. */
export async function describeTrack(
  { decoder, media }: Loader,
  source: Extract<TrackSource, { kind: 'file' }>,
): Promise<TrackInfo | null> {
  if (media === undefined || source.file.size === 0) return null;
  const content: MediaFile = { id: filesSoFar++, file: source.file, rateHz: decoder.sampleRate };
  const reply = await media.open(content, true).catch(() => null);
  media.close(content.id);
  return reply?.ok ? infoOf(source, reply.info) : null;
}

type Opened = LoadedTrack | { readonly ok: false; readonly code: LoadFailureCode; readonly detail: Reason };

async function open({ decoder, media }: Loader, source: TrackSource, file: Blob): Promise<Opened> {
  if (media === undefined) return decodeWhole(decoder, source, file);
  const content: MediaFile = { id: filesSoFar++, file, rateHz: decoder.sampleRate };
  const reply = await media.open(content, source.kind === 'file').catch(reasonOf);
  if (typeof reply === 'string') return { ok: false, code: 'unreadable', detail: reply };
  if (reply.ok)
    return { ok: true, source, content, frames: reply.info.frames, info: infoOf(source, reply.info) };
  media.close(content.id);
  if (!['unsupported', 'undecodable', 'no-decoder'].includes(reply.code)) return reply;
  // What the decoders beside do not take, the browser as a whole may.
  const whole = await decodeWhole(decoder, source, file);
  if (whole.ok) return whole;
  // It is whole, and would play were it shorter; else it is of no kind that this browser knows.
  if (reply.code === 'no-decoder' && whole.code !== 'too-long') return { ...reply, code: 'unsupported' };
  return reply;
}

async function decodeWhole(decoder: Decoder, source: TrackSource, file: Blob): Promise<Opened> {
  if (file.size > MAX_WHOLE_BYTES) {
    return { ok: false, code: 'too-long', detail: phrase('size-of', Math.round(file.size / 1e6)) };
  }
  const bytes = await file.arrayBuffer().catch(reasonOf);
  if (typeof bytes === 'string') return { ok: false, code: 'unreadable', detail: bytes };
  const buffer = await decoder.decodeAudioData(bytes).catch(reasonOf);
  if (typeof buffer === 'string') return { ok: false, code: 'undecodable', detail: buffer };
  if (buffer.length === 0) return { ok: false, code: 'empty', detail: '' };
  if (buffer.duration > MAX_WHOLE_SECONDS) {
    const detail = phrase('minutes-at-most', Math.round(buffer.duration / 60), MAX_WHOLE_SECONDS / 60);
    return { ok: false, code: 'too-long', detail };
  }
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, c) => buffer.getChannelData(c));
  const tags = tagsOf(source, NO_TAGS);
  const info: TrackInfo = {
    kind: 'recording',
    title: tags.title,
    tags,
    format: endingOf(fileNameOf(source)),
    sampleRateHz: buffer.sampleRate,
    channels: channels.length,
    durationSeconds: buffer.duration,
  };
  return { ok: true, source, info, frames: buffer.length, content: toStereo(channels) };
}

function infoOf(source: TrackSource, { sound, tags }: MediaInfo): TrackInfo {
  const known = tagsOf(source, tags);
  return {
    kind: 'recording',
    title: known.title,
    tags: known,
    format: sound.format,
    sampleRateHz: sound.rateHz,
    channels: sound.channels,
    durationSeconds: sound.frames / sound.rateHz,
  };
}

async function fileOf(source: TrackSource, signal: AbortSignal): Promise<Blob> {
  if (source.kind === 'file') return source.file;
  const response = await fetch(source.url, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.blob();
}

function fileNameOf(source: TrackSource): string {
  if (source.kind === 'file') return source.file.name;
  const { url } = source;
  return decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)) || url;
}

/** What comes along is called as its source says, a file without a title by its name without the ending. */
function tagsOf(source: TrackSource, tags: Tags): TrackTags {
  if (source.kind === 'url') return { ...NO_TAGS, title: source.title, artist: source.artist };
  return { ...tags, title: tags.title ?? source.file.name.replace(/(?<=.)\.[^.]+$/, '') };
}

function endingOf(fileName: string): string {
  return (/(?<=.)\.([^.]+)$/.exec(fileName)?.[1] ?? '').toUpperCase();
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
