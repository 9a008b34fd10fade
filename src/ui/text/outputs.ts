import { inLanguage } from './language.ts';

/** Words of the ways to the ear: loudspeakers, headphones, a device with many drivers; what is in their sheets is apart. */
export const outputsText = inLanguage('outputs', {
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
    reset: 'As they are numbered',
  },
  sides: {
    open: 'Check left and right',
    title: 'Left and right',
    about: 'A short noise from the left, then from the right, twice, through the same path as the music.',
  },
  spot: {
    open: 'Find my spot',
    title: 'Find my spot',
    about:
      'The filters are made for one place. Here it is from geometry; move it by ear to where you really sit.',
    beside: (length: string, side: 'left' | 'right') => `${length} cm to the ${side} of the middle`,
  },
  pair: {
    typical: 'Typical',
    own: 'As measured',
    beside: (offset: string) => `Your head is ${offset}. Find my spot brings it back.`,
    places: {
      laptop: 'Laptop',
      tablet: 'Tablet',
      monitor: 'Beside a monitor',
      television: 'Television',
      'living-room': 'Living room',
    },
  },
} as const);
