import { formatCount, formatExact, formatFixed } from '../format.ts';
import type { DesignDocument, GainCurve } from '../../store/index.ts';
import { difference, degrees, frequency, squareMetres } from '../plots/units.ts';
import { inLanguage } from './language.ts';

/** Every word of the report. */
export const reportText = inLanguage('report', {
  open: 'Report',
  title: (name: string) => `Design report: ${name}`,
  documentTitle: (name: string) => `${name}, Soundstage design report`,
  toolbar: 'Report',
  print: 'Print or save as PDF',
  close: 'Back to the designer',
  refused: 'This design cannot be reported',
  studying: 'Measuring the design',
  drawing: (done: number, all: number) => `Drawing figure ${done + 1} of ${all}`,
  ready: (all: number) => `Ready: ${all} figures`,
  notDrawn: 'The figures could not be drawn. Close the report and open it again.',

  head: {
    version: 'Version',
    date: 'Date',
    profile: 'Made for',
    profiles: { music: 'music', video: 'video' },
    design: 'Design, SHA-256',
    filters: 'Filters, SHA-256',
    note: 'All curves are those of the realised filters, on the device’s own drivers, free field, with the head as a rigid sphere, where a caption names nothing else.',
  },

  sections: {
    device: 'Device',
    listener: 'Listener',
    targets: 'Targets',
    figures: 'Figures',
    settings: 'Settings',
    ears: 'At the ears',
    beam: 'Directivity',
    filters: 'Filters',
    maps: 'Polar maps',
    slices: 'Polar slices',
    balloons: 'Balloons',
    depth: 'Depth',
    zone: 'Listening zone',
  },

  drivers: {
    caption: 'Drivers, in the order of the outputs',
    columns: ['Driver', 'Front (cm)', 'Left (cm)', 'Up (cm)', 'Radius (cm)', 'Band', 'Gain'],
    whole: 'whole',
    band: (lowHz: number, highHz: number) => `${frequency(lowHz)} to ${frequency(highHz)}`,
  },
  baffle: {
    name: 'Baffle',
    none: 'none: free drivers',
    'rigid-sphere': (radiusCm: string) => `rigid sphere, radius ${radiusCm} cm`,
    'infinite-plane': 'wall',
    measured: (name: string) => `as measured: ${name}`,
  },
  listener: {
    position: 'Head at',
    at: (frontM: number, leftM: number, upM: number) =>
      `${metres(frontM)} to the front, ${metres(leftM)} to the left, ${metres(upM)} up`,
    radius: 'Head radius',
    ears: 'Ears from the nose',
    measured: 'Curves at the ears',
    plant: (name: string, sha256: string) => `measured in place: ${name} (SHA-256 ${sha256.slice(0, 12)}…)`,
  },
  targets: {
    none: 'none: least effort',
    off: 'none',
    cancellation: 'Cancellation gain',
    sideEffort: 'Side effort cap',
    offsets: 'Head positions sharing the filters',
    offset: (front: number, left: number, up: number) =>
      `${centimetres(front)} / ${centimetres(left)} / ${centimetres(up)} cm`,
    pair: 'Virtual pair',
    pairAt: (azimuthDeg: number) => `±${formatFixed(azimuthDeg, 0)}°`,
    beam: 'Beam rejection',
    centreEffort: 'Centre effort cap',
    nulls: 'Nulls',
    sideNulls: 'Nulls of the side beams',
    null: (azimuthDeg: number, widthDeg: number, extraDepthDb: number) =>
      `${degrees(azimuthDeg)} by ${formatFixed(widthDeg, 0)}°${extraDepthDb === 0 ? '' : `, ${difference(extraDepthDb)}`}`,
    window: 'Listening window',
    windowAt: (halfDeg: number) => `±${formatFixed(halfDeg, 0)}°`,
    upmix: 'Centre channel',
    room: 'Room',
    freeField: 'free field',
    roomOf: ([front, left, up]: readonly [number, number, number], timeS: number) =>
      `${[front, left, up].map(formatExact).join(' × ')} m, reverberation time ${formatExact(timeS)} s`,
  },
  settings: {
    rate: 'Sample rate',
    taps: 'Filter length',
    speed: 'Speed of sound',
    delay: 'Modelling delay',
    samples: (count: number) => `${formatCount(count)} samples`,
    hertz: (rate: number) => `${formatCount(rate)} Hz`,
  },

  room: {
    own: (volume: string, timeS: number) =>
      `Room of ${volume} m³, reverberation time ${formatExact(timeS)} s.`,
    standIn: (volume: string, timeS: number) =>
      `The design names no room: one of ${volume} m³ with a reverberation time of ${formatExact(timeS)} s stands for it.`,
  },
  /** Dashed curves beside the model's. */
  onHead: (head: string) => `Dashed: the measured head “${head}”.`,
  captions: {
    column: (column: string, caption: string) => `${column} column. ${caption}`,
    zone: (explanation: string) => `Left and right columns, mean from 300 Hz to 8 kHz. ${explanation}`,
  },

  plots: {
    separation: 'Separation at the ears',
    rejection: 'Rejection towards the nulls',
    ild: 'Level between the ears, left channel',
    itd: 'Time between the ears, left channel',
    index: 'Directivity index, sphere',
    beamwidth: 'Beamwidth at −6 dB',
    cta2034: 'CTA-2034 of the centre column',
    magnitude: (column: string) => `${column} column: magnitude of each driver`,
    magnitudeCaption: (column: string) =>
      `${column} column, 20 Hz to 20 kHz: what each driver plays of it, from the realised filters.`,
    zone: (areaM2: number, thresholdDb: number) =>
      `Listening zone: ${squareMetres(areaM2)} of ${formatExact(thresholdDb)} dB separation`,
    slices: (column: string) => `${column} column over azimuth`,
    balloon: (column: string, frequencyHz: number) => `${column} column at ${frequency(frequencyHz)}`,
    map: (column: string) => `${column} column: level over azimuth and frequency`,
  },
} as const);

/** "200 Hz 3 dB · 1 kHz 10 dB". */
export function curveInWords(curve: GainCurve): string {
  return curve.map(([hertz, gainDb]) => `${frequency(hertz)} ${formatFixed(gainDb, 1)} dB`).join(' · ');
}

export function roomInWords(volumeM3: number, timeS: number, isStandIn: boolean): string {
  return reportText.room[isStandIn ? 'standIn' : 'own'](formatFixed(volumeM3, 0), timeS);
}

export function baffleInWords({ device: { baffle } }: DesignDocument): string {
  const words = reportText.baffle;
  if (baffle.kind === 'rigid-sphere') return words['rigid-sphere'](centimetres(baffle.radiusM));
  return baffle.kind === 'measured' ? words.measured(baffle.name) : words[baffle.kind];
}

/** Of a length in metres. */
export function centimetres(lengthM: number): string {
  return formatFixed(100 * lengthM, 1);
}

function metres(lengthM: number): string {
  return `${formatFixed(lengthM, 2)} m`;
}
