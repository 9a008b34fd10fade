import { createRandom, gaussian } from '../random.mjs';
import { BEATS_PER_BAR, FINAL_BEAT, changesMidBar, chordAt, intensity, secondsOfBeat } from './form.mjs';

/**
 * @typedef {{startSeconds: number, durationSeconds: number, midi: number, velocity: number, key: string}} Note
 */

/**
 * A player's hand: writes notes down in beats, plays them in seconds with small errors of time and touch.
 * @param {string} name
 * @param {{lateMs: number, spreadMs: number, touch: number}} feel
 */
function createHand(name, feel) {
  /** @type {Note[]} */
  const notes = [];
  const play = (beat, durationBeats, midi, velocity, delaySeconds = 0) => {
    const key = `${name}/${beat.toFixed(3)}/${midi}`;
    const random = createRandom(`${key}/hand`);
    const start = secondsOfBeat(beat);
    const offset = (feel.lateMs + feel.spreadMs * gaussian(random)) / 1000 + delaySeconds;
    notes.push({
      startSeconds: start + offset,
      durationSeconds: secondsOfBeat(beat + durationBeats) - start,
      midi,
      velocity: Math.min(1, Math.max(0.05, velocity * intensity(beat) * (1 + feel.touch * gaussian(random)))),
      key,
    });
  };
  return { notes, play };
}

/** Nylon guitar: arpeggios in the introduction, then a syncopated chordal accompaniment over the thumb's half notes. */
export function playGuitar() {
  const hand = createHand('guitar', { lateMs: 0, spreadMs: 4, touch: 0.08 });
  for (let bar = 0; bar < 2; bar++) arpeggiate(hand, bar);
  for (let bar = 2; bar < FINAL_BEAT / BEATS_PER_BAR; bar++) accompany(hand, bar);
  const last = chordAt(FINAL_BEAT);
  [50, ...last.upper].forEach((midi, i) => hand.play(FINAL_BEAT, 8.4, midi, 0.95 - 0.04 * i, 0.06 * i));
  return hand.notes;
}

function arpeggiate(hand, bar) {
  const order = [null, 0, 2, 1, 3, 2, 1, 2];
  order.forEach((voice, eighth) => {
    const beat = bar * BEATS_PER_BAR + eighth / 2;
    const { root, upper } = chordAt(beat);
    if (voice === null) hand.play(beat, 3.9, root + 12, 0.85);
    else hand.play(beat, 2.4, upper[voice], eighth === 4 ? 0.84 : 0.68 + 0.05 * (eighth % 2));
  });
}

/** Off-beat figures of two bars: `[beat, duration, velocity]`; 3.5 takes the next bar's chord early. */
const GUITAR_FIGURES = [
  [[0, 0.85, 0.72], [1, 0.45, 0.6], [2.5, 0.8, 0.78], [3.5, 1.4, 0.8]],
  [[1, 0.42, 0.6], [1.5, 0.45, 0.55], [2.5, 0.85, 0.76], [3.5, 0.45, 0.5]],
  [[0, 0.8, 0.7], [1.5, 0.9, 0.76], [3, 0.45, 0.62], [3.5, 1.4, 0.78]],
  [[1, 0.45, 0.6], [2, 0.45, 0.66], [2.5, 0.4, 0.5], [3, 0.9, 0.74]],
]; // prettier-ignore

function accompany(hand, bar) {
  const start = bar * BEATS_PER_BAR;
  hand.play(start, 1.8, chordAt(start).root + 12, 0.6);
  hand.play(start + 2, 1.7, (changesMidBar(bar) ? chordAt(start + 2).root : chordAt(start).fifth) + 12, 0.52);
  const ending = start >= 92;
  const figure = ending
    ? [
        [0, 1.9, 0.6],
        [2, 1.9, 0.62],
      ]
    : GUITAR_FIGURES[bar % GUITAR_FIGURES.length];
  for (const [beat, duration, velocity] of figure) {
    if (beat === 3.5 && start + 4 >= 92) continue;
    strum(hand, start + beat, duration, chordAt(start + (beat === 3.5 ? 4 : beat)).upper, velocity);
  }
}

/** Fingers fall nearly together, the lowest a little first; the top note sings a little more. */
function strum(hand, beat, duration, voices, velocity) {
  voices.forEach((midi, i) => hand.play(beat, duration, midi, velocity * (i === 3 ? 1.08 : 0.92), 0.007 * i));
}

/** Electric piano: open voicings on off-beats, small answers where the lead breathes. */
export function playElectricPiano() {
  const hand = createHand('electric-piano', { lateMs: 6, spreadMs: 5, touch: 0.07 });
  const chord = (beat, duration, velocity) => {
    const [v0, v1, v2, v3] = chordAt(beat + 0.01).upper;
    [v0, v2, v3, v1 + 12].forEach((midi, i) =>
      hand.play(beat, duration, midi, velocity * (1 - 0.05 * i), 0.004 * i),
    );
  };
  for (let bar = 2; bar < 22; bar++) {
    const start = bar * BEATS_PER_BAR;
    if (bar % 2 === 0) chord(start + 1.5, bar < 4 ? 2.2 : 1.9, 0.6);
    else {
      chord(start + 0.5, 0.55, 0.52);
      chord(start + 2.5, 1.2, 0.62);
    }
    if (bar >= 12 && bar < 20 && bar % 2 === 0) chord(start, 0.4, 0.46);
  }
  chord(88, 3.6, 0.55);
  chord(92, 1.9, 0.52);
  chord(94, 1.9, 0.54);
  for (const [beat, duration, midi, velocity] of PIANO_ANSWERS) hand.play(beat, duration, midi, velocity);
  [50, 57, 66, 69, 73, 76].forEach((midi, i) => hand.play(FINAL_BEAT, 8, midi, 0.6, 0.05 + 0.03 * i));
  return hand.notes;
}

const PIANO_ANSWERS = [
  [2.5, 0.5, 76, 0.72], [3, 0.5, 73, 0.66], [3.5, 1.2, 69, 0.7], [6.5, 0.5, 74, 0.7], [7, 0.5, 70, 0.66],
  [7.5, 1.4, 67, 0.7], [10.5, 0.5, 78, 0.7], [11, 0.5, 76, 0.66], [11.5, 1.5, 73, 0.72],
  [31, 0.5, 76, 0.6], [31.5, 0.5, 78, 0.64], [32, 0.5, 79, 0.68], [51, 0.5, 81, 0.58], [51.5, 1, 76, 0.56],
  [62.5, 0.5, 81, 0.64], [63, 0.5, 78, 0.6], [63.5, 0.5, 76, 0.62], [83, 0.5, 78, 0.56], [83.5, 0.9, 81, 0.58],
]; // prettier-ignore

/** Double bass: root, fifth and the short lift before each half bar; a step from below leads to the next root. */
export function playBass() {
  const hand = createHand('bass', { lateMs: 4, spreadMs: 3.5, touch: 0.06 });
  hand.play(10, 1.4, 33, 0.7);
  hand.play(11.5, 0.45, 37, 0.6);
  for (let bar = 3; bar < FINAL_BEAT / BEATS_PER_BAR; bar++) {
    const start = bar * BEATS_PER_BAR;
    const first = chordAt(start);
    const second = changesMidBar(bar) ? chordAt(start + 2).root : first.fifth;
    const next = chordAt(start + 4).root;
    const slow = start >= 88;
    hand.play(start, slow ? 1.9 : 1.42, first.root, 0.86);
    if (!slow) hand.play(start + 1.5, 0.42, bar % 4 === 2 ? first.root + 12 : second, 0.52);
    hand.play(start + 2, slow ? 1.9 : 1.42, second, 0.8);
    if (!slow) hand.play(start + 3.5, 0.42, bar % 2 ? next - 1 : next, 0.56);
  }
  hand.play(FINAL_BEAT, 8, 38, 0.95);
  hand.play(FINAL_BEAT, 8, 26, 0.4);
  return hand.notes;
}

/** Vibraphone: dyads off the beat in the second strain, answers, and the rising last chord. */
export function playVibraphone() {
  const hand = createHand('vibraphone', { lateMs: 3, spreadMs: 5, touch: 0.08 });
  for (const [beat, duration, midi, velocity] of VIBRAPHONE_LINES) hand.play(beat, duration, midi, velocity);
  for (let bar = 12; bar < 20; bar++) {
    const [, v1, v2] = chordAt(bar * BEATS_PER_BAR + 3).upper;
    hand.play(bar * BEATS_PER_BAR + 3, 1.4, v1 + 12, 0.5);
    hand.play(bar * BEATS_PER_BAR + 3, 1.4, v2 + 12, 0.55);
  }
  [62, 66, 69, 71, 74, 76, 78, 81, 86].forEach((midi, i) =>
    hand.play(FINAL_BEAT + 0.5 + 0.22 * i, 7.5 - 0.22 * i, midi, 0.62 - 0.025 * i),
  );
  return hand.notes;
}

const VIBRAPHONE_LINES = [
  [14.5, 0.5, 78, 0.6], [15, 0.5, 76, 0.6], [15.5, 1.5, 73, 0.66],
  [23, 0.5, 71, 0.55], [23.2, 1.2, 76, 0.62], [29, 0.9, 74, 0.5], [29.02, 0.9, 78, 0.55],
  [37, 1.4, 72, 0.5], [37.02, 1.4, 75, 0.55], [46.5, 0.5, 74, 0.66], [47, 0.5, 76, 0.66], [47.5, 0.5, 78, 0.7],
  [48, 2, 81, 0.72], [80.5, 1.5, 73, 0.5], [80.52, 1.5, 78, 0.55], [86, 0.5, 76, 0.55], [86.5, 0.5, 74, 0.52],
  [87, 1.4, 70, 0.55],
]; // prettier-ignore

/** Strings: the chord held through the second strain, a swell in the tag, and the last chord. */
export function playStrings() {
  const hand = createHand('strings', { lateMs: 0, spreadMs: 10, touch: 0.04 });
  const hold = (beat, duration, velocity) => {
    const [v0, v1, v2, v3] = chordAt(beat).upper;
    for (const midi of [v0, v2, v1 + 12, v3 + 12]) hand.play(beat, duration, midi, velocity);
  };
  hold(40, 3.6, 0.34);
  hold(44, 1.8, 0.36);
  hold(46, 1.8, 0.4);
  for (let bar = 12; bar < 24; bar++) {
    const start = bar * BEATS_PER_BAR;
    const velocity = bar < 16 ? 0.55 : bar < 20 ? 0.68 : 0.46;
    hold(start, changesMidBar(bar) ? 1.9 : 3.8, velocity);
    if (changesMidBar(bar)) hold(start + 2, 1.9, velocity);
  }
  hold(FINAL_BEAT, 6, 0.6);
  return hand.notes;
}
