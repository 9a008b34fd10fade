import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { albumOrder, entryOf } from './queue-tracks.ts';
import type { QueueEntry } from './state.ts';

type Known = Partial<Pick<QueueEntry, 'album' | 'albumArtist' | 'discNumber' | 'trackNumber'>>;

/** A track whose id is its path. */
function track(path: string, known: Known = {}): QueueEntry {
  const at = path.lastIndexOf('/');
  const file = new File([], path.slice(at + 1));
  return { ...entryOf({ file, folder: path.slice(0, Math.max(0, at)) }), ...known, id: path };
}

describe('albumOrder', () => {
  it('goes by album, disc and track as people number them, whatever the files are called', () => {
    const album = 'Volume 2';
    const tracks = [
      track('z.flac', { album: 'Volume 10', trackNumber: 1 }),
      track('a.flac', { album, discNumber: 2, trackNumber: 1 }),
      track('b.flac', { album, discNumber: 1, trackNumber: 10 }),
      track('c.flac', { album: 'VOLUME 2', discNumber: 1, trackNumber: 9 }),
    ];
    expect(albumOrder(tracks)).toEqual(['c.flac', 'b.flac', 'a.flac', 'z.flac']);
  });

  it('keeps albums of one name apart by whose they are, whoever plays on each track', () => {
    const album = 'Greatest Hits';
    const tracks = [
      track('1.mp3', { album, albumArtist: 'Zoe', trackNumber: 1 }),
      track('2.mp3', { album, albumArtist: 'Various', trackNumber: 2 }),
      track('3.mp3', { album, albumArtist: 'Zoe', trackNumber: 2 }),
      track('4.mp3', { album, albumArtist: 'Various', trackNumber: 1 }),
    ];
    expect(albumOrder(tracks)).toEqual(['4.mp3', '2.mp3', '1.mp3', '3.mp3']);
  });

  it('takes a disc without a number for the first, and goes by name where there is no track number', () => {
    const album = 'One';
    const tracks = [
      track('10.mp3', { album }),
      track('9.mp3', { album }),
      track('x.mp3', { album, discNumber: 2, trackNumber: 1 }),
      track('y.mp3', { album, trackNumber: 12 }),
    ];
    expect(albumOrder(tracks)).toEqual(['y.mp3', '9.mp3', '10.mp3', 'x.mp3']);
  });

  it('tells discs without numbers apart by their folders', () => {
    const album = 'One';
    const tracks = ['CD2/b', 'CD1/b', 'CD2/a', 'CD1/a'].map((path) =>
      track(path, { album, trackNumber: path.endsWith('a') ? 1 : 2 }),
    );
    expect(albumOrder(tracks)).toEqual(['CD1/a', 'CD1/b', 'CD2/a', 'CD2/b']);
  });

  it('puts those of no known album last, by folder and name', () => {
    const tracks = [
      track('b/2.wav'),
      track('a/10.wav'),
      track('a/9.wav', { trackNumber: 99 }),
      track('z.wav', { album: 'Zebra' }),
    ];
    expect(albumOrder(tracks)).toEqual(['z.wav', 'a/9.wav', 'a/10.wav', 'b/2.wav']);
  });

  it('is one order, whichever the tracks were in', () => {
    const number = fc.constantFrom(null, 1, 2);
    const known = fc.record({
      album: fc.constantFrom(null, 'a', 'b'),
      discNumber: number,
      trackNumber: number,
    });
    const tracks = fc
      .array(fc.tuple(fc.constantFrom('', 'x/', 'y/'), known), { maxLength: 20 })
      .map((all) => all.map(([folder, tags], n) => track(`${folder}${n}.wav`, tags)));
    const shuffled = tracks.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(albumOrder(other)).toEqual(albumOrder(all));
      }),
    );
  });
});
