import type { DesignDocument } from '../design/document.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import { summariseMetrics } from '../design/metrics-summary.ts';
import { requiredMeasurements } from '../design/required-measurements.ts';
import { oneLine } from '../export/bundle-readme.ts';
import { curveLines, figureLines } from './terminal-table.ts';

/** What a design reaches, to be read on a terminal: curves in third octaves, then the numbers it is summed up in. */
export function metricsTable(document: DesignDocument, metrics: DesignMetrics): string {
  const { sides, centre, frequencyHz } = metrics;
  const summary = summariseMetrics(metrics);
  const lines = [
    oneLine(document.name),
    ...originLines(document),
    '',
    ...curveLines(frequencyHz, [
      ['Separation', 'reached dB', sides.separationDb],
      ['', 'natural dB', sides.naturalSeparationDb],
      ['', 'target dB', sides.targetGainDb],
      ['Sides', 'effort dB', sides.effortDb],
      ['', 'near ear dB', sides.nearEarDb],
      ['Centre', 'reject. dB', centre.sideRejectionDb],
      ['', 'effort dB', centre.effortDb],
      ['', 'DI dB', centre.directivityIndexDb],
      ['', 'width deg', centre.beamwidthDeg],
    ]),
    '',
    ...figureLines([
      ['Separation, mean 300 Hz to 8 kHz', summary.separationDb, 'dB'],
      ['Effort of the sides, largest', summary.sideEffortDb, 'dB'],
      ['Level difference against a real pair, rms', summary.ildErrorDb, 'dB'],
      ['Time difference against a real pair, rms', summary.itdErrorUs, 'µs'],
      ['Side rejection of the centre, mean 300 Hz to 8 kHz', summary.sideRejectionDb, 'dB'],
      ['Effort of the centre, largest', summary.centreEffortDb, 'dB'],
      ['Directivity index, mean 300 Hz to 8 kHz', summary.directivityIndexDb, 'dB'],
      ['Unevenness within 45 degrees, worst 300 Hz to 8 kHz', summary.windowFlatnessDb, 'dB'],
      ['Energy at both ends of the worst filter', summary.tailEnergyDb, 'dB'],
      ['Latency of the filters', summary.latencySamples, 'samples'],
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was measured, and what therefore was not. */
function originLines(document: DesignDocument): string[] {
  return requiredMeasurements(document).map(({ kind, name }) =>
    kind === 'plant'
      ? `At the ears as measured in place: "${oneLine(name)}"; centre, zone and depth computed in free field.`
      : `Drivers as measured: "${oneLine(name)}".`,
  );
}
