import { inLanguage } from './language.ts';
import { formatExact, formatFixed } from '../format.ts';

const whole = (metres: number): string => formatFixed(100 * metres, 0);

/** In the sheets in which outputs are set up, sides are checked and the place to sit is found. */
export const outputSheetsText = inLanguage('outputSheets', {
  routing: {
    map: 'The device seen from above or from the front; the numbers are those of the outputs.',
    views: { above: 'Seen from above', front: 'Seen from the front' },
    columns: {
      driver: 'Driver',
      output: 'Output',
      test: 'Test',
      polarity: 'Polarity',
      mute: 'Mute',
      trim: 'Trim',
      delay: 'Delay',
    },
    output: (driver: string) => `Output of ${driver}`,
    play: (driver: string) => `Play noise on ${driver}`,
    playing: (driver: string, output: number, from: string, to: string) =>
      `Noise from ${from} to ${to} plays on output ${output}: ${driver} should sound, and nothing else.`,
    invert: (driver: string) => `Turn the polarity of ${driver}`,
    mute: (driver: string) => `Mute ${driver}`,
    trim: (driver: string) => `Trim of ${driver}`,
    delay: (driver: string) => `Delay of ${driver}`,
    delayUnits: { ms: 'ms', samples: 'samples', cm: 'cm', metres: 'm' },
    delayed: (samples: number, centimetres: string) =>
      `${samples} ${samples === 1 ? 'sample' : 'samples'}, ${centimetres} cm`,
    delays:
      'A delay aligns a driver that stands nearer to you or is quicker than the others: it is late by that, in whole samples. It may be typed in ms, samples, cm or m.',
    rules:
      'Two drivers never share an output: one that is taken changes places. Trims only lower, so the limiter’s ceiling holds for every output.',
  },
  sides: {
    play: 'Play left, then right',
    map: {
      loudspeakers: 'Your two loudspeakers from above',
      headphones: 'Your headphones from above',
    },
    now: {
      left: 'Now the left one should sound.',
      right: 'Now the right one should sound.',
      centre: 'Now both should sound.',
    },
    idle: 'Press play, and listen which side sounds.',
    swap: 'Left and right swapped',
    swapHint:
      'Where the wrong one sounds. It is remembered, and holds for all that plays on your two loudspeakers.',
    headphones: 'Where the wrong side sounds, turn the headphones around.',
    balance: {
      title: 'Balance',
      play: 'Play both in turn',
      hint: 'Sit where you listen, and move it until both are equally loud. The louder one is lowered, so nothing is raised.',
      label: 'Balance',
      figure: (side: 'left' | 'right', db: string) => `${side} ${db}`,
      even: 'even',
    },
  },
  spot: {
    map: 'The loudspeakers, the head that is designed for and the zone that holds, from above and to scale.',
    legend:
      'Green: where left and right stay apart. Thin: where you began. Coloured outline: the best so far.',
    play: 'Play noise',
    what: 'What plays',
    programmes: { turn: 'In turn', centre: 'Centre', left: 'Left', right: 'Right' },
    idle: 'Play the noise and move the sliders until it sounds as it is told here.',
    should: (sounding: 'left' | 'right' | 'centre', virtualDeg: number | null) =>
      sounding === 'centre'
        ? 'Centre: the noise should stand straight before you, narrow and firm.'
        : virtualDeg === null
          ? `${sounding === 'left' ? 'Left' : 'Right'}: the noise should stay at your ${sounding} ear.`
          : `${sounding === 'left' ? 'Left' : 'Right'}: the noise should stand ${formatExact(virtualDeg)}° to the ${sounding}, beyond the loudspeaker.`,
    distance: 'To your head',
    offset: 'Beside the middle',
    nudge: 'Arrow keys move a centimetre, Page Up and Page Down ten. Each step is heard at once.',
    side: (length: string, side: 'left' | 'right') => `${side} ${length}`,
    place: (distance: string, offset: string | null) =>
      offset === null ? `${distance} in front of the middle` : `${distance} in front, ${offset}`,
    found: (place: string) => `Your spot: ${place}.`,
    mapping: 'The zone is being mapped…',
    reach: (
      reach: {
        readonly leftM: number;
        readonly rightM: number;
        readonly forwardM: number;
        readonly backM: number;
      },
      thresholdDb: number,
    ) =>
      `${formatExact(thresholdDb)} dB of separation hold ${whole(reach.leftM)} cm to the left, ${whole(reach.rightM)} cm to the right, ${whole(reach.forwardM)} cm forward and ${whole(reach.backM)} cm back.`,
    noReach: (thresholdDb: number) => `Here the separation stays below ${formatExact(thresholdDb)} dB.`,
    best: (place: string) => `Best so far: ${place}.`,
    mark: 'This is the best',
    toBest: 'To the best',
    toBefore: 'Back to before',
    oneStep: 'The whole search is one step: Ctrl Z takes it back.',
  },
} as const);
