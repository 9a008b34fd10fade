/**
 * "First Light", a small bossa in D: four bars of introduction, eight and eight bars of song, four of tag, one last chord.
 * Time is counted in beats (quarters) from the first bar; `secondsOfBeat` is the only tempo map.
 */
export const TITLE = 'First Light';
export const BEATS_PER_BAR = 4;
export const FINAL_BEAT = 96;
export const TOTAL_SECONDS = 56;

const SECONDS_PER_BEAT = 60 / 118;
const START_SECONDS = 0.35;
const SLOWING_FROM_BEAT = 88;
/** Relative loss of tempo per beat in the ritardando: the last beat is at 74 %. */
const SLOWING = 0.26 / (FINAL_BEAT - SLOWING_FROM_BEAT);

/** @param {number} beat @returns {number} seconds from the start of the track */
export function secondsOfBeat(beat) {
  const steady = Math.min(beat, SLOWING_FROM_BEAT);
  const slowing = Math.min(Math.max(0, beat - SLOWING_FROM_BEAT), FINAL_BEAT - SLOWING_FROM_BEAT);
  const after = Math.max(0, beat - FINAL_BEAT);
  const slowed = -Math.log(1 - SLOWING * slowing) / SLOWING;
  return START_SECONDS + SECONDS_PER_BEAT * (steady + slowed + after / 0.74);
}

/** Chords as MIDI notes: `root` for the bass, `upper` four voices that lead into each other. */
const CHORDS = {
  Dmaj9: { root: 38, fifth: 33, upper: [57, 61, 64, 66] },
  'Dmaj9/F#': { root: 42, fifth: 37, upper: [52, 57, 61, 64] },
  'F#m7': { root: 42, fifth: 37, upper: [57, 61, 64, 66] },
  B7b9: { root: 35, fifth: 42, upper: [57, 60, 63, 66] },
  Em9: { root: 40, fifth: 35, upper: [55, 59, 62, 66] },
  A13sus: { root: 33, fifth: 40, upper: [55, 59, 62, 66] },
  A13: { root: 33, fifth: 40, upper: [55, 59, 61, 66] },
  A13b9: { root: 33, fifth: 40, upper: [55, 58, 61, 66] },
  Am9: { root: 33, fifth: 40, upper: [55, 59, 60, 64] },
  D13b9: { root: 38, fifth: 33, upper: [54, 59, 60, 63] },
  Gmaj9: { root: 43, fifth: 38, upper: [54, 57, 59, 62] },
  Gm6: { root: 43, fifth: 38, upper: [52, 55, 58, 62] },
  'C9#11': { root: 36, fifth: 43, upper: [52, 58, 62, 66] },
  Fdim7: { root: 41, fifth: 35, upper: [56, 59, 62, 65] },
  'Gm6/D': { root: 38, fifth: 33, upper: [55, 58, 62, 64] },
  D69: { root: 38, fifth: 33, upper: [54, 59, 64, 69] },
};

/** One entry a bar; a second chord comes on the third beat. */
const BARS = [
  ['Dmaj9'], ['Gm6/D'], ['Dmaj9'], ['Em9', 'A13b9'],
  ['Dmaj9'], ['F#m7', 'B7b9'], ['Em9'], ['A13sus', 'A13b9'],
  ['Am9'], ['D13b9'], ['Gmaj9'], ['Gm6', 'C9#11'],
  ['Dmaj9/F#'], ['Fdim7'], ['Em9'], ['A13'],
  ['Gmaj9'], ['Gm6', 'C9#11'], ['F#m7', 'B7b9'], ['Em9', 'A13b9'],
  ['Dmaj9'], ['Gm6/D'], ['Dmaj9'], ['Gm6/D', 'A13sus'],
  ['D69'],
]; // prettier-ignore

/**
 * @param {number} beat
 * @returns {{root: number, fifth: number, upper: number[]}}
 */
export function chordAt(beat) {
  const bar = BARS[Math.min(BARS.length - 1, Math.floor(beat / BEATS_PER_BAR))];
  const half = beat % BEATS_PER_BAR >= 2 ? 1 : 0;
  return CHORDS[bar[Math.min(half, bar.length - 1)]];
}

/** Whether the bar changes its chord on the third beat. */
export function changesMidBar(bar) {
  return BARS[bar].length > 1;
}

/** How strongly the band plays: the introduction is sparse, the second strain full, the tag lets go. */
export function intensity(beat) {
  if (beat < 8) return 0.62;
  if (beat < 16) return 0.72;
  if (beat < 48) return 0.82;
  if (beat < 64) return 0.94;
  if (beat < 80) return 1;
  if (beat < 88) return 0.8;
  return 0.8 - 0.025 * Math.min(8, beat - 88);
}
