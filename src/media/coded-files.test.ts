import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ByteSource } from './byte-source.ts';
import { openContainer } from './container.ts';
import { openFlac } from './flac.ts';
import { skipId3 } from './id3.ts';
import { openMp3 } from './mp3.ts';
import type { Packet, PacketSource } from './packets.ts';
import { readTags } from './tags.ts';

const blobOf = (name: string) =>
  new Blob([readFileSync(new URL(`../../e2e/fixtures/sounds/${name}`, import.meta.url))]);
/** Of the sound that was encoded, at 44.1 and at 48 kHz. */
const FRAMES = 19_845;
const FRAMES_AT_48 = 21_600;

async function open(name: string): Promise<PacketSource> {
  const blob = blobOf(name);
  const source = new ByteSource(blob);
  if (name.endsWith('.flac')) return openFlac(source, 0);
  return name.endsWith('.mp3') ? openMp3(source, await skipId3(source)) : openContainer(blob);
}

async function packetsFrom(source: PacketSource, frame: number): Promise<Packet[]> {
  const packets: Packet[] = [];
  for await (const packet of source.from(frame)) packets.push(packet);
  return packets;
}

describe.each([
  ['tone.flac', 'FLAC, 16 bit', FRAMES],
  ['tone.mp3', 'MP3', FRAMES],
  ['tone.m4a', 'AAC in M4A', FRAMES],
  ['tone.ogg', 'Vorbis in Ogg', FRAMES],
  ['tone.opus', 'Opus in Ogg', FRAMES_AT_48],
  ['tone.webm', 'Opus in WebM', FRAMES_AT_48],
])('%s', (name, format, frames) => {
  it('is known, and as long as what was encoded', async () => {
    const source = await open(name);
    expect(source.format).toBe(format);
    expect(source.frames).toBe(frames);
  });

  it('is packets without a gap, from before its beginning to its end', async () => {
    const source = await open(name);
    const packets = await packetsFrom(source, 0);
    expect(packets[0]!.at).toBeLessThanOrEqual(0);
    for (let n = 1; n < packets.length; n++) {
      expect(packets[n]!.at).toBe(packets[n - 1]!.at + packets[n - 1]!.frames);
    }
    const last = packets.at(-1)!;
    expect(last.at + last.frames).toBeGreaterThanOrEqual(frames);
  });

  it('is found again from anywhere', async () => {
    const source = await open(name);
    const whole = await packetsFrom(source, 0);
    for (const frame of [15_000, 3000, 19_000]) {
      const packets = await packetsFrom(source, frame);
      expect(packets[0]!.at).toBeLessThanOrEqual(frame);
      expect(packets).toEqual(whole.slice(whole.length - packets.length));
    }
  });
});

describe('a long FLAC file', () => {
  it('is reached at any place with few reads', async () => {
    const bytes = readFileSync(new URL('../../e2e/fixtures/sounds/tone.flac', import.meta.url));
    const source = new ByteSource(new Blob([bytes]));
    const flac = await openFlac(source, 0);
    const [packet] = await packetsFrom(flac, 11_520);
    // Its tenth block of 1152 frames.
    expect(packet).toMatchObject({ at: 11_520, frames: 1152 });
  });
});

describe('readTags', () => {
  it.each(['tone.flac', 'tone.mp3', 'tone.m4a'])(
    'finds title, artist, album, number and cover in %s',
    async (name) => {
      const { cover, ...tags } = await readTags(blobOf(name));
      expect(tags).toEqual({
        title: 'Tone',
        artist: 'Soundstage',
        album: 'Fixtures',
        albumArtist: null,
        trackNumber: 3,
        discNumber: null,
      });
      expect(cover?.type).toBe('image/png');
      expect(cover!.size).toBeGreaterThan(50);
    },
  );

  it('finds whose album it is', async () => {
    const bytes = new Uint8Array(await blobOf('tone.mp3').arrayBuffer());
    const soundAt = await skipId3(new ByteSource(new Blob([bytes])));
    const text = (id: string, words: string) =>
      `${id}\0\0\0${String.fromCharCode(words.length + 1)}\0\0\0${words}`;
    const frames = text('TPE1', 'A guest') + text('TPE2', 'The host');
    const tag = `ID3\x03\0\0\0\0\0${String.fromCharCode(frames.length)}${frames}`;
    const tagged = [Uint8Array.from(tag, (letter) => letter.charCodeAt(0)), bytes.subarray(soundAt)];
    expect(await readTags(new Blob(tagged))).toMatchObject({ artist: 'A guest', albumArtist: 'The host' });
  });

  it('has none where nothing can be read', async () => {
    expect(await readTags(new Blob(['no sound']))).toMatchObject({ title: null, cover: null });
  });
});
