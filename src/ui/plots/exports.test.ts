import { describe, expect, it } from 'vitest';
import { columnsToCsv } from './csv.ts';
import { directivityCsv, ratioCsv, zoneCsv } from './exports.ts';

describe('columnsToCsv', () => {
  it('quotes names that need it, pads short columns and leaves out what is not finite', () => {
    const csv = columnsToCsv([
      { name: 'a, "b"', values: [1, NaN] },
      { name: 'c', values: Float32Array.of(0.1) },
    ]);
    expect(csv).toBe('"a, ""b""",c\r\n1,0.1\r\n,\r\n');
  });
});

describe('plots as tables', () => {
  it('has the curves that are there, each with its unit', () => {
    const csv = ratioCsv({ frequencyHz: [100], achievedDb: [3], effortDb: [1], targetDb: [4] }, 'separation');
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'frequency (Hz),separation (dB),target (dB),effort (dB)',
      '100,3,4,1',
    ]);
  });

  it('has a column for each azimuth, normalised as shown', () => {
    const map = { azimuthDeg: [-90, 0], frequencyHz: [100, 200], levelDb: Float32Array.of(-1, -2, 5, 6) };
    const [names, first, second] = directivityCsv(map, 'on-axis').split('\r\n');
    expect(names).toBe('frequency (Hz),level at -90° (dB),level at 0° (dB)');
    expect([first, second]).toEqual(['100,-6,0', '200,-8,0']);
  });

  it('has a row for each head position', () => {
    const zone = {
      frontM: [1, 2],
      leftM: [0, 1],
    };
    const quantity = { name: 'separation (dB)', values: Float32Array.of(1, 2, 3, NaN) };
    expect(zoneCsv(zone, [quantity]).trim().split('\r\n')).toEqual([
      'front (m),left (m),separation (dB)',
      '1,0,1',
      '1,1,2',
      '2,0,3',
      '2,1,',
    ]);
  });
});
