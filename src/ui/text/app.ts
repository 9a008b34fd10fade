export const appText = {
  name: 'Soundstage',
  faces: { label: 'View', listen: 'Listen', design: 'Design' },
  theme: {
    label: 'Theme',
    toLight: 'Switch to the light theme',
    toDark: 'Switch to the dark theme',
  },
  skip: 'Skip to the player',
  notices: 'Messages',
  dismiss: 'Dismiss message',
  designLoading: 'Opening the designer…',
  designFailed: {
    title: 'The designer could not be shown',
    body: 'What plays goes on. Try again, or reload the page if that does not help.',
    retry: 'Try again',
  },
  help: {
    open: 'What am I hearing?',
    title: 'What am I hearing?',
    paragraphs: [
      'A stereo track is split into left, right and centre. Each of the three is sent to the loudspeakers through filters of its own, designed on this page a moment ago.',
      'Left and right are filtered so that each reaches one ear and is cancelled at the other. That opens the image: the sides seem to come from loudspeakers further out than the real ones. The centre is a beam towards you.',
    ],
    slots: [
      { name: 'A Original', text: 'the track as it is, on the same loudspeakers.' },
      { name: 'B Spatial', text: 'the same moment of the track, through the filters.' },
    ],
    advice:
      'Both are equally loud, so that what you compare is space and not level. Sit in the middle, facing the loudspeakers: the effect is made for one place.',
  },
  shortcuts: {
    open: 'Keyboard shortcuts',
    title: 'Keyboard shortcuts',
    note: 'They rest while you type in a field.',
    rows: [
      { keys: ['Space'], text: 'Play or pause' },
      { keys: ['A', '1'], text: 'A Original' },
      { keys: ['B', '2'], text: 'B Spatial' },
      { keys: ['←', '→'], text: '5 seconds back or on' },
      { keys: ['L'], text: 'Listen' },
      { keys: ['D'], text: 'Design' },
    ],
    or: 'or',
  },
} as const;
