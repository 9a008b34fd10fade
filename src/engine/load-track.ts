import type { IAudioBuffer } from 'standardized-audio-context';
import type { LoadFailureCode, LoadReply, TrackInfo, TrackSource } from '../store/ports.ts';
import { undecodableKind } from './file-kind.ts';
import { toStereo, type Stereo } from './stereo.ts';

/** Above these a track would not fit into memory once decoded: an hour of stereo takes 1.4 GB at 48 kHz. */
const MAX_BYTES = 1_000_000_000;
const MAX_SECONDS = 3600;

export interface LoadedTrack {
  readonly ok: true;
  readonly source: TrackSource;
  readonly info: TrackInfo;
  readonly stereo: Stereo;
}

export type LoadFailure = Extract<LoadReply, { ok: false }>;

/** Decodes to the rate of its context. The buffer given is used up. */
export interface Decoder {
  decodeAudioData(bytes: ArrayBuffer): Promise<IAudioBuffer>;
}

/** Fetches or reads, decodes, and brings to stereo. Whatever goes wrong is a failure with a reason, never thrown. */
export async function loadTrack(
  decoder: Decoder,
  source: TrackSource,
  signal: AbortSignal,
): Promise<LoadedTrack | LoadFailure> {
  const fileName = source.kind === 'file' ? source.file.name : fileNameOf(source.url);
  const refuse = (code: LoadFailureCode, detail: string): LoadFailure => ({
    ok: false,
    code: signal.aborted ? 'overtaken' : code,
    fileName,
    detail,
  });
  const bytes = await readBytes(source, signal).catch(reasonOf);
  if (typeof bytes === 'string') return refuse(source.kind === 'file' ? 'unreadable' : 'unreachable', bytes);
  if (bytes.byteLength === 0) return refuse('empty', '');
  if (bytes.byteLength > MAX_BYTES) return refuse('too-long', `${Math.round(bytes.byteLength / 1e6)} MB`);
  // Decoding takes the bytes away, so what they are is looked at before.
  const kind = undecodableKind(new Uint8Array(bytes));
  const buffer = await decoder.decodeAudioData(bytes).catch(reasonOf);
  if (typeof buffer === 'string')
    return refuse('undecodable', kind === null ? buffer : `it looks like ${kind}`);
  if (buffer.length === 0) return refuse('empty', '');
  if (buffer.duration > MAX_SECONDS) {
    return refuse('too-long', `${Math.round(buffer.duration / 60)} minutes, ${MAX_SECONDS / 60} at most`);
  }
  if (signal.aborted) return refuse('overtaken', '');
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, c) => buffer.getChannelData(c));
  const title = source.kind === 'file' ? titleOf(fileName) : source.title;
  return {
    ok: true,
    source,
    info: {
      kind: 'recording',
      title,
      tags: { title, artist: null, album: null, trackNumber: null, discNumber: null, cover: null },
      format: fileName.slice(fileName.lastIndexOf('.') + 1).toUpperCase(),
      sampleRateHz: buffer.sampleRate,
      channels: channels.length,
      durationSeconds: buffer.duration,
    },
    stereo: toStereo(channels as Float32Array<ArrayBuffer>[]),
  };
}

async function readBytes(source: TrackSource, signal: AbortSignal): Promise<ArrayBuffer> {
  if (source.kind === 'file') return source.file.arrayBuffer();
  const response = await fetch(source.url, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.arrayBuffer();
}

function fileNameOf(url: string): string {
  return decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)) || url;
}

/** A file's name without its ending. */
function titleOf(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]+$/, '');
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
