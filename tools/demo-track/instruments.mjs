import { createRandom } from './random.mjs';
import { secondsOfBeat, BEATS_PER_BAR } from './score/form.mjs';
import { FLUTE_PHRASES, LEAD_PHRASES } from './score/melody.mjs';
import * as percussion from './score/percussion.mjs';
import * as players from './score/players.mjs';
import { renderBird, renderStrings } from './voices/air.mjs';
import { renderElectricPiano, renderVibraphone } from './voices/keys.mjs';
import * as drums from './voices/percussion.mjs';
import { DOUBLE_BASS, NYLON_GUITAR, renderPluckedString } from './voices/plucked-string.mjs';
import { FLUTE, VOICE, renderPhrase } from './voices/singing.mjs';

/**
 * Every instrument as a list of sounds: when each begins, how long it can last at most, where it stands, and how to make it.
 * `place` is 0 for the left loudspeaker, 1 for the right; instruments that stand still have none.
 * @typedef {{startSeconds: number, longestSeconds: number, place?: number, render: (sampleRateHz: number) => Float64Array}} Sound
 */

const LONGEST_RELEASE_SECONDS = 1.5;

/** @returns {(notes: players.Note[], render: (note: players.Note, sampleRateHz: number) => Float64Array) => Sound[]} */
const soundsOf = (notes, render) =>
  notes.map((note) => ({
    startSeconds: note.startSeconds,
    longestSeconds: note.durationSeconds + LONGEST_RELEASE_SECONDS,
    render: (sampleRateHz) => render(note, sampleRateHz),
  }));

/** Strokes last as long as their voice rings. */
const strokesOf = (strokes, longestSeconds, render) =>
  strokes.map((stroke) => ({
    startSeconds: stroke.startSeconds,
    longestSeconds,
    ...(stroke.position !== undefined && { place: stroke.position }),
    render: (sampleRateHz) => render({ ...stroke, sampleRateHz }),
  }));

/** Notes of a phrase in seconds, with a singer's freedom of time: a few milliseconds, alike within the phrase. */
function timePhrase(phrase, key) {
  const random = createRandom(`${key}/hand`);
  const late = 0.012 + 0.018 * random();
  return phrase.notes.map(([beat, durationBeats, midi, velocity, vowel]) => {
    const from = phrase.bar * BEATS_PER_BAR + beat;
    const start = secondsOfBeat(from) + late + 0.01 * (random() - 0.5);
    const end = secondsOfBeat(from + durationBeats) + late;
    return { startSeconds: start, durationSeconds: end - start, midi, velocity, vowel };
  });
}

function phrasesOf(name, phrases, singer, gain = 1) {
  return phrases.map((phrase, i) => {
    const key = `${name}/${i}`;
    const notes = timePhrase(phrase, key);
    const last = notes[notes.length - 1];
    return {
      startSeconds: notes[0].startSeconds - 0.05,
      longestSeconds: last.startSeconds + last.durationSeconds - notes[0].startSeconds + 0.5,
      render: (sampleRateHz) => renderPhrase(notes, singer, key, sampleRateHz).samples.map((x) => x * gain),
    };
  });
}

/** Unison doubling of the voice by a quiet flute: two breaths, one line. */
const playLead = () => [
  ...phrasesOf('lead', LEAD_PHRASES, VOICE),
  ...phrasesOf('lead-doubling', LEAD_PHRASES, FLUTE, 0.32),
];

/** Each note of the strings twice, decorrelated: once for each side. */
const playStringsWide = () =>
  players.playStrings().flatMap((note) =>
    [0, 1].map((place) => ({
      startSeconds: note.startSeconds,
      longestSeconds: note.durationSeconds + LONGEST_RELEASE_SECONDS,
      place,
      render: (sampleRateHz) => renderStrings({ ...note, key: `${note.key}/${place}` }, sampleRateHz),
    })),
  );

/** @type {Record<string, () => Sound[]>} */
export const INSTRUMENTS = {
  lead: playLead,
  bass: () => soundsOf(players.playBass(), (note, fs) => renderPluckedString(note, DOUBLE_BASS, fs)),
  kick: () => strokesOf(percussion.playKick(), 0.5, drums.renderKick),
  guitar: () => soundsOf(players.playGuitar(), (note, fs) => renderPluckedString(note, NYLON_GUITAR, fs)),
  'electric-piano': () => soundsOf(players.playElectricPiano(), renderElectricPiano),
  shaker: () => strokesOf(percussion.playShaker(), 0.2, drums.renderShaker),
  vibraphone: () => soundsOf(players.playVibraphone(), renderVibraphone),
  'cross-stick': () => strokesOf(percussion.playCrossStick(), 0.3, drums.renderCrossStick),
  flute: () => phrasesOf('flute', FLUTE_PHRASES, FLUTE),
  ride: () => strokesOf(percussion.playRide(), 1.4, drums.renderRide),
  brush: () => strokesOf(percussion.playBrush(), 0.5, drums.renderBrush),
  strings: playStringsWide,
  chimes: () =>
    strokesOf(percussion.playChimes(), 2.1, (stroke) =>
      drums.renderChime({ ...stroke, frequencyHz: 5200 * 2 ** (-1.5 * stroke.position) }),
    ),
  birds: () =>
    strokesOf(percussion.playBirds(), 1.5, ({ sampleRateHz, ...call }) => renderBird(call, sampleRateHz)),
};
