import type { PresetId } from '../../store/index.ts';
import { inLanguage } from './language.ts';

export const PRESET_IDS: readonly PresetId[] = ['laptop', 'smart-speaker', 'soundbar'];

export const listeningText = inLanguage('listening', {
  section: 'Listening on',
  ownPair: (spacing: string) => `your two loudspeakers, ${spacing} apart`,
  ownPairName: 'Your two loudspeakers',
  kinds: { loudspeakers: 'Loudspeakers', headphones: 'Headphones', device: 'Every driver' },
  spacing: 'Between them',
  distance: 'To your head',
  guide: (spacing: string, distance: string) =>
    `Two loudspeakers ${spacing} apart, your head ${distance} in front of their middle.`,
  profile: {
    label: 'Made for',
    names: { music: 'Music', video: 'Video' },
    help: {
      music:
        'The upmix takes its time and tells voices and instruments apart best. For music and anything without a picture.',
      video:
        'Upmix, filters and limiter together stay within 25 ms, so that lips and sound stay together. A little less separation.',
    },
  },
  device: 'Device',
  presets: {
    laptop: { name: 'Laptop', text: 'Two small drivers 24 cm apart, your head at arm’s length.' },
    'smart-speaker': { name: 'Smart speaker', text: 'Three drivers around a 9 cm sphere, two metres away.' },
    soundbar: { name: 'Soundbar', text: 'Eight drivers in a line under the screen, 2.2 m away.' },
  } satisfies Record<PresetId, { name: string; text: string }>,
  /** A design from elsewhere: by its own name. */
  ownDesign: (name: string) => `“${name}”`,
  heard: {
    headphones: (name: string, drivers: string) =>
      `Simulated: ${name}, as its ${drivers} drivers would reach your two ears. A model of a head that faces it, without a room and without outer ears.`,
    device: (design: string, drivers: string) =>
      `${design}, each of its ${drivers} drivers on an output of its own.`,
    presetDesign: (name: string) => `The ${name.toLowerCase()}’s design`,
    ownPair: (design: string) => `${design}, fitted to your own two loudspeakers.`,
    ownPairMany: (design: string, drivers: string) =>
      `${design}, fitted to your own two loudspeakers. Choose headphones to hear its ${drivers} drivers.`,
  },
  count: countInWords,
} as const);

const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small counts as words, larger ones as figures. */
function countInWords(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}
