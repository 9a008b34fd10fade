import { describe, expect, it } from 'vitest';
import { wavFile } from '../export/wav-file.ts';
import { assembleEars, earResponsesFile, readEarChannels, readEarResponses } from './ear-responses.ts';
import { refuseTooMuch, type NamedFile } from './named-files.ts';
import { refusal } from './testing/refusal.ts';
import { LARGEST_WAV_BYTES, readWav } from './wav-file.ts';

const RATE = 48_000;
const plane = (value: number, length = 8) => Float32Array.from({ length }, (_, i) => (i === 3 ? value : 0));
const stereo = (value: number, rate = RATE, length = 8) =>
  new Uint8Array(wavFile([plane(value, length), plane(-value, length)], rate));

const idsOf = (drivers: number) => Array.from({ length: drivers }, (_, i) => `d${i + 1}`);
const read = (files: readonly NamedFile[], ids: readonly string[]) => {
  const found = readEarChannels(files, ids);
  return assembleEars(found, found.proposed);
};

describe('ear responses', () => {
  it('are read from a stereo file for each driver, in the order of their numbers', () => {
    const files = [10, 2, 1].map((n) => ({ name: `driver ${n}.wav`, bytes: stereo(n, RATE, 6 + n) }));
    const found = read(files, idsOf(3));
    expect(found).toMatchObject({ drivers: 3, sampleRateHz: RATE, taps: 16 });
    const peaks = Array.from({ length: 6 }, (_, row) => found.responses[row * 16 + 3]);
    expect(peaks).toEqual([1, -1, 2, -2, 10, -10]);
  });

  it('belong to the drivers whose ids their files are named after', () => {
    const files = ['desk left.wav', 'desk tweeter.wav', 'desk right.wav'].map((name, i) => ({
      name,
      bytes: stereo(i + 1),
    }));
    const { channels, proposed } = readEarChannels(files, ['tweeter', 'right', 'left']);
    expect(proposed.map(([left]) => channels[left]!.name)).toEqual([
      'desk tweeter.wav, channel 1',
      'desk right.wav, channel 1',
      'desk left.wav, channel 1',
    ]);
  });

  it('may be a mono file for each ear, and what is wrong of the order can be put right', () => {
    const files = [1, 2, 3, 4].map((n) => ({
      name: `${n}.wav`,
      bytes: new Uint8Array(wavFile([plane(n)], RATE)),
    }));
    const found = readEarChannels(files, idsOf(2));
    expect(found.proposed).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const swapped = assembleEars(found, [
      [3, 2],
      [1, 0],
    ]);
    expect([0, 1, 2, 3].map((row) => swapped.responses[row * swapped.taps + 3])).toEqual([4, 3, 2, 1]);
    const twice = [
      [0, 1],
      [2, 0],
    ] as const;
    expect(refusal(() => assembleEars(found, twice))).toBe(
      '1.wav: expected a place of its own, got two places',
    );
  });

  it('are one file that reads back bit by bit, and is the same each time', () => {
    const files = ['a', 'b'].map((name, i) => ({ name, bytes: stereo(0.1 + i) }));
    const first = read(files, idsOf(2));
    const bytes = earResponsesFile(first);
    const again = readEarResponses({ name: 'all.wav', bytes });
    expect(again).toEqual(first);
    expect(earResponsesFile(again)).toEqual(bytes);
  });

  it('are refused by file, rule and what was found', () => {
    const mono = new Uint8Array(wavFile([plane(1)], RATE));
    const bad = new Uint8Array(wavFile([plane(NaN), plane(1)], RATE));
    const silent = new Uint8Array(wavFile([plane(1), plane(0)], RATE));
    const two = (second: Uint8Array) => [
      { name: '1.wav', bytes: stereo(1) },
      { name: '2.wav', bytes: second },
    ];
    const cases: [[readonly NamedFile[], number], string][] = [
      [[two(mono), 2], '2.wav: expected 2 channels, left and right ear, got 1: it is mono'],
      [[two(stereo(1, 44_100)), 2], '2.wav: expected 48000 Hz, as 1.wav has, got 44100 Hz'],
      [[two(stereo(1)), 5], 'files: expected 5, one for each driver, or one of 10 channels, got 2'],
      [[[], 2], 'files: expected 2, one for each driver, or one of 4 channels, got 0'],
      [
        [[{ name: 'all.wav', bytes: stereo(1) }], 2],
        'all.wav: expected 4 channels, two for each driver, got 2',
      ],
      [[two(silent), 2], '2.wav, channel 2: expected a response, got silence'],
      [[two(bad), 2], '2.wav: expected finite numbers, got sample 4 of channel 1, which is none'],
      [
        [[{ name: 'a.wav', bytes: stereo(1, 16_000) }], 1],
        'sampling rate: expected 40000 to 192000 Hz, got 16000 Hz',
      ],
      [
        [[{ name: 'a.wav', bytes: stereo(1, RATE, 70_000) }], 1],
        'length: expected at most 65536 samples, got 70000',
      ],
      [[two(stereo(1).subarray(0, 90)), 2], '2.wav: expected 64 bytes of samples, got 32: it is cut short'],
      [
        [two(new TextEncoder().encode('ID3 an MP3')), 2],
        '2.wav: expected a WAV file, got one that begins otherwise',
      ],
      [[two(new Uint8Array()), 2], '2.wav: expected a WAV file, got one that begins otherwise'],
    ];
    for (const [[files, drivers], message] of cases) {
      expect(refusal(() => read(files, idsOf(drivers)))).toBe(message);
    }
    expect(refusal(() => refuseTooMuch([{ size: 2 ** 29 }, { size: 1 }]))).toBe(
      'files: expected at most 536870912 bytes, got 536870913',
    );
    const huge = { length: LARGEST_WAV_BYTES + 1 } as Uint8Array;
    expect(refusal(() => readWav(huge, 'huge.wav'))).toBe(
      `huge.wav: expected at most ${LARGEST_WAV_BYTES} bytes, got ${LARGEST_WAV_BYTES + 1}`,
    );
  });
});

describe('a WAV file', () => {
  /** Header and samples put together by hand. */
  function wav(code: number, bits: number, data: number[]): Uint8Array {
    const bytes = new Uint8Array(44 + data.length);
    const view = new DataView(bytes.buffer);
    bytes.set(new TextEncoder().encode('RIFF....WAVEfmt '));
    view.setUint32(16, 16, true);
    view.setUint16(20, code, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint16(34, bits, true);
    bytes.set(new TextEncoder().encode('data'), 36);
    view.setUint32(40, data.length, true);
    bytes.set(data, 44);
    return bytes;
  }

  it('is read in every coding of its samples', () => {
    const first = (code: number, bits: number, data: number[]) =>
      readWav(wav(code, bits, data), 'x').planes[0]![0];
    expect(first(1, 16, [0, 0x40])).toBe(0.5);
    expect(first(1, 24, [0, 0, 0xc0])).toBe(-0.5);
    expect(first(1, 32, [0, 0, 0, 0x20])).toBe(0.25);
    expect(first(3, 32, [...new Uint8Array(Float32Array.of(0.75).buffer)])).toBe(0.75);
    expect(first(3, 64, [...new Uint8Array(Float64Array.of(-0.125).buffer)])).toBe(-0.125);
    expect(refusal(() => first(1, 8, [128]))).toBe(
      'x: expected 16, 24 or 32-bit integers or 32 or 64-bit floats, got 8-bit samples',
    );
    expect(refusal(() => first(0x55, 16, [0, 0]))).toContain('got coding 0x55');
    expect(refusal(() => first(1, 16, []))).toBe('x: expected at least one sample, got none');
  });
});
