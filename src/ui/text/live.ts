import { inLanguage } from './language.ts';

export const liveText = inLanguage('live', {
  open: 'Live',
  title: 'Listen to something live',
  about:
    'It plays through the same filters, in the Video profile: 25 ms late instead of a tenth of a second.',
  screen: {
    title: 'A tab or the screen',
    about:
      'Share a tab, or the whole screen, with its sound. What is shared this way is no longer heard by itself, where the browser can do that.',
    start: 'Share a tab or the screen',
  },
  input: {
    title: 'A microphone or line input',
    label: 'Input',
    system: 'The system’s input',
    start: 'Listen to this input',
    unnamed: 'The browser names inputs once one was listened to. Its echo and noise filters are off.',
    guard: 'Feedback guard',
    guardAbout: 'Fades the input out when one tone grows on its own. Off for instruments and line inputs.',
    loudspeakers:
      'With loudspeakers in the same room a microphone hears itself and can howl: take headphones, or turn the volume down first.',
  },
  unsupported: 'This browser gives a page no sound from elsewhere.',
  kinds: { screen: 'Shared sound, live', input: 'Input, live' },
  waits: 'silent until you press Play',
  profile: 'in the Video profile while it lasts',
  stop: 'Stop listening',
  flat: 'Live: there is no waveform of what is to come.',
} as const);
