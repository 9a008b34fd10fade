import { describe, expect, it } from 'vitest';
import { csvBundle } from './csv.ts';
import { noiseSource, textOf } from './testing/source.ts';

/** Fields of a table as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, value = '', end] = match;
    rows.at(-1)!.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe('the CSV bundle', () => {
  const source = noiseSource();
  const bundle = csvBundle(source);
  const { firs, taps, latencySamples, sampleRateHz } = source.drivers;
  const heading = ['L', 'R', 'C'].flatMap((input) =>
    source.document.device.drivers.map(({ id }) => `${input} to ${id}`),
  );

  it('gives back every tap to the bit', () => {
    const [head, ...rows] = readCsv(textOf(bundle, 'taps.csv'));
    expect(head).toEqual(['tap', 'timeMs', ...heading]);
    expect(rows).toHaveLength(taps);
    rows.forEach((row, t) => {
      expect(Number(row[0])).toBe(t);
      expect(Number(row[1])).toBeCloseTo(((t - latencySamples) / sampleRateHz) * 1000, 9);
      row.slice(2).forEach((tap, path) => expect(Math.fround(Number(tap))).toBe(firs[path * taps + t]));
    });
  });

  it('has the responses of the taps, their delay taken off', () => {
    const [head, ...rows] = readCsv(textOf(bundle, 'responses.csv'));
    expect(head).toEqual(['frequencyHz', ...heading.flatMap((path) => [`${path} dB`, `${path} phaseDeg`])]);
    const path = 7;
    for (const row of [rows[100]!, rows[200]!]) {
      const turn = (2 * Math.PI * Number(row[0])) / sampleRateHz;
      let [re, im] = [0, 0];
      for (let t = 0; t < taps; t++) {
        re += firs[path * taps + t]! * Math.cos(turn * (t - latencySamples));
        im -= firs[path * taps + t]! * Math.sin(turn * (t - latencySamples));
      }
      // Noise is the roughest spectrum to read between bins: 0.05 dB of it, and the table's three decimals.
      expect(Math.abs(Number(row[1 + 2 * path]) - 20 * Math.log10(Math.hypot(re, im)))).toBeLessThan(0.05);
      expect(Math.abs(Number(row[2 + 2 * path]) - (Math.atan2(im, re) * 180) / Math.PI)).toBeLessThan(0.5);
    }
  });
});
