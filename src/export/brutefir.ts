import { bundleReadme } from './bundle-readme.ts';
import { INPUT_NAMES, inputTaps } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { headroomDb } from './headroom.ts';
import { inputMixes, mixedSet } from './input-mix.ts';
import type { InputMix } from './input-mix.ts';
import { rawFloats } from './wav-file.ts';

/** Length of one part of the partitioned convolution: twice this is BruteFIR's own latency. */
const PART = 256;
const FLOAT_BYTES = 4;

const fileName = ({ name }: InputMix) => `soundstage-${name}.conf`;
const coefficientFile = (input: number) => `filters-${INPUT_NAMES[input]!}.f32`;
/** BruteFIR's strings know no escapes, so its names are ours and not the document's. */
const inputName = (channel: string) => `"in ${channel}"`;
const outputName = (driver: number) => `"driver ${driver + 1}"`;
const pathName = (input: number, driver: number) => `"${INPUT_NAMES[input]!} to driver ${driver + 1}"`;

function ioLines(kind: 'input' | 'output', names: readonly string[], path: string): string[] {
  return [
    `${kind} ${names.join(', ')} {`,
    `  device: "file" { path: "${path}"; };`,
    '  sample: "FLOAT_LE";',
    `  channels: ${names.length};`,
    ...(kind === 'output' ? ['  dither: false;'] : []),
    '};',
  ];
}

/** What the default configuration file would hold, so that none is needed (`-nodefault`). */
function generalLines(taps: number, sampleRateHz: number): string[] {
  return [
    'float_bits: 32;',
    `sampling_rate: ${sampleRateHz};`,
    `filter_length: ${taps > PART ? `${PART},${taps / PART}` : taps};`,
    'overflow_warnings: true;',
    'show_progress: false;',
    'max_dither_table_size: 0;',
    'allow_poll_mode: false;',
    'modules_path: ".";',
    'powersave: true;',
    'monitor_rate: false;',
    'lock_memory: true;',
    'sdf_length: -1;',
    'convolver_config: "brutefir-wisdom";',
  ];
}

/**
 * A BruteFIR configuration: one filter per path, fed with what is played in the gains of the mix, adding up at its driver.
 * The headroom is the attenuation on every way to an output.
 */
function configuration({ drivers }: ExportSource, mix: InputMix): string {
  const { outputs, taps, sampleRateHz } = drivers;
  const all = Array.from({ length: outputs }, (_, driver) => driver);
  const attenuation = headroomDb(mixedSet(drivers, mix)).toFixed(2);
  const paths = INPUT_NAMES.flatMap((_, input) => all.map((driver) => ({ input, driver })));
  return `${[
    `# Soundstage filters, fed with ${mix.explained}.`,
    '# Run from the folder of this file: brutefir -nodefault <this file>',
    ...generalLines(taps, sampleRateHz),
    '',
    '# Raw files, as every build has them: put your own device here, e.g. device: "alsa" { device: "hw:0"; };',
    ...ioLines('input', mix.channels.map(inputName), 'input.f32'),
    ...ioLines('output', all.map(outputName), 'output.f32'),
    ...paths.flatMap(({ input, driver }) => [
      '',
      `coeff ${pathName(input, driver)} {`,
      `  filename: "${coefficientFile(input)}";`,
      '  format: "FLOAT_LE";',
      `  skip: ${FLOAT_BYTES * taps * driver};`,
      '  attenuation: 0.0;',
      '  blocks: -1;',
      '  shared_mem: false;',
      '};',
      `filter ${pathName(input, driver)} {`,
      ...fromLines(mix, input),
      `  to_outputs: ${outputName(driver)}/${attenuation};`,
      `  coeff: ${pathName(input, driver)};`,
      '  process: -1;',
      '  delay: 0;',
      '  crossfade: false;',
      '};',
    ]),
  ].join('\n')}\n`;
}

/** Gains are multipliers, after an attenuation of 0 dB; a filter that nothing feeds is fed with nothing times 0. */
function fromLines({ channels, gains }: InputMix, input: number): string[] {
  const used = channels.map((channel, i) => ({ channel, gain: gains[input]![i]! }));
  const fed = used.some(({ gain }) => gain !== 0) ? used.filter(({ gain }) => gain !== 0) : used.slice(0, 1);
  return [
    `  from_inputs: ${fed.map(({ channel, gain }) => `${inputName(channel)}/0.0/${gain.toFixed(1)}`).join(', ')};`,
  ];
}

export function brutefirBundle(source: ExportSource): ExportFile[] {
  const mixes = inputMixes(source.document);
  const { drivers } = source;
  const readme = bundleReadme(source, {
    title: 'BruteFIR configuration',
    files: [
      ...mixes.map((mix) => [fileName(mix), `configuration, fed with ${mix.explained}`] as const),
      ...INPUT_NAMES.map(
        (name, input) =>
          [
            coefficientFile(input),
            `filters of input ${name}: 32-bit floats, little-endian, no header, ${drivers.taps} for each driver in turn`,
          ] as const,
      ),
    ],
    mixes,
    steps: [
      'Keep all files in one folder and start BruteFIR there: brutefir -nodefault soundstage-stereo.conf',
      'As it stands it reads input.f32 and writes output.f32, 32-bit floats, channels interleaved.',
      'Replace the "file" devices of input and output by your own with the same numbers of channels.',
      `The attenuation stated above stands behind each "to_outputs". BruteFIR itself adds ${2 * PART} samples of latency.`,
    ],
  });
  return [
    ...INPUT_NAMES.map((_, input) => ({
      name: coefficientFile(input),
      content: rawFloats(inputTaps(drivers, input)),
    })),
    ...mixes.map((mix) => ({ name: fileName(mix), content: configuration(source, mix) })),
    { name: 'README.txt', content: readme },
  ];
}
