import { describe, expect, it } from 'vitest';
import { measuredCircle } from '../design/testing/measured-circle.ts';
import { PRESETS } from '../design/presets.ts';
import { spectrumColumns } from '../design/spectrum.ts';
import { wavFile } from '../export/wav-file.ts';
import {
  assembleDrivers,
  driverResponsesFile,
  readDriverGroups,
  readDriverResponses,
} from './driver-files.ts';
import type { NamedFile } from './named-files.ts';
import { readResponseTable } from './response-table.ts';
import { refusal } from './testing/refusal.ts';

const RATE = 48_000;
const AZIMUTHS = Array.from({ length: 12 }, (_, i) => 30 * i - 150);
const response = (value: number) => Float32Array.from({ length: 8 }, (_, t) => (t === 2 ? value : 0));
const wav = (name: string, value: number, rate = RATE): NamedFile => ({
  name,
  bytes: new Uint8Array(wavFile([response(value)], rate)),
});
const set = (
  drivers: readonly string[],
  name = (driver: string, azimuth: number) => `${driver}_az${azimuth}.wav`,
) =>
  drivers.flatMap((driver, d) =>
    AZIMUTHS.map((azimuth) => wav(name(driver, azimuth), 1000 * (d + 1) + azimuth)),
  );
const text = (name: string, content: string): NamedFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});

describe('files of measured drivers', () => {
  it('are sorted by driver and azimuth, whatever their order and however the azimuths are written', () => {
    const signs = (driver: string, azimuth: number) =>
      `${driver} az${azimuth < 0 ? azimuth + 360 : `+0${azimuth}`}.wav`;
    const found = readDriverGroups(set(['right', 'left'], signs).reverse(), ['left', 'right']);
    expect(found.azimuthsDeg).toEqual(AZIMUTHS);
    expect(found.proposed.map((group) => found.groups[group]!.name)).toEqual(['left', 'right']);
    const { responses, taps } = assembleDrivers(found, found.proposed, 1.5);
    const peaks = Array.from({ length: 24 }, (_, row) => responses[row * taps + 2]);
    expect(peaks).toEqual([2000, 1000].flatMap((first) => AZIMUTHS.map((azimuth) => first + azimuth)));
  });

  it('are one file that reads back bit by bit, also when it is opened like the others', () => {
    const measured = measuredCircle(PRESETS.laptop.device, { stepDeg: 30 });
    const bytes = driverResponsesFile(measured);
    expect(readDriverResponses({ name: 'a.wav', bytes })).toEqual(measured);
    const found = readDriverGroups([{ name: 'a.wav', bytes }], ['left', 'right']);
    expect(found.distanceM).toBe(2);
    expect(driverResponsesFile(assembleDrivers(found, found.proposed, found.distanceM!))).toEqual(bytes);
  });

  it('may be tables of frequency, magnitude and phase', () => {
    // A pole at 1 kHz and 0.4 ms of delay, as a table of twelfths of an octave.
    const rows = Array.from({ length: 121 }, (_, i) => {
      const hz = 20 * 2 ** (i / 12);
      const [x, late] = [hz / 1000, (360 * hz * 0.0004) % 360];
      const degrees = (-Math.atan(x) * 180) / Math.PI - late;
      return `${hz.toFixed(3)}, ${(-10 * Math.log10(1 + x * x)).toFixed(4)}, ${degrees.toFixed(3)}`;
    });
    const file = text('d1_az0.csv', ['Hz,dB,deg', ...rows].join('\r\n'));
    const { plane, sampleRateHz } = readResponseTable(file);
    const firs = {
      inputs: 1,
      outputs: 1,
      taps: plane.length,
      sampleRateHz,
      latencySamples: 512,
      firs: plane,
    };
    const hz = Float64Array.of(100, 500, 1000, 2000, 4000);
    const { re, im } = spectrumColumns(firs, hz);
    hz.forEach((frequency, bin) => {
      // Straight lines between twelfths of an octave, and a last row at 20 kHz: a tenth of a decibel, a degree.
      const x = frequency / 1000;
      const levelDb = 20 * Math.log10(Math.hypot(re[bin]!, im[bin]!));
      expect(Math.abs(levelDb + 10 * Math.log10(1 + x * x))).toBeLessThan(0.1);
      const turned = Math.atan2(im[bin]!, re[bin]!) + Math.atan(x) + 2 * Math.PI * frequency * 0.0004;
      expect(Math.abs(Math.sin(turned / 2))).toBeLessThan(0.02);
    });
  });

  it('are refused by name, rule and what was found', () => {
    const one = set(['left']);
    const cases: [readonly NamedFile[], string][] = [
      [[], 'files: expected one for each driver and azimuth, got none'],
      [one.slice(0, 4), 'azimuths: expected one every 30° or less, all around, got none from -60° to -150°'],
      [[...one, wav('left_az15.wav', 1), wav('left_az+15.wav', 1)], 'driver "left": expected one response at 15°, got 2'],
      [[...one, wav('right_az0.wav', 1)], 'driver "right": expected one response at -150°, got none'],
      [[...one, wav('left_az7.wav', 1, 44_100)], 'left_az7.wav: expected 48000 Hz, as left_az-30.wav has, got 44100 Hz'],
      [[...one, wav('left.wav', 1)], 'left.wav: expected a driver and its azimuth in the name, as in left_az+030.wav, got none'],
      [[wav('left.wav', 1)], 'left.wav: expected a driver and its azimuth in the name, as in left_az+030.wav, or a file that was saved from here, got neither'],
      [set(['a', 'b']), 'files: expected responses of 1 drivers, got those of 2: "a", "b"'],
      [[{ name: 'left_az0.wav', bytes: new Uint8Array(wavFile([response(1), response(1)], RATE)) }], 'left_az0.wav: expected 1 channel, got 2'],
      [[text('left_az0.csv', '100,0,0\n200,1')], 'left_az0.csv, line 2: expected frequency in Hz, magnitude in dB, phase in degrees, got 200,1'],
      [[text('left_az0.csv', '100,0,0\n90,0,0')], 'left_az0.csv, line 2: expected more than 100 Hz, got 90 Hz'],
      [[text('left_az0.frd', '* a comment')], 'left_az0.frd: expected at least 8 rows of numbers, got 0'],
      [[text('left_az0.frd', '1 0 0\n2 0 0\n3 0 0\n4 0 0\n5 0 0\n6 0 0\n7 0 0\n8 0 0')], 'left_az0.frd: expected rows up to 10000 Hz or more, got up to 8 Hz'],
    ]; // prettier-ignore
    for (const [files, message] of cases) {
      expect(refusal(() => readDriverGroups(files, ['left']))).toBe(message);
    }
    const found = readDriverGroups(set(['a', 'b']), ['a', 'b']);
    expect(refusal(() => assembleDrivers(found, [0, 0], 1))).toBe('a: expected one driver, got two');
    expect(refusal(() => assembleDrivers(found, [0, 1], 0))).toBe('distance: expected 0.1 to 100 m, got 0 m');
  });
});
