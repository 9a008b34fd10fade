import type { DesignMetrics } from '../design/metrics.ts';
import { summariseMetrics } from '../design/metrics-summary.ts';

/** Third octaves, as they are called; the value shown is that of the nearest of the 24 points in an octave. */
const NOMINAL_HZ = [
  63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000,
  6300, 8000, 10000, 12500, 16000,
];

/** Two lines of heading, and the curve below it; `null` where the design has none. */
type Column = readonly [group: string, heading: string, curve: readonly number[] | null];

const COLUMN_WIDTH = 11;

/** What a design reaches, to be read on a terminal: curves in third octaves, then the numbers it is summed up in. */
export function metricsTable(name: string, metrics: DesignMetrics): string {
  const { sides, centre, frequencyHz } = metrics;
  const columns: readonly Column[] = [
    ['Separation', 'reached dB', sides.separationDb],
    ['', 'natural dB', sides.naturalSeparationDb],
    ['', 'target dB', sides.targetGainDb],
    ['Sides', 'effort dB', sides.effortDb],
    ['', 'near ear dB', sides.nearEarDb],
    ['Centre', 'reject. dB', centre.sideRejectionDb],
    ['', 'effort dB', centre.effortDb],
    ['', 'DI dB', centre.directivityIndexDb],
    ['', 'width deg', centre.beamwidthDeg],
  ];
  const row = (first: string, cells: readonly string[]) =>
    `${first.padStart(7)} ${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join(' ')}`.trimEnd();
  const lines = [
    name.replace(/\s+/g, ' '),
    '',
    row(
      '',
      columns.map(([group]) => group),
    ),
    row(
      'Hz',
      columns.map(([, heading]) => heading),
    ),
    ...NOMINAL_HZ.map((nominalHz) => {
      const point = nearest(frequencyHz, nominalHz);
      return row(
        String(nominalHz),
        columns.map(([, , curve]) => (curve ? shown(curve[point]!) : '–')),
      );
    }),
    '',
    ...summaryLines(metrics),
  ];
  return `${lines.join('\n')}\n`;
}

function summaryLines(metrics: DesignMetrics): string[] {
  const summary = summariseMetrics(metrics);
  const rows: readonly (readonly [string, number | null, string])[] = [
    ['Separation, mean 300 Hz to 8 kHz', summary.separationDb, 'dB'],
    ['Effort of the sides, largest', summary.sideEffortDb, 'dB'],
    ['Level difference against a real pair, rms', summary.ildErrorDb, 'dB'],
    ['Time difference against a real pair, rms', summary.itdErrorUs, 'µs'],
    ['Side rejection of the centre, mean 300 Hz to 8 kHz', summary.sideRejectionDb, 'dB'],
    ['Effort of the centre, largest', summary.centreEffortDb, 'dB'],
    ['Directivity index, mean 300 Hz to 8 kHz', summary.directivityIndexDb, 'dB'],
    ['Unevenness within 45 degrees, worst 300 Hz to 8 kHz', summary.windowFlatnessDb, 'dB'],
    ['Energy at both ends of the worst filter', summary.tailEnergyDb, 'dB'],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const line = (label: string, value: string, unit: string) =>
    `${label.padEnd(width)} ${value.padStart(8)} ${unit}`;
  return [
    ...rows.map(([label, value, unit]) =>
      value === null ? line(label, '–', '') : line(label, shown(value), unit),
    ),
    line('Latency of the filters', String(summary.latencySamples), 'samples'),
  ].map((text) => text.trimEnd());
}

function nearest(frequencyHz: readonly number[], wantedHz: number): number {
  const far = (i: number) => Math.abs(Math.log(frequencyHz[i]! / wantedHz));
  return frequencyHz.reduce((best, _, i) => (far(i) < far(best) ? i : best), 0);
}

/** One decimal; never −0.0. */
function shown(value: number): string {
  const text = value.toFixed(1);
  return text === '-0.0' ? '0.0' : text;
}
