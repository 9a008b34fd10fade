import type { IAudioBuffer } from 'standardized-audio-context';
import { describe, expect, it } from 'vitest';
import { loadTrack, type Decoder } from './load-track.ts';

const never = new AbortController().signal;

function decoderOf(channels: Float32Array[], sampleRate = 48000): Decoder {
  const length = channels[0]?.length ?? 0;
  const buffer = {
    length,
    sampleRate,
    numberOfChannels: channels.length,
    duration: length / sampleRate,
    getChannelData: (c: number) => channels[c]!,
  };
  return { decodeAudioData: () => Promise.resolve(buffer as unknown as IAudioBuffer) };
}

const refusing: Decoder = {
  decodeAudioData: () => Promise.reject(new Error('Unable to decode audio data')),
};

const fileOf = (content: string, name = 'song.mp3') =>
  ({ kind: 'file', file: new File([content], name) }) as const;

describe('loadTrack', () => {
  it('gives a decoded file its name without the ending', async () => {
    const decoder = decoderOf([new Float32Array(4800).fill(0.5)]);
    const track = await loadTrack(decoder, fileOf('x', 'My song. Live.flac'), never);
    expect(track).toMatchObject({
      ok: true,
      info: { title: 'My song. Live', channels: 1, durationSeconds: 0.1 },
    });
    expect(track.ok && track.stereo.right[7]).toBe(0.5);
  });

  it('refuses a file without a byte', async () => {
    expect(await loadTrack(refusing, fileOf(''), never)).toMatchObject({
      code: 'empty',
      fileName: 'song.mp3',
    });
  });

  it('refuses a file without a sample', async () => {
    expect(await loadTrack(decoderOf([new Float32Array(0)]), fileOf('x'), never)).toMatchObject({
      code: 'empty',
    });
  });

  it('says what the browser says of bytes it cannot decode', async () => {
    expect(await loadTrack(refusing, fileOf('\x01\x02\x03'), never)).toEqual({
      ok: false,
      code: 'undecodable',
      fileName: 'song.mp3',
      detail: 'Unable to decode audio data',
    });
  });

  it('says what it is where that is known', async () => {
    expect(await loadTrack(refusing, fileOf('FORM____AIFFCOMM'), never)).toMatchObject({
      code: 'undecodable',
      detail: 'it looks like AIFF audio',
    });
  });

  it('refuses a file that went away', async () => {
    const file = new File(['x'], 'gone.wav');
    file.arrayBuffer = () => Promise.reject(new Error('A requested file could not be found'));
    expect(await loadTrack(refusing, { kind: 'file', file }, never)).toMatchObject({
      code: 'unreadable',
      fileName: 'gone.wav',
      detail: 'A requested file could not be found',
    });
  });

  it('refuses an address that does not answer', async () => {
    const source = { kind: 'url', url: 'http://127.0.0.1:1/My%20demo.mp3', title: 'Demo' } as const;
    expect(await loadTrack(refusing, source, never)).toMatchObject({
      code: 'unreachable',
      fileName: 'My demo.mp3',
    });
  });

  it('refuses more than an hour', async () => {
    const decoder = decoderOf([new Float32Array(7300)], 2);
    expect(await loadTrack(decoder, fileOf('x'), never)).toMatchObject({ code: 'too-long' });
  });

  it('gives way to a newer load', async () => {
    const controller = new AbortController();
    const loading = loadTrack(decoderOf([new Float32Array(8)]), fileOf('x'), controller.signal);
    controller.abort();
    expect(await loading).toMatchObject({ ok: false, code: 'overtaken' });
  });
});
