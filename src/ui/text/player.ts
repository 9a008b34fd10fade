import { inLanguage } from './language.ts';

export const playerText = inLanguage('player', {
  section: 'Player',
  open: 'Open files',
  drop: 'Drop to open',
  dropHint:
    'Tracks and folders of them (WAV, MP3, FLAC, Ogg, Opus, WebM, M4A, AIFF), a design (JSON) or a measured head (SOFA)',
  demoTitles: { music: 'First Light', identification: 'Identification' },
  empty: {
    title: 'Nothing loaded yet',
    body: 'Drop audio files anywhere on the page, open some, or take a demo track.',
  },
  loading: (title: string) => `Reading ${title}…`,
  private: 'Decoded in this browser; nothing is sent anywhere.',
  stays: (title: string) => `${title} stays until then.`,
  loadingLabel: 'Reading the track',
  channels: (count: number) =>
    count === 1 ? 'Mono' : count === 2 ? 'Stereo' : `${count} channels, brought to stereo`,
  place: (label: string) => `You hear: ${label}`,
  play: 'Play',
  pause: 'Pause',
  preparing: 'Preparing the audio path…',
  back: '5 seconds back',
  forward: '5 seconds on',
  transport: 'Transport',
  seek: 'Position',
  position: (now: string, all: string) => `${now} of ${all}`,
  clock: {
    clock: 'Show the position in minutes and seconds',
    fine: 'Show the position to the millisecond',
    samples: 'Show the position in samples',
  },
  wave: {
    label: 'Waveform',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    showAll: 'Show all of the track',
  },
  loop: {
    in: 'In',
    out: 'Out',
    setIn: 'Begin the loop here',
    setOut: 'End the loop here',
    loop: 'Loop',
    clear: 'Forget the loop',
    points: { inSeconds: 'Beginning of the loop', outSeconds: 'End of the loop' },
  },
  compare: {
    label: 'What you hear',
  },
  volume: 'Volume',
  muted: 'Off',
  output: {
    label: 'Output',
    system: 'System output',
    find: 'Other outputs…',
    findHint: 'The browser asks for the microphone before it names outputs. Nothing is recorded.',
  },
  match: {
    label: 'Equal loudness',
    pending: 'Measuring the loudness of all sides…',
    none: 'Measured once a track is loaded.',
    on: (gains: readonly { readonly letter: string; readonly gainDb: string }[]) =>
      `${gains.map(({ letter, gainDb }) => `${letter} ${gainDb} dB`).join(', ')}: equally loud at the ears`,
    off: (louder: string, quieter: string, difference: string) =>
      `${louder} is ${difference} dB louder than ${quieter} at the ears`,
    offEqual: 'All are equally loud as they are',
    silent: 'The track is silent: nothing to match',
    /** What is said above, and what it stands on. */
    estimated: (words: string) => `${words}, by pink noise until more is heard`,
    live: (words: string, seconds: string) => `${words}, from the last ${seconds} s`,
  },
  limiter: {
    idle: 'Limiter idle',
    active: (reduction: string) => `Limiter −${reduction} dB`,
  },
  health: 'From the track to the ear',
  latency: (samples: string, milliseconds: string) => `Latency ${samples} samples, ${milliseconds} ms`,
  latencyShort: (milliseconds: string) => `${milliseconds} ms latency`,
} as const);
