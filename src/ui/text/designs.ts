import { inLanguage } from './language.ts';

/** Every word of keeping and sharing designs. */
export const designsText = inLanguage('designs', {
  bar: 'This design',
  undo: 'Undo',
  redo: 'Redo',
  copyLink: 'Copy link',
  copied: 'Link copied',
  linkHere: 'Link to this design',
  linkHint: 'The browser did not let the page copy it: copy it from here.',

  state: {
    preset: 'As it came',
    presetEdited: 'Edited, not saved',
    own: 'Not saved',
    saved: (version: number) => `Version ${version}`,
    edited: (version: number) => `Version ${version}, edited since`,
    /** Another tab has saved since. */
    behind: (version: number, newest: number) => `Version ${version}; the newest is ${newest}`,
  },

  save: {
    open: 'Save',
    newVersion: (version: number) => `Save as version ${version}`,
    title: 'Save under a name',
    name: 'Name',
    nameless: 'A name of at least one letter',
    hint: 'Each later save adds a version; none is written over.',
    submit: 'Save',
  },

  export: {
    open: 'Export',
    title: 'Export this design',
    about: 'As it is edited now, at its own sampling rate. Made on this machine.',
    close: 'Close the export',
    format: 'Format',
    formats: {
      camilladsp: {
        name: 'CamillaDSP',
        inside: 'Two configurations (three channels, or stereo with a fixed upmix) and their WAV filters.',
      },
      'equalizer-apo': {
        name: 'Equalizer APO',
        inside:
          'Two convolution configurations for Windows, three channels or stereo, and their WAV filters.',
      },
      brutefir: {
        name: 'BruteFIR',
        inside: 'Two configurations, three channels or stereo, and their raw coefficients.',
      },
      wav: {
        name: 'WAV filters',
        inside: 'One file per input L, R, C: 32-bit floats, a channel for each driver.',
      },
      csv: {
        name: 'CSV tables',
        inside: 'Taps and frequency responses of every path, for a spreadsheet or a script.',
      },
      sofa: {
        name: 'SOFA',
        inside: 'All filters in one AES69 file (GeneralFIR-E), with the drivers’ positions.',
      },
      design: {
        name: 'Design file',
        inside: 'The design alone as JSON: opens here, in links and with the headless command.',
      },
    },
    also: 'The archive also holds the design itself, what it reaches, and a README of channel order, latency, levels and polarity.',
    profile: 'Made for',
    profiles: { music: 'Music', video: 'Video' },
    profileHints: {
      music: 'The filters are late by half their length and follow the design most closely.',
      video: 'The filters are late by some 10 ms, so that a picture is not ahead of its sound.',
    },
    save: 'Save the archive',
    saveDesign: 'Save the file',
    making: 'Making the archive…',
    saved: (fileName: string, files: number) => `${fileName} was handed to the browser: ${files} files.`,
    failed: 'The archive was not made',
  },

  library: {
    open: 'Library',
    title: 'Library of designs',
    about: 'Kept in this browser, for all its tabs. Nothing leaves your machine.',
    close: 'Close the library',
    list: 'Designs',
    reading: 'Reading the library…',
    empty: 'Nothing saved yet',
    emptyHint: 'Save keeps the design you work on here, every version of it.',
    importFile: 'Open a file…',
    current: 'Open now',
    meta: (version: number, drivers: number, when: string) =>
      `Version ${version} · ${drivers} ${drivers === 1 ? 'driver' : 'drivers'} · ${when}`,
    unreadable: (when: string) => `Written by a newer Soundstage, ${when}: update this one to open it.`,
    openDesign: (name: string) => `Open ${name}`,
    openShort: 'Open',
    rename: (name: string) => `Rename ${name}`,
    newName: 'New name',
    renameSubmit: 'Rename',
    cancel: 'Cancel',
    duplicate: (name: string) => `Duplicate ${name}`,
    copyOf: (name: string) => `${name}, copy`,
    versions: (name: string) => `Versions of ${name}`,
    version: (version: number, when: string) => `Version ${version}, ${when}`,
    openVersion: (version: number, name: string) => `Open version ${version} of ${name}`,
    exportFile: (name: string) => `Save ${name} as a file`,
    remove: (name: string) => `Delete ${name}`,
    removed: (name: string) => `“${name}” was deleted with all its versions.`,
    putBack: 'Put it back',
    problem: {
      full: {
        title: 'The disk has no room for more',
        body: 'Nothing that was saved is lost, and what you work on stays. Make room, or save it as a file.',
      },
      blocked: {
        title: 'This browser lets the page keep nothing',
        body: 'A private window or a setting forbids it. Save your design as a file, or copy its link.',
      },
      failed: {
        title: 'The library could not be read or written',
        body: 'What you work on stays. Reload the page to try again, or save the design as a file.',
      },
    },
  },
} as const);
