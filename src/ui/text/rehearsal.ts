import { inLanguage } from './language.ts';

export const rehearsalText = inLanguage('rehearsal', {
  title: 'Rehearsal',
  before:
    'Measures in a few seconds which designs this machine carries without gaps. Nothing is heard meanwhile; what plays pauses and goes on.',
  start: 'Rehearse',
  again: 'Rehearse again',
  running: 'Rehearsing: the whole audio path at several sizes, as fast as it goes…',
  progress: 'Rehearsal',
  cancel: 'Cancel',
  failed: (detail: string) =>
    `The rehearsal could not be finished (technical detail: ${detail}). Try again, or reload the page.`,
  otherRate: (measured: string, now: string) =>
    `The last rehearsal was made at ${measured} kHz; the output now runs at ${now} kHz. Rehearse again.`,
  all: 'All designs play without gaps on this machine.',
  none: 'No design here plays without gaps for certain on this machine. Close other programs and rehearse again, or choose shorter filters.',
  some: (carried: string, others: string) =>
    `${carried} will play without gaps on this machine; ${others} may not.`,
  and: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  caption: 'Share of one core; up to 60 % plays without gaps',
  design: 'Design',
  share: 'Load',
  names: {
    current: 'Your design',
    laptop: 'Laptop',
    'smart-speaker': 'Smart speaker',
    soundbar: 'Soundbar',
    longest: 'The longest filters',
  },
  taps: (count: string) => `${count} taps`,
  tooMuch: 'too much',
  room: (sizes: string) => `With an output for every driver there is room for ${sizes}.`,
  noRoom: 'With an output for every driver there is room for none of the longer designs.',
  roomFor: (outputs: number, taps: string) =>
    `${outputs} ${outputs === 1 ? 'driver' : 'drivers'} of up to ${taps} taps`,
  measured: (date: string, rate: string) => `Measured ${date} at ${rate} kHz with all sets alive.`,
} as const);
