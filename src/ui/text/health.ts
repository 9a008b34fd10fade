import { inLanguage } from './language.ts';

/** Where the latency comes from, and how the machine keeps up: in their sheet alone. */
export const healthText = inLanguage('health', {
  algorithm: 'Upmix, filters and limiter',
  base: 'The browser’s buffer',
  output: 'System and device',
  sum: 'In all',
  atLeast: 'In all, at least',
  untold: 'not told by this browser',
  noGaps: (seconds: number) => `No gaps in ${seconds} s since Play.`,
  gaps: (count: number, milliseconds: string, seconds: number) =>
    `${count} ${count === 1 ? 'gap' : 'gaps'}, ${milliseconds} ms together, in ${seconds} s since Play: this machine is short of time. Close other programs, or choose a smaller design.`,
  gapsUntold: 'This browser does not count gaps in its output.',
  load: {
    title: 'Processing',
    caption: 'Share of the time in which the sound plays',
    parts: { upmix: 'Upmix', 'filter matrix': 'Filter matrix', limiter: 'Limiter', meters: 'Meters' },
    sum: 'In all',
    mean: 'on average',
    longest: 'longest',
    pending: 'Measured while something plays…',
    untold:
      'This page may not share memory between threads, so the time that processing takes cannot be measured.',
  },
} as const);
