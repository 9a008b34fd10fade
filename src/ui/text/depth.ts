import { decibels, metres } from '../plots/units.ts';
import { inLanguage } from './language.ts';
import { formatExact } from '../format.ts';

/** Every word of the depth tab. */
export const depthText = inLanguage('depth', {
  picture: 'Shown',
  pictures: {
    ratio: 'Direct to reverberant, over frequency',
    distance: 'Direct to reverberant, over distance',
    critical: 'Critical distance, over frequency',
  },
  titles: {
    ratio: (distanceM: number) => `Direct-to-reverberant ratio at ${metres(distanceM)}`,
    distance: () => 'Direct-to-reverberant ratio over distance',
    critical: () => 'Critical distance',
  },
  axes: {
    ratio: 'Direct over reverberant (dB)',
    distance: 'Distance (m)',
    critical: 'Distance (m)',
  },
  columns: { left: 'Left', right: 'Right', centre: 'Centre' },
  matrix: (column: string) => `${column}, plain matrix`,
  noticeable: 'Not told from the matrix',
  listener: 'listener',

  drawing: 'Drawing',
  waiting: 'The picture is on its way.',
  noRoom: 'Depth needs a room: its volume and reverberation time decide what comes back from the walls.',
  addRoom: 'Add a room',

  room: 'Room',
  roomHint: (volume: string) =>
    `${volume} m³. The diffuse field fills it evenly; early reflections are left out.`,
  size: ['Length', 'Width', 'Height'] as const,
  reverberation: 'Reverberation time',
  device: ['Device, front', 'Device, left', 'Device, up'] as const,

  table: 'Depth at the listener',
  rows: {
    index: 'Directivity towards the listener',
    critical: 'Critical distance',
    ratio: 'Direct to reverberant',
    clarity: 'Clarity C50',
  },
  design: 'Design',
  plain: 'Plain matrix',
  difference: 'Difference',
  heard: 'heard',
  notHeard: 'not heard',
  tableNote: (ratioDb: number, clarityDb: number) =>
    `Means from 300 Hz to 8 kHz, a side at its own ear, the centre at both, each over a monopole in the device’s place. A difference is heard from 2 to 3 dB of the ratio near 0 dB (${formatExact(ratioDb)} dB taken here) and from ${formatExact(clarityDb)} dB of C50.`,

  captions: {
    ratio: (centreDb: number, matrixDb: number) =>
      `Direct sound over the diffuse field, third octaves; a side at its own ear, the centre at both. Centre ${decibels(centreDb)} in the mean from 300 Hz to 8 kHz, ${more(centreDb - matrixDb)} the plain matrix. Within the shaded band the two are not told apart near 0 dB.`,
    distance: (centreM: number, matrixM: number) =>
      `The centre’s direct sound is the louder one up to ${metres(centreM)}, with the plain matrix up to ${metres(matrixM)}; mean from 300 Hz to 8 kHz, 6 dB less for twice the distance. A side is taken at its own ear, the centre at both.`,
    critical:
      'Where direct and diffuse sound are equal, d = 0.057·√(Q·V/T60), with Q in third octaves: of a side at its own ear, of the centre at both, each over a monopole in the device’s place.',
  },
} as const);

/** "2.1 dB more than with" */
function more(differenceDb: number): string {
  if (Math.abs(differenceDb) < 0.05) return 'as with';
  return `${decibels(Math.abs(differenceDb))} ${differenceDb < 0 ? 'less' : 'more'} than with`;
}
