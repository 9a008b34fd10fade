/** Every word of the ways to the ear: loudspeakers, headphones, a device with many drivers. */
export const outputsText = {
  close: 'Close',
  stop: 'Stop',
  volumeOff: 'The volume is off: turn it up to hear anything.',
  device: {
    tooFew: {
      title: (drivers: number, channels: number) =>
        `${drivers} drivers, but the output takes ${channels} ${channels === 1 ? 'channel' : 'channels'}`,
      body: (output: string, drivers: number) =>
        `“${output}” cannot play each driver by itself. Choose an output with at least ${drivers} channels beside the volume; until then you hear your two loudspeakers.`,
    },
    enough: (output: string, drivers: number, channels: number) =>
      `${drivers} of the ${channels} channels of “${output}” are played on.`,
  },
  routing: {
    open: 'Set up the outputs',
    title: 'Drivers and outputs',
    about:
      'Which output each driver is wired to. Play one: the noise stays within the driver’s own band and stops by itself.',
    map: 'The device seen from above or from the front; the numbers are those of the outputs.',
    views: { above: 'Seen from above', front: 'Seen from the front' },
    columns: {
      driver: 'Driver',
      output: 'Output',
      test: 'Test',
      polarity: 'Polarity',
      mute: 'Mute',
      trim: 'Trim',
    },
    output: (driver: string) => `Output of ${driver}`,
    play: (driver: string) => `Play noise on ${driver}`,
    playing: (driver: string, output: number, band: string) =>
      `Noise from ${band} plays on output ${output}: ${driver} should sound, and nothing else.`,
    invert: (driver: string) => `Turn the polarity of ${driver}`,
    mute: (driver: string) => `Mute ${driver}`,
    trim: (driver: string) => `Trim of ${driver}`,
    rules:
      'Two drivers never share an output: one that is taken changes places. Trims only lower, so the limiter’s ceiling holds for every output.',
    reset: 'As they are numbered',
  },
  sides: {
    open: 'Check left and right',
    title: 'Left and right',
    about: 'A short noise from the left, then from the right, twice, through the same path as the music.',
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
  pair: {
    typical: 'Typical',
    own: 'As measured',
    places: [
      { name: 'Laptop', spacingM: 0.24, distanceM: 0.55 },
      { name: 'Tablet', spacingM: 0.2, distanceM: 0.4 },
      { name: 'Beside a monitor', spacingM: 0.6, distanceM: 0.7 },
      { name: 'Television', spacingM: 0.9, distanceM: 2.5 },
      { name: 'Living room', spacingM: 2, distanceM: 2.3 },
    ],
  },
} as const;
