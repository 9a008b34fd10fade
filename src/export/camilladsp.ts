import { bundleReadme } from './bundle-readme.ts';
import { INPUT_NAMES } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { headroomDb } from './headroom.ts';
import { inputMixes, mixedSet } from './input-mix.ts';
import type { InputMix } from './input-mix.ts';
import { filterFileName, filterWavs, WAV_FILES } from './wav-set.ts';

const CHUNK_SIZE = 1024;
const INPUTS = INPUT_NAMES.length;

/** A string as a double-quoted YAML scalar, whose escapes are a superset of JSON's. */
const quoted = (text: string) => JSON.stringify(text);

const fileName = ({ name }: InputMix) => `soundstage-${name}.yml`;

/** The filter of one path; drivers count from 1 as in the README. */
const filterName = (input: number, driver: number) => `${INPUT_NAMES[input]!} to driver ${driver + 1}`;

interface MixerSource {
  readonly channel: number;
  readonly gain: number;
}

function sourceLines({ channel, gain }: MixerSource): string[] {
  return [
    `          - channel: ${channel}`,
    `            gain: ${Math.abs(gain)}`,
    `            scale: linear`,
    `            inverted: ${gain < 0}`,
  ];
}

/** @param sources for each output the channels that are added up; an output without any is silent */
function mixerLines(
  name: string,
  channelsIn: number,
  sources: readonly (readonly MixerSource[])[],
): string[] {
  return [
    `  ${quoted(name)}:`,
    `    channels:`,
    `      in: ${channelsIn}`,
    `      out: ${sources.length}`,
    `    mapping:`,
    ...sources.flatMap((ofOne, dest) =>
      ofOne.length === 0
        ? []
        : [`      - dest: ${dest}`, `        sources:`, ...ofOne.flatMap((one) => sourceLines(one))],
    ),
  ];
}

function deviceLines(key: string, type: string, channels: number): string[] {
  return [`  ${key}:`, `    type: ${type}`, `    channels: ${channels}`, `    format: FLOAT32LE`];
}

/**
 * A CamillaDSP 3 configuration: what is fed in is mixed to L′, R′ and C, copied to one channel per path, convolved and
 * added up per driver; the headroom is a gain of its own on what is fed in. Devices are pipes, which every build has.
 */
function configuration({ document, drivers }: ExportSource, mix: InputMix): string {
  const { outputs, sampleRateHz } = drivers;
  const paths = Array.from({ length: INPUTS * outputs }, (_, path) => ({
    path,
    input: Math.floor(path / outputs),
    driver: path % outputs,
  }));
  const upmix = mix.gains.map((row) =>
    row.map((gain, channel) => ({ channel, gain })).filter(({ gain }) => gain !== 0),
  );
  const spread = paths.map(({ input }) => [{ channel: input, gain: 1 }]);
  const sum = Array.from({ length: outputs }, (_, driver) =>
    INPUT_NAMES.map((_name, input) => ({ channel: input * outputs + driver, gain: 1 })),
  );
  const attenuation = headroomDb(mixedSet(drivers, mix));
  return `${[
    '---',
    `title: ${quoted(`Soundstage: ${document.name}`)}`,
    `description: ${quoted(`Fed with ${mix.explained}. For CamillaDSP 3.`)}`,
    'devices:',
    `  samplerate: ${sampleRateHz}`,
    `  chunksize: ${CHUNK_SIZE}`,
    '  # Pipes, as every build has them: put your own devices here, with these numbers of channels.',
    ...deviceLines('capture', 'Stdin', mix.channels.length),
    ...deviceLines('playback', 'Stdout', outputs),
    'filters:',
    '  headroom:',
    '    type: Gain',
    '    parameters:',
    `      gain: ${-attenuation}`,
    '      scale: dB',
    '      inverted: false',
    ...paths.flatMap(({ input, driver }) => [
      `  ${quoted(filterName(input, driver))}:`,
      `    type: Conv`,
      `    description: ${quoted(`input ${INPUT_NAMES[input]!}, driver ${document.device.drivers[driver]!.id}`)}`,
      `    parameters:`,
      `      type: Wav`,
      `      filename: ${filterFileName(input)}`,
      `      channel: ${driver}`,
    ]),
    'mixers:',
    ...mixerLines('upmix', mix.channels.length, upmix),
    ...mixerLines('spread', INPUTS, spread),
    ...mixerLines('sum', INPUTS * outputs, sum),
    'pipeline:',
    '  - type: Filter',
    `    channels: [${mix.channels.map((_, channel) => channel).join(', ')}]`,
    '    names: [headroom]',
    '  - type: Mixer',
    '    name: upmix',
    '  - type: Mixer',
    '    name: spread',
    ...paths.flatMap(({ path, input, driver }) => [
      `  - type: Filter`,
      `    channels: [${path}]`,
      `    names: [${quoted(filterName(input, driver))}]`,
    ]),
    '  - type: Mixer',
    '    name: sum',
  ].join('\n')}\n`;
}

export function camillaBundle(source: ExportSource): ExportFile[] {
  const mixes = inputMixes(source.document);
  const readme = bundleReadme(source, {
    title: 'CamillaDSP configuration',
    files: [
      ...mixes.map(
        (mix) => [fileName(mix), `configuration for CamillaDSP 3, fed with ${mix.explained}`] as const,
      ),
      ...WAV_FILES,
    ],
    mixes,
    steps: [
      'Keep all files in one folder: the filters are named relative to the configuration.',
      `camilladsp --check ${fileName(mixes[0]!)} tells whether your version takes it.`,
      'Replace the two pipes under "devices" by your own devices with the same numbers of channels.',
      'The filter "headroom" holds the attenuation stated above; change it there and nowhere else.',
    ],
  });
  return [
    ...filterWavs(source),
    ...mixes.map((mix) => ({ name: fileName(mix), content: configuration(source, mix) })),
    { name: 'README.txt', content: readme },
  ];
}
