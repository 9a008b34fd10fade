import { INPUT_NAMES, inputTaps } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { bundleReadme } from './bundle-readme.ts';
import { wavFile } from './wav-file.ts';

/** Name of the file that holds the filters of one input. */
export function filterFileName(input: number): string {
  return `filters-${INPUT_NAMES[input]!}.wav`;
}

/** One WAV file per input: 32-bit floats, one channel per driver. */
export function filterWavs({ drivers }: ExportSource): ExportFile[] {
  return INPUT_NAMES.map((_, input) => ({
    name: filterFileName(input),
    content: wavFile(inputTaps(drivers, input), drivers.sampleRateHz),
  }));
}

/** What every bundle with WAV files says of them. */
export const WAV_FILES = INPUT_NAMES.map(
  (name, input) =>
    [filterFileName(input), `filters of input ${name}, 32-bit floats, one channel per driver`] as const,
);

export function wavBundle(source: ExportSource): ExportFile[] {
  const readme = bundleReadme(source, {
    title: 'FIR filters as WAV files',
    files: WAV_FILES,
    steps: [
      "Feed a convolver with L', R' and C (soundstage render --upmix-only writes them from stereo).",
      'Convolve each input with every channel of its file.',
      'Add up what the three files give for one driver; channel n is driver n.',
    ],
  });
  return [...filterWavs(source), { name: 'README.txt', content: readme }];
}
