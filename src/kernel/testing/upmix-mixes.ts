import {
  addKick,
  addMallet,
  addNoiseHit,
  addPlucks,
  addSustained,
  addVoice,
  midiHz,
  randomFrom,
  type Note,
} from './upmix-instruments.ts';

/**
 * Three-stem mixes of four kinds, made in code. The stems have equal RMS, so with hard panning the plain mid signal
 * holds the centre at 3 dB SDR: L = c + l, R = c + r, ½(L+R) = c + ½(l+r).
 */
export const MIX_KINDS = ['song', 'speech', 'band', 'ballad', 'chamber'] as const;
export type MixKind = (typeof MIX_KINDS)[number];

/** Gains of a side stem in its own and in the other channel. */
export type SidePan = readonly [own: number, other: number];
export const HARD: SidePan = [1, 0];
export const PARTLY: SidePan = [0.9, 0.35];

export interface Stems {
  readonly centre: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

const MIX_SECONDS = 6;
/** A minor, F, C, G: MIDI triads, one per 1.5 s. */
const CHORDS = [
  [57, 60, 64],
  [53, 57, 60],
  [55, 60, 64],
  [55, 59, 62],
];
const CHORD_SECONDS = 1.5;
const chordAt = (seconds: number): readonly number[] =>
  CHORDS[Math.floor(seconds / CHORD_SECONDS) % CHORDS.length];

type Player = (out: Float64Array, sampleRateHz: number) => void;

const sung: Player = (out, rate) => {
  const melody = [69, 72, 71, 69, 65, 69, 67, 65, 64, 67, 72, 71, 67, 71, 74, 71];
  const notes = melody.map((midi, i): Note => ({
    startSeconds: i * 0.375,
    seconds: 0.36,
    hz: midiHz(midi),
    gain: 1,
  }));
  addVoice(out, rate, randomFrom(11), notes, { vibratoCents: 40, glideCents: 20, vowelsPerNote: 1 });
};

function talker(seed: number, hz: number): Player {
  return (out, rate) => {
    const random = randomFrom(seed);
    const notes: Note[] = [];
    for (let t = 0.05 * random(); t < MIX_SECONDS;) {
      const seconds = 0.12 + 0.16 * random();
      notes.push({ startSeconds: t, seconds, hz: hz * 2 ** (0.4 * (random() - 0.5)), gain: 0.5 + random() });
      t += seconds + (random() < 0.15 ? 0.25 : 0.03);
    }
    addVoice(out, rate, random, notes, { vibratoCents: 0, glideCents: 250, vowelsPerNote: 2 });
  };
}

/** Broken chords: on every step that `plays` a note of the chord of the moment, one step long. */
function arpeggio(stepSeconds: number, transpose: number, plays: (step: number) => boolean): Note[] {
  const notes: Note[] = [];
  for (let i = 0; i * stepSeconds < MIX_SECONDS; i++) {
    if (!plays(i)) continue;
    const chord = chordAt(i * stepSeconds);
    const hz = midiHz(chord[(i * 2) % 3] + transpose + (i % 4 === 3 ? 12 : 0));
    notes.push({ startSeconds: i * stepSeconds, seconds: stepSeconds, hz, gain: i % 2 === 0 ? 1 : 0.7 });
  }
  return notes;
}

const CALL = (step: number): boolean => step % 8 < 5;
const ANSWER = (step: number): boolean => step % 8 >= 3;
const ALWAYS = (_step: number): boolean => true;

function guitar(seed: number, notes: readonly Note[], brightness = 0.5): Player {
  return (out, rate) => addPlucks(out, rate, randomFrom(seed), notes, brightness);
}

function marimba(notes: readonly Note[]): Player {
  return (out, rate) => addMallet(out, rate, notes);
}

function chords(seed: number, timbre: 'bowed' | 'reed', transpose: number, plays = ALWAYS): Player {
  return (out, rate) => {
    const notes: Note[] = [];
    const seconds = CHORD_SECONDS / 2;
    for (let i = 0; i * seconds < MIX_SECONDS; i++) {
      if (!plays(2 * i)) continue;
      for (const midi of chordAt(i * seconds)) {
        notes.push({ startSeconds: i * seconds, seconds, hz: midiHz(midi + transpose), gain: 1 });
      }
    }
    addSustained(out, rate, randomFrom(seed), notes, timbre);
  };
}

function solo(seed: number, timbre: 'bowed' | 'reed', line: readonly number[]): Player {
  return (out, rate) => {
    const seconds = MIX_SECONDS / line.length;
    const notes = line.map((midi, i): Note => ({
      startSeconds: i * seconds,
      seconds,
      hz: midiHz(midi),
      gain: 1,
    }));
    addSustained(out, rate, randomFrom(seed), notes, timbre, 1);
  };
}

const kit: Player = (out, rate) => {
  const random = randomFrom(71);
  for (let beat = 0; beat * 0.5 < MIX_SECONDS; beat++) {
    addKick(out, rate, beat * 0.5, 1);
    if (beat % 2 === 1) {
      addNoiseHit(out, rate, random, { startSeconds: beat * 0.5, decaySeconds: 0.05, edge: 0.2, gain: 0.5 });
    }
  }
};

const bass: Player = (out, rate) => {
  const notes: Note[] = [];
  for (let t = 0; t < MIX_SECONDS; t += 0.25) {
    notes.push({ startSeconds: t, seconds: 0.24, hz: midiHz(chordAt(t)[0] - 24), gain: 1 });
  }
  addPlucks(out, rate, randomFrom(73), notes, 0.6);
};

/** Who plays what: centre, left and right of each kind. */
const SCORES: Readonly<Record<MixKind, Readonly<Record<keyof Stems, readonly Player[]>>>> = {
  song: {
    centre: [sung],
    left: [guitar(21, arpeggio(0.1875, 0, CALL))],
    right: [marimba(arpeggio(0.1875, 12, ANSWER))],
  },
  speech: {
    centre: [talker(31, 120)],
    left: [guitar(33, arpeggio(0.1875, 0, CALL))],
    right: [marimba(arpeggio(0.1875, 0, ANSWER))],
  },
  band: {
    centre: [kit, bass],
    left: [guitar(41, arpeggio(0.1875, 12, CALL))],
    right: [marimba(arpeggio(0.1875, 12, ANSWER))],
  },
  ballad: {
    centre: [solo(61, 'reed', [69, 72, 71, 69, 65, 69, 67, 65])],
    left: [chords(63, 'bowed', -12, CALL)],
    right: [guitar(67, arpeggio(0.1875, 12, ANSWER))],
  },
  chamber: {
    centre: [solo(51, 'bowed', [76, 74, 72, 77, 76, 72, 79, 76, 74, 71, 74, 67])],
    left: [chords(53, 'bowed', 0)],
    right: [solo(57, 'reed', [64, 60, 57, 65, 60, 64, 67, 62]), guitar(59, arpeggio(0.375, 0, ALWAYS))],
  },
};

function play(players: readonly Player[], sampleRateHz: number): Float64Array {
  const sum = new Float64Array(Math.round(MIX_SECONDS * sampleRateHz));
  for (const player of players) {
    const part = new Float64Array(sum.length);
    player(part, sampleRateHz);
    const scale = 1 / rms(part);
    for (let i = 0; i < sum.length; i++) sum[i] += scale * part[i];
  }
  const scale = 0.1 / rms(sum);
  return sum.map((value) => scale * value);
}

function rms(signal: Float64Array): number {
  let power = 0;
  for (const value of signal) power += value * value;
  return Math.sqrt(power / signal.length);
}

/** The stems of a kind, −20 dBFS RMS each. */
export function makeStems(kind: MixKind, sampleRateHz: number): Stems {
  const { centre, left, right } = SCORES[kind];
  return {
    centre: play(centre, sampleRateHz),
    left: play(left, sampleRateHz),
    right: play(right, sampleRateHz),
  };
}

/** The stereo mix of the stems, in the precision that players deliver. */
export function mixStems(stems: Stems, pan: SidePan): { left: Float32Array; right: Float32Array } {
  const [own, other] = pan;
  const mix = (a: Float64Array, b: Float64Array): Float32Array =>
    Float32Array.from(stems.centre, (centre, i) => centre + own * a[i] + other * b[i]);
  return { left: mix(stems.left, stems.right), right: mix(stems.right, stems.left) };
}
