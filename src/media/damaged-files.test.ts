import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ByteSource } from './byte-source.ts';
import { openFlac } from './flac.ts';
import { skipId3 } from './id3.ts';
import { openMp3 } from './mp3.ts';
import type { Packet } from './packets.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../e2e/fixtures/sounds/${name}`, import.meta.url)));

async function packetsOf(name: string, bytes: Uint8Array<ArrayBuffer>, from = 0): Promise<Packet[]> {
  const source = new ByteSource(new Blob([bytes]));
  const opened = name.endsWith('.flac')
    ? await openFlac(source, 0)
    : await openMp3(source, await skipId3(source));
  const packets: Packet[] = [];
  for await (const packet of opened.from(from)) packets.push(packet);
  return packets;
}

/** Nothing where something was, from the middle of the file on. */
function zeroed(bytes: Uint8Array<ArrayBuffer>, count: number): Uint8Array<ArrayBuffer> {
  return bytes.slice().fill(0, bytes.length * 0.6, bytes.length * 0.6 + count);
}

describe.each(['tone.flac', 'tone.mp3'])('%s with a hole in it', (name) => {
  it.each([40, 300, 2000])('of %i bytes is whole before and behind it, at the same places', async (count) => {
    const whole = await packetsOf(name, fixture(name));
    const packets = await packetsOf(name, zeroed(fixture(name), count));
    const behind = packets.findIndex(({ isBehindDamage }) => isBehindDamage);
    // A hole within a frame is the decoder's to find, but for formats with checksums.
    if (behind < 0) {
      expect(name).toBe('tone.mp3');
      expect(packets.map(({ at }) => at)).toEqual(whole.map(({ at }) => at));
      return;
    }
    const [first] = packets.slice(behind);
    expect(first!.at).toBeGreaterThan(packets[behind - 1]!.at + packets[behind - 1]!.frames);
    const { isBehindDamage, ...asBefore } = first!;
    expect(isBehindDamage).toBe(true);
    expect([asBefore, ...packets.slice(behind + 1)]).toEqual(whole.filter(({ at }) => at >= first!.at));
    // No more is missing than was overwritten: each frame of these files has 300 bytes at least.
    expect(whole.length - packets.length).toBeLessThanOrEqual(2 + count / 300);
  });
});

describe('a damaged FLAC file', () => {
  it('leaves out a frame of which one bit is wrong', async () => {
    const bytes = fixture('tone.flac');
    const whole = await packetsOf('tone.flac', bytes);
    bytes[Math.floor(bytes.length * 0.6)]! ^= 1;
    expect(await packetsOf('tone.flac', bytes)).toHaveLength(whole.length - 1);
  });

  it('is found again behind its hole', async () => {
    const holed = zeroed(fixture('tone.flac'), 300);
    const all = await packetsOf('tone.flac', holed);
    const last = all.at(-1)!;
    expect(await packetsOf('tone.flac', holed, last.at)).toEqual([last]);
  });
});

describe('an MP3 file without a tag', () => {
  it('is as long with a hole in it as without', async () => {
    const bytes = fixture('tone.mp3');
    const source = new ByteSource(new Blob([bytes]));
    const tagAt = await skipId3(source);
    // The first frame holds the tag: without its name it is a frame like others.
    const name = new TextDecoder('latin1').decode(bytes).search(/Xing|Info/);
    bytes.fill(0, name, name + 4);
    const framesOf = async (each: Uint8Array<ArrayBuffer>) =>
      (await openMp3(new ByteSource(new Blob([each])), tagAt)).frames;
    expect(await framesOf(zeroed(bytes, 1500))).toBe(await framesOf(bytes));
  });
});
