import type { IAudioBuffer } from 'standardized-audio-context';
import { describe, expect, it } from 'vitest';
import { loadTrack, type Loader } from './load-track.ts';

const never = new AbortController().signal;
const RATE_HZ = 48_000;

function decoderOf(channels: Float32Array[], sampleRate = RATE_HZ): Loader {
  const length = channels[0]?.length ?? 0;
  const buffer = {
    length,
    sampleRate,
    numberOfChannels: channels.length,
    duration: length / sampleRate,
    getChannelData: (c: number) => channels[c]!,
  };
  const decodeAudioData = () => Promise.resolve(buffer as unknown as IAudioBuffer);
  return { decoder: { sampleRate, decodeAudioData }, media: undefined };
}

const refusing: Loader = {
  decoder: {
    sampleRate: RATE_HZ,
    decodeAudioData: () => Promise.reject(new Error('Unable to decode audio data')),
  },
  media: undefined,
};

/** Media that refuse for a reason, and whatever else they are asked. */
const refusingFor = (code: 'unsupported' | 'no-decoder' | 'encrypted'): Loader['media'] => ({
  open: () => Promise.resolve({ ok: false, code, detail: 'Apple Lossless (ALAC)' }),
  close: () => undefined,
});

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
    expect(track.ok && 'right' in track.content && track.content.right[7]).toBe(0.5);
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

  it('has the browser decode as a whole what is not decoded beside, and says what it is where that fails', async () => {
    const loader = decoderOf([new Float32Array(4800)]);
    const media = refusingFor('unsupported');
    expect(await loadTrack({ ...loader, media }, fileOf('x'), never)).toMatchObject({
      ok: true,
      frames: 4800,
    });
    expect(await loadTrack({ ...refusing, media }, fileOf('x'), never)).toMatchObject({
      code: 'unsupported',
      detail: 'Apple Lossless (ALAC)',
    });
  });

  it('says that a file is too long for a browser that only decodes it as a whole', async () => {
    const loader = { ...decoderOf([new Float32Array(4800)]), media: refusingFor('no-decoder') };
    expect(await loadTrack(loader, fileOf('x'), never)).toMatchObject({ ok: true, frames: 4800 });
    const long = fileOf('x');
    Object.defineProperty(long.file, 'size', { value: 300_000_000 });
    expect(await loadTrack(loader, long, never)).toMatchObject({ code: 'no-decoder' });
    const unknown = { ...refusing, media: refusingFor('no-decoder') };
    expect(await loadTrack(unknown, fileOf('x'), never)).toMatchObject({ code: 'unsupported' });
  });

  it('does not try what is encrypted', async () => {
    const loader = { ...decoderOf([new Float32Array(4800)]), media: refusingFor('encrypted') };
    expect(await loadTrack(loader, fileOf('x'), never)).toMatchObject({ code: 'encrypted' });
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
    const source = {
      kind: 'url',
      url: 'http://127.0.0.1:1/My%20demo.mp3',
      title: 'Demo',
      artist: '',
    } as const;
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
