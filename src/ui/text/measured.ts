import { formatCount, formatExact, formatNumber } from '../format.ts';
import { requiredMeasurements } from '../../store/index.ts';
import type { DesignDocument, MeasurementKind, ResponsesInfo, TakenOfSofa } from '../../store/index.ts';
import { inLanguage } from './language.ts';

function rate(sampleRateHz: number): string {
  return `${formatNumber(sampleRateHz / 1000, 3)} kHz`;
}

/** How positions of a SOFA file are read. */
const READINGS = {
  'microphones-around': 'microphones around the device',
  'in-the-listeners-place': 'the device in the listener’s place, the microphone in that of the source',
} as const;

/** Every word of measured responses. */
export const measuredText = inLanguage('measured', {
  kinds: {
    plant: {
      title: 'At the ears',
      select: 'Transfers to the ears',
      model: 'The model’s',
      open: 'Open responses at the ears…',
      dialog: 'Responses at the ears',
      about: 'Every driver’s impulse response at both ears, measured where the listener sits.',
      rules:
        'WAV files of 16 to 32 bits, 40 to 192 kHz: one stereo file for each driver (left ear, right ear), two mono files for each, or one file with two channels for each. Named after the drivers, or numbered in their order.',
      use: 'Design on it',
      inUse:
        'The sides are designed on what was measured, and their curves are those at the measured ears. Beam, zone and depth are computed, in free field. Levels that are common to all are those of the model.',
      stays: 'Moving drivers or head does not move what was measured.',
    },
    drivers: {
      title: 'Measured drivers',
      select: 'Drivers radiate',
      model: 'As their baffle lets them',
      open: 'Open measured drivers…',
      dialog: 'Responses of the drivers over azimuth',
      about: 'Impulse responses all around the device, in the horizontal plane, one microphone distance.',
      rules:
        'A mono WAV file for each driver and azimuth, or a table of frequency, magnitude and phase (CSV, FRD), with both in its name: left_az+030.wav. Azimuths count to the audience’s left, every 30° or less, all around; all files with one clock. Or SOFA files of impulse responses or evenly spaced spectra, one for each driver or one with an emitter for each. Or one file that was saved from here.',
      use: 'Put the drivers on it',
      inUse:
        'Directivity, nulls, zones and depth come from what was measured. Above and below the plane a driver plays as if turned about the front axis. Levels that are common to all are those of free drivers.',
      stays: 'A driver that is moved takes its directivity along.',
    },
  },
  ownPair:
    'You listen on your own pair, which is another device: it is designed on the model. Switch to headphones for what was measured.',
  missing: (name: string) => `“${name}” is not in this browser`,
  missingBody: 'The design refers to it. Open its files again, or go back to the model.',
  facts: ({ drivers, sampleRateHz, taps, around }: ResponsesInfo) =>
    [
      drivers === 1 ? '1 driver' : `${drivers} drivers`,
      ...(around ? [`${around.azimuths} azimuths at ${formatNumber(around.distanceM, 2)} m`] : []),
      `${formatCount(taps)} samples at ${rate(sampleRateHz)}`,
    ].join(', '),
  otherDevice: (drivers: number, expected: number) => `${drivers} drivers; the design has ${expected}`,
  save: (name: string) => `Save ${name} as a file`,
  forget: (name: string) => `Forget ${name}`,
  close: 'Close',
  choose: 'Choose files…',
  orDrop: 'or drop them here',
  reading: 'Reading the files',
  refused: 'This is no such measurement',
  nothingLost: 'The design stays as it is.',
  name: 'Name',
  nameless: 'A name of at least one letter',
  mapping: {
    plant: 'Which channel is which ear of which driver',
    drivers: 'Which files are which driver’s',
  },
  driver: 'Driver',
  ears: ['Left ear', 'Right ear'],
  ear: (driver: string, ear: number) => `${driver}, ${ear === 0 ? 'left' : 'right'} ear`,
  files: 'Files',
  filesOf: (driver: string) => `Files of ${driver}`,
  swap: 'Exchange the ears',
  found: (sampleRateHz: number) => `Found at ${rate(sampleRateHz)}`,
  azimuths: (azimuthsDeg: readonly number[]) =>
    `${azimuthsDeg.length} azimuths from ${formatExact(azimuthsDeg[0])}° to ${formatExact(azimuthsDeg[azimuthsDeg.length - 1])}°`,
  /** What was taken of SOFA files. */
  taken: ({ conventions, readings, directions, leftOut, fromSpectra }: TakenOfSofa) =>
    [
      `Read as ${conventions.join(', ')}: ${readings.map((reading) => READINGS[reading]).join('; ')}.`,
      `${directions} directions in the horizontal plane taken, ${leftOut === 0 ? 'none' : leftOut} above or below it left out.`,
      'SOFA counts azimuths to the device’s own left; they are turned to the audience’s left.',
      ...(fromSpectra ? ['Its spectra were made into impulse responses.'] : []),
    ].join(' '),
  distance: 'Microphone from the device’s centre',

  /** Over every part of the designer while a design is on measured data. */
  notice: {
    plant: (name: string) => `Measured in place: “${name}”.`,
    plantBody:
      'Curves at the ears are those of the measurement; beam, zone and depth are computed, in free field.',
    drivers: (name: string) => `Drivers as measured: “${name}”.`,
  },
  /** Ends the caption of a figure of a design on measured data. */
  origins: {
    ears: (plant: string) => `Measured in place: “${plant}”.`,
    drivers: (drivers: string) => `Drivers as measured: “${drivers}”.`,
    filters: (plant: string) => `Left and right designed on what was measured in place: “${plant}”.`,
    /** Beside curves at the ears that were measured. */
    computed: 'Computed in free field: what was measured in place holds for the ears at one place.',
  },
  /** Title of a curve at the ears. */
  inPlace: (title: string) => `${title}, measured in place`,
  onePlace: 'The ears were measured at one place: the design is for that place alone.',
} as const);

/** Name of a kept measurement in a list, with what it does not fit. */
export function measurementLabel(
  { name, info }: { readonly name: string; readonly info: ResponsesInfo },
  drivers: number,
): string {
  return info.drivers === drivers ? name : `${name} (${measuredText.otherDevice(info.drivers, drivers)})`;
}

export const MEASUREMENT_KINDS = ['plant', 'drivers'] as const satisfies readonly MeasurementKind[];

/** What a figure tells of: the sound at the ears, what the device radiates, or the filters. */
export type FigureOf = 'ears' | 'radiation' | 'filters';

/** A caption, with what its figure was measured or computed from where the design is on measured data. */
export function withOrigin(caption: string, document: DesignDocument, of: FigureOf): string {
  return [caption, ...originWords(document, of)].filter((words) => words !== '').join(' ');
}

/** Heading of a table's column of levels at the ears, before its unit. */
export function csvName(name: string, { plant }: DesignDocument): string {
  return plant ? measuredText.inPlace(name) : name;
}

function originWords(document: DesignDocument, of: FigureOf): string[] {
  const text = measuredText.origins;
  const names = Object.fromEntries(requiredMeasurements(document).map(({ kind, name }) => [kind, name]));
  const { plant, drivers } = names as Partial<Record<MeasurementKind, string>>;
  if (plant !== undefined && of !== 'radiation') return [text[of](plant)];
  return [
    ...(drivers === undefined ? [] : [text.drivers(drivers)]),
    ...(plant === undefined ? [] : [text.computed]),
  ];
}
