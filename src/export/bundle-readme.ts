import type { DesignDocument } from '../design/document.ts';
import type { ExportSource } from './export-file.ts';
import { headroomDb, peakGains } from './headroom.ts';
import { mixedSet } from './input-mix.ts';
import type { InputMix } from './input-mix.ts';

/** What one format has to say for itself. */
export interface BundleWords {
  /** What the bundle is, a heading. */
  readonly title: string;
  /** File name and what it holds. */
  readonly files: readonly (readonly [name: string, holds: string])[];
  /** How to load it, one step a line. */
  readonly steps: readonly string[];
  /** The ways to feed it, where it is a whole configuration; its levels are stated for each. */
  readonly mixes?: readonly InputMix[];
}

const UNITY =
  'Filters are stored as designed, without attenuation: the loudest driver can pass full scale by';

/** The README.txt of a bundle: channel order, rate, latency, levels, polarity, and how to load it. */
export function bundleReadme(source: ExportSource, words: BundleWords): string {
  const { document, drivers } = source;
  const { sampleRateHz, taps, latencySamples } = drivers;
  const ms = (latencySamples / sampleRateHz) * 1000;
  const lines = [
    `${words.title}: ${oneLine(document.name)}`,
    '',
    'Files',
    ...words.files.map(([name, holds]) => `  ${name}: ${holds}`),
    '',
    'Channel order',
    "  Inputs of the filters: L' (left side), R' (right side), C (centre). Left is the audience's left.",
    '  Outputs, one per driver; positions are metres in front of, left of and above the device centre:',
    ...driverLines(source),
    '',
    'Time',
    `  Sample rate ${sampleRateHz} Hz; the filters are for this rate only. ${taps} taps each.`,
    `  Every path is late by ${latencySamples} samples (${ms.toFixed(2)} ms), what the convolver adds not counted.`,
    '',
    'Levels',
    ...levelLines(source, words.mixes),
    '',
    'Polarity',
    '  A positive tap moves a cone forward for a positive sample. Wire all drivers alike; signs that differ between',
    '  drivers are part of the filters.',
    '',
    ...measuredLines(document),
    'How to load it',
    ...words.steps.map((step, i) => `  ${i + 1}. ${step}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What of the design was measured: its filters are for that place, or those drivers. */
function measuredLines({ plant, device: { baffle } }: DesignDocument): string[] {
  const lines = [
    ...(plant
      ? [
          `  Left and right are designed on responses at the ears, measured in place: "${oneLine(plant.name)}"`,
          `  (SHA-256 ${plant.sha256}). They are for that place alone.`,
          '  The centre is designed on what the drivers radiate in free field.',
        ]
      : []),
    ...(baffle.kind === 'measured'
      ? [`  The drivers radiate as measured: "${oneLine(baffle.name)}" (SHA-256 ${baffle.sha256}).`]
      : []),
  ];
  return lines.length > 0 ? ['Measured', ...lines, ''] : [];
}

function driverLines({ document }: ExportSource): string[] {
  return document.device.drivers.map(
    ({ id, positionM }, i) => `  ${i + 1}  ${oneLine(id)}  [${positionM.join(', ')}]`,
  );
}

function levelLines({ drivers }: ExportSource, mixes: readonly InputMix[] | undefined): string[] {
  if (!mixes) {
    const { anySignalDb, sineDb } = peakGains(drivers);
    return [
      `  ${UNITY}`,
      `  ${sineDb.toFixed(1)} dB on a sine that all inputs play, and by ${anySignalDb.toFixed(1)} dB on the worst signal there is.`,
      '  Give the convolver that much headroom.',
    ];
  }
  return mixes.flatMap((mix) => {
    const set = mixedSet(drivers, mix);
    const { sineDb } = peakGains(set);
    return [
      `  ${mix.name}: fed with ${mix.explained}.`,
      `    Attenuated by ${headroomDb(set).toFixed(2)} dB, so that no signal within full scale can clip. The loudest sine`,
      `    needs ${Math.max(0, sineDb).toFixed(1)} dB: programme seldom more, so that much is safe to use with a limiter behind it.`,
    ];
  });
}

/** Names are free text; a line stays a line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
