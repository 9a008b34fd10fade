import { describe, expect, it } from 'vitest';
import { undecodableKind } from './file-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('undecodableKind', () => {
  it.each([
    ['AIFF audio', 'FORM\0\0\0\0AIFFCOMM'],
    ['AIFF audio', 'FORM\0\0\0\0AIFCFVER'],
    ['Dolby Digital (AC-3) audio', '\x0b\x77\x01\x02'],
    ['Apple Lossless (ALAC) audio', '\0\0\0\x20ftypM4A \0\0\0\0stsd\0\0alac'],
    ['text, not sound', 'Dear listener, this was never music.\r\n'],
    ['a ZIP archive', 'PK\x03\x04\x14'],
  ])('calls it %s', (name, text) => {
    expect(undecodableKind(bytes(text))).toBe(name);
  });

  it.each([
    ['AAC in MP4', '\0\0\0\x20ftypM4A \0\0\0\0stsd\0\0mp4a'],
    ['WAV', 'RIFF\x24\0\0\0WAVEfmt '],
    ['noise', '\x01\x92\xfe\x00'],
    ['nothing', ''],
  ])('has no name for %s', (_what, text) => {
    expect(undecodableKind(bytes(text))).toBeNull();
  });
});
