import { bundleReadme, oneLine } from './bundle-readme.ts';
import { INPUT_NAMES } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { headroomDb } from './headroom.ts';
import { inputMixes, mixedSet } from './input-mix.ts';
import type { InputMix } from './input-mix.ts';
import { filterFileName, filterWavs, WAV_FILES } from './wav-set.ts';

const fileName = ({ name }: InputMix) => `soundstage-${name}.txt`;

/** A channel of our own; the program compares names in capitals. */
const inputChannel = (input: number) => `SIDE_${INPUT_NAMES[input]!}`;
const pathChannel = (input: number, driver: number) => `PATH_${INPUT_NAMES[input]!}${driver + 1}`;

/** `0.5*L+-0.5*R`; a number needs its point to be told from a channel's. */
function sumOf(terms: readonly { readonly gain: number; readonly channel: string }[]): string {
  const used = terms.filter(({ gain }) => gain !== 0);
  if (used.length === 0) return '0.0';
  return used.map(({ gain, channel }) => (gain === 1 ? channel : `${gain.toFixed(1)}*${channel}`)).join('+');
}

/**
 * An Equalizer APO configuration. Its Convolution takes channel k of a file for the kth selected channel and mixes nothing,
 * so every path has a channel of its own: copied from its input, convolved, and added up into the device's channels by
 * number. `Copy` reads all of its sources before it writes.
 */
function configuration({ document, drivers }: ExportSource, mix: InputMix): string {
  const all = Array.from({ length: drivers.outputs }, (_, driver) => driver);
  const inputs = INPUT_NAMES.map((_, input) => input);
  const attenuation = headroomDb(mixedSet(drivers, mix));
  const assign = (assignments: readonly string[]) => `Copy: ${assignments.join(' ')}`;
  return [
    `# Soundstage: ${oneLine(document.name)}`,
    `# Fed with ${mix.explained}.`,
    `# For ${drivers.sampleRateHz} Hz only; ${drivers.outputs} drivers on the device's channels 1 to ${drivers.outputs}.`,
    '',
    '# Headroom: no signal within full scale can clip.',
    'Channel: all',
    `Preamp: ${attenuation === 0 ? '0.00' : `-${attenuation.toFixed(2)}`} dB`,
    '',
    assign(
      mix.gains.map(
        (row, input) =>
          `${inputChannel(input)}=${sumOf(row.map((gain, i) => ({ gain, channel: mix.channels[i]! })))}`,
      ),
    ),
    ...inputs.flatMap((input) => [
      '',
      assign(all.map((driver) => `${pathChannel(input, driver)}=${inputChannel(input)}`)),
      `Channel: ${all.map((driver) => pathChannel(input, driver)).join(' ')}`,
      `Convolution: ${filterFileName(input)}`,
    ]),
    '',
    assign(
      all.map((driver) => {
        const terms = inputs.map((input) => ({ gain: 1, channel: pathChannel(input, driver) }));
        return `${driver + 1}=${sumOf(terms)}`;
      }),
    ),
    'Channel: all',
    '',
  ].join('\r\n');
}

export function equalizerApoBundle(source: ExportSource): ExportFile[] {
  const mixes = inputMixes(source.document);
  const { outputs, sampleRateHz } = source.drivers;
  const readme = bundleReadme(source, {
    title: 'Equalizer APO configuration',
    files: [
      ...mixes.map((mix) => [fileName(mix), `configuration, fed with ${mix.explained}`] as const),
      ...WAV_FILES,
    ],
    mixes,
    steps: [
      "Copy all files into one folder below Equalizer APO's config folder: filters are named relative to the configuration.",
      `In Windows set the device to at least ${outputs} channels and to ${sampleRateHz} Hz: at another rate the filters are left out.`,
      `Add "Include: <folder>\\${fileName(mixes[1]!)}" to config.txt; play stereo.`,
      'The three-channel configuration reads L, R and C of the device, as of a 5.1 file that carries them.',
      'Channels of the device are taken by number, 1 being the first driver; channels beyond the drivers stay as they are.',
      'A Convolution here never mixes channels ("true stereo" files do not exist for it): the Copy lines do that.',
    ],
  });
  return [
    ...filterWavs(source),
    ...mixes.map((mix) => ({ name: fileName(mix), content: configuration(source, mix) })),
    { name: 'README.txt', content: readme },
  ];
}
