import { DesignError } from '../design/design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import { parseDesign, parseDesignText } from '../design/schema.ts';
import { exactJson } from './exact-json.ts';
import { KEY } from './link-key.ts';
import { phrase } from '../refusal/phrase.ts';

/**
 * A whole design in the fragment of an address, `design=1.eNqr…`: the document as JSON, deflated with a checksum (RFC 1950), in
 * the letters that need no escape (RFC 4648, base64url). The number before the dot is the version of this wrapping; the
 * document inside has its own. The fragment never leaves the browser: no server sees it.
 */
const VERSION = '1';
/** More characters than any program passes on; a design of 32 drivers takes some two thousand. */
export const LONGEST_LINK = 32_768;
/** A small link may unpack to a flood: no more is read than this. */
const LARGEST_TEXT_BYTES = 1 << 20;

/**
 * The fragment, without the #, that opens to this very document.
 * @throws DesignError as `parseDesign` for a document that could not be opened again; 'link-too-long'
 */
export async function linkOfDesign(document: DesignDocument): Promise<string> {
  const text = new TextEncoder().encode(exactJson(parseDesign(document)));
  const packed = await readAll(passed(text, new CompressionStream('deflate')), Infinity);
  const fragment = `${KEY}${VERSION}.${toBase64Url(packed)}`;
  if (fragment.length > LONGEST_LINK) throw tooLong(fragment.length);
  return fragment;
}

/**
 * The document that a fragment carries, bit by bit what the link was made of.
 * @param fragment without the #
 * @throws DesignError 'link-damaged', 'link-too-long', 'link-newer', or as `parseDesign`
 */
export async function designOfLink(fragment: string): Promise<DesignDocument> {
  if (fragment.length > LONGEST_LINK) throw tooLong(fragment.length);
  const [, version, packed] = /^design=(\d+)\.(.*)$/s.exec(fragment) ?? [];
  if (version === undefined || packed === undefined) throw damaged('link-without-content');
  if (version !== VERSION)
    throw new DesignError('link-newer', '', version, phrase('link-version', VERSION, version));
  return parseDesignText(await unpack(packed));
}

async function unpack(packed: string): Promise<string> {
  const bytes = fromBase64Url(packed);
  try {
    const text = await readAll(passed(bytes, new DecompressionStream('deflate')), LARGEST_TEXT_BYTES);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (error) {
    if (error instanceof DesignError) throw error;
    throw damaged('link-checksum');
  }
}

function passed(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream) {
  return new Blob([bytes]).stream().pipeThrough(through);
}

async function readAll(stream: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new DesignError('link-too-long', '', length, phrase('most-bytes-of-text', mostBytes));
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw damaged('link-letters');
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    throw damaged('link-part-missing');
  }
}

type Damage = 'link-without-content' | 'link-checksum' | 'link-letters' | 'link-part-missing';

function damaged(how: Damage): DesignError {
  return new DesignError('link-damaged', '', '', phrase(how));
}

function tooLong(length: number): DesignError {
  return new DesignError('link-too-long', '', length, phrase('most-characters', LONGEST_LINK, length));
}
