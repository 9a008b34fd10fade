import { describe, expect, it } from 'vitest';
import { inEnglish } from '../refusal/english.ts';
import { mp4Kind, undecodableKind } from './file-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('undecodableKind', () => {
  it.each([
    ['Dolby Digital (AC-3)', '\x0b\x77\x01\x02'],
    ['text, not sound', 'Dear listener, this was never music.\r\n'],
    ['a ZIP archive', 'PK\x03\x04\x14'],
    ['a picture', '\x89PNG\r\n\x1a\n'],
    ['DSD', 'FRM8\0\0\0\0\0\0\0\x10DSD '],
  ])('calls it %s', (name, text) => {
    const kind = undecodableKind(bytes(text))!;
    expect(typeof kind === 'string' ? kind : inEnglish(kind)).toBe(name);
  });

  it.each([
    ['AAC in MP4', '\0\0\0\x20ftypM4A \0\0\0\0stsd\0\0mp4a'],
    ['AIFF', 'FORM\0\0\0\0AIFFCOMM'],
    ['WAV', 'RIFF\x24\0\0\0WAVEfmt '],
    ['noise', '\x01\x92\xfe\x00'],
    ['nothing', ''],
  ])('has no name for %s', (_what, text) => {
    expect(undecodableKind(bytes(text))).toBeNull();
  });
});

describe('mp4Kind', () => {
  it('finds lossless sound by its description, which holds its name twice, wherever the boxes are', () => {
    const description =
      '\0\0\0\x48alac\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\x02\0\x10\0\0\0\0\xacD\0\0\0\0\0\x24alac';
    expect(mp4Kind([bytes('ftypM4A mdat'), bytes(`stsd${description}`)])).toBe('lossless');
  });

  it('finds sound that is encrypted', () => {
    expect(mp4Kind([bytes('stsd\0\0enca\0\0\0\x50sinf\0\0frmamp4a')])).toBe('encrypted');
    expect(mp4Kind([bytes('stsd\0\0drms\0\0\0\x50sinf')])).toBe('encrypted');
  });

  it('has nothing against a title', () => {
    expect(mp4Kind([bytes('stsd\0\0mp4a\0\0©nam My alac songs')])).toBeNull();
  });
});
