import { latin1 } from './byte-source.ts';
import { phrase, type Reason } from '../refusal/phrase.ts';

/** Names what a file is by its first bytes, where browsers are known not to decode it. */
export function undecodableKind(head: Uint8Array): Reason | null {
  const ascii = (start: number, length: number) => latin1(head, start, length);
  const four = ascii(0, 4);
  if (head[0] === 0x0b && head[1] === 0x77) return 'Dolby Digital (AC-3)';
  if (four === 'caff') return 'Core Audio Format (CAF)';
  if (four === 'MThd') return phrase('midi');
  if (four === '%PDF') return phrase('pdf');
  if (four.startsWith('PK\x03')) return phrase('zip');
  if (four === '\x89PNG' || four.startsWith('\xff\xd8\xff')) return phrase('picture');
  if (four === 'MAC ') return "Monkey's Audio";
  if (four === 'wvpk') return 'WavPack';
  if (four === 'DSD ' || (four === 'FRM8' && ascii(12, 4) === 'DSD ')) return 'DSD';
  if (four === '0&²u') return 'Windows Media (ASF)';
  return looksLikeText(head) ? phrase('text-not-sound') : null;
}

/** What the boxes of an MP4 say of its sound: in its `moov`, at the beginning or at the end. */
export function mp4Kind(parts: readonly Uint8Array[]): 'encrypted' | 'lossless' | null {
  const texts = parts.map((part) => new TextDecoder('latin1').decode(part));
  if (texts.some((text) => /enca|drms/.test(text) && /sinf/.test(text))) return 'encrypted';
  return texts.some((text) => /alac[^]{0,40}alac/.test(text)) ? 'lossless' : null;
}

/** Printable all through: no audio format begins with 256 such bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 256);
  return head.length > 0 && head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
