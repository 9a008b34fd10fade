import {
  ADTS,
  BlobSource,
  EncodedPacketSink,
  Input,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
  type EncodedPacket,
  type InputAudioTrack,
} from 'mediabunny';
import { viewOf } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import type { Packet, PacketSource } from './packets.ts';
import { endPaddingSeconds } from './webm-padding.ts';
import { phrase } from '../refusal/phrase.ts';

const CONTAINERS = [MP4, QTFF, MATROSKA, WEBM, OGG, WAVE, ADTS];
const CONTAINER_NAMES: Readonly<Record<string, string>> = {
  MP4: 'M4A',
  'QuickTime File Format': 'QuickTime',
  WAVE: 'WAV',
  ADTS: '',
};
const CODEC_NAMES: Readonly<Record<string, string>> = {
  aac: 'AAC',
  opus: 'Opus',
  vorbis: 'Vorbis',
  flac: 'FLAC',
  mp3: 'MP3',
  ac3: 'Dolby Digital (AC-3)',
  eac3: 'Dolby Digital Plus (E-AC-3)',
};
/** Frames depend on those before them: by this time a decoder that began there gives the same as one from the beginning. */
const PREROLL_SECONDS = 0.3;
/** So far behind what cannot be read it is looked first, then twice as far each time, then nearer again. */
const STEP_SECONDS = 0.1;
/** How much of a file is looked through for what iTunes says of the padding. */
const SEARCHED_BYTES = 1 << 20;

/** What mediabunny can take apart: MP4, Ogg, WebM, ADTS, and WAV that is compressed. @throws MediaError */
export async function openContainer(blob: Blob): Promise<PacketSource> {
  const input = new Input({ source: new BlobSource(blob), formats: CONTAINERS });
  try {
    if (!(await input.canRead())) throw new MediaError('undecodable');
    const track = await input.getPrimaryAudioTrack();
    if (track === null) {
      // Not even pictures: what tells of its tracks is damaged, or unknown here.
      const isSilent = (await input.getTracks()).length > 0;
      throw isSilent ? new MediaError('no-audio') : new MediaError('undecodable', phrase('untold-sound'));
    }
    const codec = await track.getCodec();
    const name = CODEC_NAMES[codec ?? ''] ?? String(codec ?? (await track.getInternalCodecId()) ?? '');
    const config = await track.getDecoderConfig();
    if (config === null) throw new MediaError('unsupported', name);
    const container = (await input.getFormat()).name;
    const shown = CONTAINER_NAMES[container] ?? container;
    const timing = await timingOf({ track, codec, container, config, blob });
    return {
      format: shown === '' ? name : `${name} in ${shown}`,
      config,
      frames: timing.frames,
      from: (frame) => packetsFrom(track, timing, frame / config.sampleRate),
      dispose: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error instanceof MediaError ? error : new MediaError('undecodable', reasonOf(error));
  }
}

/** Where packets lie on the sound's time, whose first frame is the first that is no padding. */
interface Timing {
  readonly frames: number;
  /** When the last packet ends, as the container counts. */
  readonly seconds: number;
  place(packet: EncodedPacket): Omit<Packet, 'data'>;
}

async function* packetsFrom(
  track: InputAudioTrack,
  timing: Timing,
  seconds: number,
): AsyncGenerator<Packet, void, undefined> {
  const sink = new EncodedPacketSink(track);
  let next = (await sink.getPacket(seconds - PREROLL_SECONDS)) ?? (await sink.getFirstPacket());
  for (let isBehindDamage = false; ; isBehindDamage = true) {
    let last = next;
    while (next !== null) {
      last = next;
      yield { data: next.data, ...timing.place(next), ...(isBehindDamage && { isBehindDamage }) };
      isBehindDamage = false;
      // What cannot be read is what the file ends with, or damage.
      next = await sink.getNextPacket(next).catch(() => null);
    }
    next = await behindDamage(sink, last, timing);
    if (next === null) return;
  }
}

/** The first that is found behind a place that cannot be read; null at the end. */
async function behindDamage(
  sink: EncodedPacketSink,
  last: EncodedPacket | null,
  timing: Timing,
): Promise<EncodedPacket | null> {
  const from = last?.timestamp ?? 0;
  const left = timing.seconds - from - (last?.duration ?? 0);
  const after = async (step: number) => {
    const found = await sink.getPacket(from + step).catch(() => null);
    return found !== null && found.timestamp > from ? found : null;
  };
  let [near, far, found]: [number, number, EncodedPacket | null] = [0, STEP_SECONDS, null];
  for (; found === null && far < left; far *= 2) [found, near] = [await after(far), far / 2];
  for (far = 2 * near; found !== null && far - near > STEP_SECONDS;) {
    const middle = (near + far) / 2;
    const nearer = await after(middle);
    if (nearer === null) near = middle;
    else [found, far] = [nearer, middle];
  }
  return found;
}

interface Opened {
  readonly track: InputAudioTrack;
  readonly codec: string | null;
  readonly container: string;
  readonly config: AudioDecoderConfig;
  readonly blob: Blob;
}

async function timingOf({ track, codec, container, config, blob }: Opened): Promise<Timing> {
  const rate = config.sampleRate;
  const inFrames = (seconds: number) => Math.round(seconds * rate);
  if (codec === 'opus') {
    const skipped = preSkipOf(config);
    return container === 'Ogg' ? oggOpus(track) : matroskaOpus(track, blob, skipped);
  }
  const seconds = await track.computeDuration();
  const starts = inFrames(await track.getFirstTimestamp());
  const padding = codec === 'aac' && starts >= 0 ? await itunesPadding(blob) : null;
  const isMatroska = container === 'Matroska' || container === 'WebM';
  const late = padding?.delay ?? (isMatroska && codec === 'vorbis' ? inFrames(await secondStart(track)) : 0);
  return {
    frames: padding?.frames ?? inFrames(seconds + (isMatroska ? await lastDuration(track) : 0)) - late,
    seconds,
    place: ({ timestamp, duration }) => ({ at: inFrames(timestamp) - late, frames: inFrames(duration) }),
  };
}

/** There Vorbis counts what its first packet would be, were it not for the decoder alone. */
async function secondStart(track: InputAudioTrack): Promise<number> {
  const sink = new EncodedPacketSink(track);
  const first = await sink.getFirstPacket();
  const second = first && (await sink.getNextPacket(first));
  return second?.timestamp ?? 0;
}

/** Where a file does not say how long its last packet is: as long as the one before it, seconds. */
async function lastDuration(track: InputAudioTrack): Promise<number> {
  const sink = new EncodedPacketSink(track);
  const last = await sink.getPacket(Infinity);
  if (last === null || last.duration > 0) return 0;
  return (await sink.getPacket(last.timestamp - 0.001))?.duration ?? 0;
}

/** Of 48,000: what Opus counts in. */
const OPUS_RATE = 48_000;

/** There the times have the pre-skip taken off, and the first packet is shortened by it. */
async function oggOpus(track: InputAudioTrack): Promise<Timing> {
  const seconds = await track.computeDuration();
  return {
    frames: Math.round(seconds * OPUS_RATE),
    seconds,
    place({ timestamp, duration, data }) {
      const frames = opusFrames(data);
      const at = Math.round(timestamp * OPUS_RATE);
      return { at: at > 0 ? at : Math.round(duration * OPUS_RATE) - frames, frames };
    },
  };
}

/** There the times are rounded to milliseconds and count the pre-skip: packets of one length are counted instead. */
async function matroskaOpus(track: InputAudioTrack, blob: Blob, skipped: number): Promise<Timing> {
  const place = ({ timestamp, data }: EncodedPacket): Omit<Packet, 'data'> => {
    const frames = opusFrames(data);
    return { at: Math.round((timestamp * OPUS_RATE) / frames) * frames - skipped, frames };
  };
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  const end = last === null ? { at: 0, frames: 0 } : place(last);
  const padding = Math.round((await endPaddingSeconds(blob)) * OPUS_RATE);
  return {
    frames: Math.max(0, end.at + end.frames - padding),
    seconds: last === null ? 0 : last.timestamp + last.duration,
    place,
  };
}

/** Frames of a packet (RFC 6716, section 3.1). */
function opusFrames(data: Uint8Array): number {
  const [first = 0, second = 0] = data;
  const kind = first >> 3;
  const size =
    kind < 12 ? [480, 960, 1920, 2880][kind & 3]! : kind < 16 ? 480 << (kind & 1) : 120 << (kind & 3);
  const code = first & 3;
  return size * (code === 0 ? 1 : code < 3 ? 2 : second & 0x3f);
}

/** From the Opus header, which comes as the decoder's description. */
function preSkipOf({ description }: AudioDecoderConfig): number {
  if (description === undefined) return 0;
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  return bytes.length < 12 ? 0 : viewOf(bytes).getUint16(10, true);
}

/** What files without an edit list say of their padding in a comment of its own. */
async function itunesPadding(blob: Blob): Promise<{ delay: number; frames: number } | null> {
  for (const part of [blob.slice(0, SEARCHED_BYTES), blob.slice(Math.max(0, blob.size - SEARCHED_BYTES))]) {
    const text = new TextDecoder('latin1').decode(await part.arrayBuffer());
    const found = /iTunSMPB[^]{0,64}? 0{8} ([0-9A-F]{8}) [0-9A-F]{8} ([0-9A-F]{16})/.exec(text);
    if (found) return { delay: parseInt(found[1]!, 16), frames: parseInt(found[2]!, 16) };
  }
  return null;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
