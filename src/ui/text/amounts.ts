import { help } from './help.ts';
import { inLanguage } from './language.ts';

/** How much of a design is heard, in plain words with what it technically is. */
export const amountsText = inLanguage('amounts', {
  section: 'Amounts',
  help: help(
    'Amounts',
    'How much of the design you hear, changed while it plays. The design itself stays as it is, and all stays equally loud.',
  ),
  reset: 'As designed',
  make: 'Make it the design',
  makeHint:
    'Width and cancellation go into the design; centre level and part of a beam have no place in one.',
  centreDb: {
    label: 'Centre',
    help: help(
      'Centre',
      'How loud voices and all that is in the middle are against the sides. Turned down, the sides stand out; turned up, words are clearer.',
    ),
    technical: (gainDb: string) => `The centre channel C at ${gainDb} dB of the design’s.`,
    same: 'The centre channel C as the design has it.',
  },
  widthDeg: {
    label: 'Width',
    help: help(
      'Width',
      'How far to the sides left and right seem to stand. Most music is mixed for 30 degrees; wider is more spacious and less natural.',
    ),
    technical: (azimuth: string, designed: string | null) =>
      designed === null
        ? `Virtual loudspeakers at ±${azimuth}°; the design has none.`
        : `Virtual loudspeakers at ±${azimuth}°, designed ±${designed}°.`,
    none: 'The design has no virtual loudspeakers: left and right go to one ear each.',
    full: 'one ear each',
    away: 'Virtual loudspeakers stand on the cancellation, which this design does not have.',
  },
  cancellation: {
    label: 'Cancellation',
    help: help(
      'Cancellation',
      'How far each ear is kept from what is meant for the other. Less is less wide but holds for a larger place and sounds more natural off it.',
    ),
    technical: (percent: string, targetDb: string) =>
      `Cancellation ${percent} %: target ${targetDb} dB at 1 kHz.`,
    natural: 'No cancellation: what your head does by itself.',
    away: 'This design has no cancellation.',
  },
  presence: {
    label: 'Presence',
    help: help(
      'Presence',
      'How much the middle is sent straight at you instead of to the walls too. More brings voices nearer, less lets the room in.',
    ),
    technical: (percent: string, rest: string) => `${percent} % of the beam, ${rest} % of the plain centre.`,
    away: 'What you listen to has no beam.',
  },
  notice: {
    title: 'With your amounts.',
    body: (amounts: string) =>
      `You see and hear ${amounts}. What is saved and exported is the design itself.`,
    parts: {
      centreDb: (value: string) => `the centre at ${value} dB`,
      widthDeg: (value: string) => `a width of ±${value}°`,
      cancellation: (value: string) => `${value} % of the cancellation`,
      presence: (value: string) => `${value} % of the beam`,
    },
  },
} as const);
