import { metricFrequencies } from '../design/metrics.ts';
import { spectrumColumns } from '../design/spectrum.ts';
import { bundleReadme } from './bundle-readme.ts';
import { INPUT_NAMES, pathTaps } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';

/** A field as RFC 4180 has it: quoted where it holds a comma, a quote or a line's end. */
export function csvField(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function pathsOf({ document }: ExportSource) {
  return INPUT_NAMES.flatMap((name, input) =>
    document.device.drivers.map(({ id }, driver) => ({ input, driver, name: `${name} to ${id}` })),
  );
}

/** Every tap of every filter; Float32 values in the shortest digits that give them back. */
function tapsTable(source: ExportSource): string {
  const { drivers } = source;
  const paths = pathsOf(source);
  const planes = paths.map(({ input, driver }) => pathTaps(drivers, input, driver));
  return csvText([
    ['tap', 'timeMs', ...paths.map(({ name }) => name)],
    ...Array.from({ length: drivers.taps }, (_, t) => [
      t,
      ((t - drivers.latencySamples) / drivers.sampleRateHz) * 1000,
      ...planes.map((plane) => shortest(plane[t]!)),
    ]),
  ]);
}

/** The fewest digits that a Float32 is read back from. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

const SILENCE = 1e-10;

/** Magnitude and phase of every filter, its modelling delay taken off. */
function responseTable(source: ExportSource): string {
  const frequenciesHz = metricFrequencies();
  const { re, im, rows, columns } = spectrumColumns(source.drivers, frequenciesHz);
  const paths = pathsOf(source);
  return csvText([
    ['frequencyHz', ...paths.flatMap(({ name }) => [`${name} dB`, `${name} phaseDeg`])],
    ...Array.from(frequenciesHz, (frequencyHz, bin) => [
      frequencyHz.toFixed(3),
      ...paths.flatMap(({ input, driver }) => {
        const at = (bin * rows + driver) * columns + input;
        const levelDb = 20 * Math.log10(Math.max(SILENCE, Math.hypot(re[at]!, im[at]!)));
        return [levelDb.toFixed(3), ((Math.atan2(im[at]!, re[at]!) * 180) / Math.PI).toFixed(3)];
      }),
    ]),
  ]);
}

export function csvBundle(source: ExportSource): ExportFile[] {
  const readme = bundleReadme(source, {
    title: 'FIR filters as tables',
    files: [
      ['taps.csv', 'one row per tap, one column per path; timeMs counts from the modelling delay'],
      ['responses.csv', '20 Hz to 20 kHz in 1/24 octaves, dB and degrees, the modelling delay taken off'],
    ],
    steps: [
      'Comma-separated, decimal points, one heading line (RFC 4180).',
      'The taps are exact: read as 32-bit floats they are the filters bit by bit.',
    ],
  });
  return [
    { name: 'taps.csv', content: tapsTable(source) },
    { name: 'responses.csv', content: responseTable(source) },
    { name: 'README.txt', content: readme },
  ];
}
