import { readAiff } from './aiff.ts';
import { ByteSource, latin1 } from './byte-source.ts';
import { openCodedSound } from './coded-sound.ts';
import { mp4Kind, undecodableKind } from './file-kind.ts';
import { isFlac, openFlac } from './flac.ts';
import { skipId3 } from './id3.ts';
import { MediaError } from './media-error.ts';
import { openMp3 } from './mp3.ts';
import { readMp3Frame } from './mp3-frame.ts';
import { pcmSound, type PcmLayout } from './pcm.ts';
import { NO_TAGS, type Sound, type Tags } from './sound.ts';
import { readWav, withoutSound } from './wav.ts';

export interface OpenedSound {
  readonly sound: Sound;
  /** Read when they are asked for; what cannot be read is not there. */
  readonly tags: () => Promise<Tags>;
}

/** How much of an MP4 is looked through at either end. */
const SEARCHED_BYTES = 1 << 20;

/**
 * Opens a sound file by what is in it, whatever its name says.
 * @throws MediaError
 */
export async function openSound(blob: Blob): Promise<OpenedSound> {
  if (blob.size === 0) throw new MediaError('empty');
  const source = new ByteSource(blob);
  const head = await source.read(0, 512).catch((error: unknown) => {
    throw new MediaError('unreadable', error instanceof Error ? error.message : String(error));
  });
  if (latin1(head, 0, 4) === 'FORM' && latin1(head, 8, 3) === 'AIF') {
    const { layout, texts } = await readAiff(source);
    return { sound: wholeSound(source, layout), tags: () => Promise.resolve({ ...NO_TAGS, ...texts }) };
  }
  const kind = undecodableKind(head);
  if (kind !== null) throw new MediaError('unsupported', kind);
  const wav = isWav(head) ? await readWav(source) : null;
  if (wav !== null) return { sound: wholeSound(source, wav), tags: () => readTags(withoutSound(blob, wav)) };
  const sound = await openByKind(source, blob, head);
  return { sound, tags: () => readTags(blob) };
}

function isWav(head: Uint8Array): boolean {
  return /^(RIFF|RF64|BW64)/.test(latin1(head, 0, 4)) && latin1(head, 8, 4) === 'WAVE';
}

/** What takes containers apart is six times as large as all else here: it comes with the first file that needs it. */
const demuxers = () => import('./demuxers.ts');

async function readTags(blob: Blob): Promise<Tags> {
  const part = await demuxers().catch(() => null);
  return part === null ? NO_TAGS : part.readTags(blob);
}

async function openByKind(source: ByteSource, blob: Blob, head: Uint8Array): Promise<Sound> {
  if (latin1(head, 4, 4) === 'ftyp') await refuseByBoxes(source);
  const behindTags = await skipId3(source);
  const first = await source.read(behindTags, 4);
  if (isFlac(first)) return openCodedSound(await openFlac(source, behindTags));
  if (behindTags > 0 || readMp3Frame(first, 0) !== null) {
    return openCodedSound(await openMp3(source, behindTags));
  }
  const part = await demuxers().catch(() => null);
  if (part === null) throw new MediaError('not-fetched');
  return openCodedSound(await part.openContainer(blob));
}

function wholeSound(source: ByteSource, layout: PcmLayout): Sound {
  const stride = layout.coding.bytes * layout.channels;
  if (layout.frames <= 0 || source.size - layout.dataAt < stride) throw new MediaError('empty');
  return pcmSound(source, layout);
}

/** What a browser would refuse without saying why. */
async function refuseByBoxes(source: ByteSource): Promise<void> {
  const parts = [
    (await source.read(0, SEARCHED_BYTES)).slice(),
    (await source.read(Math.max(0, source.size - SEARCHED_BYTES), SEARCHED_BYTES)).slice(),
  ];
  const kind = mp4Kind(parts);
  if (kind === 'encrypted') throw new MediaError('encrypted');
  if (kind === 'lossless') throw new MediaError('unsupported', 'Apple Lossless (ALAC)');
}
