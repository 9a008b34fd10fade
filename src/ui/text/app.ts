import { inLanguage } from './language.ts';

export const appText = inLanguage('app', {
  name: 'Soundstage',
  faces: { label: 'View', listen: 'Listen', design: 'Design' },
  theme: {
    label: 'Theme',
    toLight: 'Switch to the light theme',
    toDark: 'Switch to the dark theme',
  },
  site: {
    install: 'Install Soundstage',
    update: 'Open the newer version',
    kept: 'Soundstage is kept on this device: it opens without a network.',
  },
  skip: 'Skip to the player',
  notWhole: 'A part of Soundstage could not be fetched. Nothing was lost: reload the page to try again.',
  notices: 'Messages',
  dismiss: 'Dismiss message',
  part: {
    opening: 'Opening…',
    failed: {
      title: 'This part could not be opened',
      body: 'It is fetched when it is first shown, and it did not arrive. What plays goes on. Try again, or reload the page if that does not help.',
      retry: 'Try again',
    },
  },
  designer: {
    opening: 'Opening the designer…',
    failed: {
      title: 'The designer could not be shown',
      body: 'What plays goes on. Try again, or reload the page if that does not help.',
      retry: 'Try again',
    },
  },
  report: {
    opening: 'Opening the report…',
    failed: {
      title: 'The report could not be shown',
      body: 'What plays goes on. Try again, or reload the page if that does not help.',
      retry: 'Try again',
    },
  },
  help: {
    open: 'What am I hearing?',
    title: 'What am I hearing?',
    paragraphs: [
      'B lets the left of your track reach almost only your left ear, the right only your right ear, and sends what is in the middle straight at you. So the music sounds wider than your loudspeakers stand apart.',
      'For this the track is split into left, right and centre, and each goes through filters that were designed on this page a moment ago: what an ear should not hear is cancelled there.',
    ],
    slots: [
      { name: 'A Original', text: 'the track as it is, on the same loudspeakers.' },
      { name: 'B Spatial', text: 'the same moment of the track, through the filters.' },
      {
        name: 'C and D',
        text: 'whatever you put beside them: the design without one of its parts, another design, or on headphones what a real pair of loudspeakers at ±30° would send to your ears.',
      },
    ],
    advice:
      'All are equally loud, so that you compare space and not level. Sit in the middle, facing the loudspeakers: the effect is made for one place. On headphones you hear what the chosen device would send to your ears there.',
  },
  shortcuts: {
    open: 'Keyboard shortcuts',
    title: 'Keyboard shortcuts',
    note: 'They rest while you type in a field. A screen reader hands letters and arrows on in its focus mode.',
    rows: [
      { keys: ['Space'], text: 'Play or pause' },
      { keys: ['A', '1'], text: 'Hear A, the original at first' },
      { keys: ['B', '2'], text: 'Hear B, the spatial design at first' },
      { keys: ['C', '3'], text: 'Hear C, where there is one' },
      { keys: ['4'], text: 'Hear D, where there is one' },
      { keys: ['←', '→'], text: '5 seconds back or on' },
      { keys: ['I', 'O'], text: 'Begin the loop here; end it here' },
      { keys: ['L'], text: 'Loop on or off' },
      { keys: ['+', '−', '0'], text: 'On the waveform: nearer, further, all of it' },
      { keys: ['N'], text: 'Next track' },
      { keys: ['P'], text: 'Previous track, or the beginning of this one' },
      { keys: ['D'], text: 'Design, and back to Listen' },
      { keys: ['Ctrl V', '⌘ V'], text: 'Open copied files' },
      { keys: ['Esc'], text: 'Dismiss the newest message' },
      { keys: ['Ctrl Z', '⌘ Z'], text: 'Undo the last change of the design' },
      { keys: ['Ctrl Y', '⇧ ⌘ Z'], text: 'Redo what was undone' },
    ],
    or: 'or',
  },
} as const);
