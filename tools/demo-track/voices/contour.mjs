import { midiToHz, smoothstep } from '../dsp.mjs';
import { gaussian } from '../random.mjs';

/**
 * @typedef {{startSeconds: number, durationSeconds: number, midi: number, velocity: number, vowel?: string}} SungNote
 * @typedef {object} Contour control values, one each `stepSeconds`
 * @property {Float64Array} frequencyHz
 * @property {Float64Array} level 0…1
 * @property {Float64Array} openness 0 a closed mouth, 1 the note's vowel
 * @property {Int32Array} noteIndex
 */

const LEAD_IN_SECONDS = 0.05;
const TAIL_SECONDS = 0.4;
/** Muscles do not step: half the time in which pitch, level and mouth pass from one note to the next. */
export const JOINT_SECONDS = 0.012;

/** Mean over [i − reach, i + reach], the ends held. @param {Float64Array} values @param {number} reach */
export function movingMean(values, reach) {
  const at = (i) => values[Math.min(values.length - 1, Math.max(0, i))];
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  return values.map((_, i) => {
    const mean = sum / (2 * reach + 1);
    sum += at(i + reach + 1) - at(i - reach);
    return mean;
  });
}

/** Vibrato that begins once a note has settled, and grows. */
function vibratoCents(sinceOnset, duration, depthCents, phase) {
  if (duration < 0.45) return 0;
  return depthCents * smoothstep((sinceOnset - 0.16) / 0.38) * Math.sin(phase);
}

/** Swell and fall of one note: long notes breathe in and out, short ones speak at once. */
function noteShape(x, durationSeconds) {
  const peak = durationSeconds > 0.7 ? 0.35 : 0.2;
  return x < peak ? 0.82 + 0.18 * smoothstep(x / peak) : 1 - 0.28 * smoothstep((x - peak) / (1 - peak));
}

/**
 * Pitch, level and mouth of a legato phrase: portamento between notes, a scoop into the first, vibrato after the onset,
 * small articulation between notes, and the slow drift no human voice is without.
 * @param {readonly SungNote[]} notes in order, without overlap
 * @param {{vibratoHz: number, vibratoCents: number, glideSeconds: number, scoopCents: number, attackSeconds: number,
 *   releaseSeconds: number, articulation: number}} manner
 * @param {number} stepSeconds
 * @param {() => number} random
 * @returns {Contour & {startSeconds: number}}
 */
export function drawContour(notes, manner, stepSeconds, random) {
  const startSeconds = notes[0].startSeconds - LEAD_IN_SECONDS;
  const last = notes[notes.length - 1];
  const endSeconds = last.startSeconds + last.durationSeconds;
  const steps = Math.ceil((endSeconds + TAIL_SECONDS - startSeconds) / stepSeconds);
  const contour = {
    startSeconds,
    frequencyHz: new Float64Array(steps),
    level: new Float64Array(steps),
    openness: new Float64Array(steps),
    noteIndex: new Int32Array(steps),
  };
  let [index, phase, driftCents, rate] = [0, 0, 0, 0];
  for (let i = 0; i < steps; i++) {
    const time = startSeconds + i * stepSeconds;
    while (index + 1 < notes.length && time >= notes[index + 1].startSeconds - 0.4 * manner.glideSeconds)
      index++;
    const note = notes[index];
    const since = time - note.startSeconds;
    driftCents += -driftCents * stepSeconds * 3 + gaussian(random) * 11 * Math.sqrt(stepSeconds);
    rate += -rate * stepSeconds * 2 + gaussian(random) * 0.5 * Math.sqrt(stepSeconds);
    phase += 2 * Math.PI * (manner.vibratoHz + rate) * stepSeconds;
    if (since < 0.15) phase = 0;
    const glide = smoothstep((since + 0.4 * manner.glideSeconds) / manner.glideSeconds);
    const from = index > 0 ? notes[index - 1].midi : note.midi - manner.scoopCents / 100;
    const vibrato = vibratoCents(since, note.durationSeconds, manner.vibratoCents, phase);
    contour.frequencyHz[i] = midiToHz(from + (note.midi - from) * glide + (driftCents + vibrato) / 100);
    contour.level[i] = levelAt(notes, index, time, endSeconds, manner);
    const closed = index > 0 ? 0.55 : 0;
    const opened = closed + (1 - closed) * smoothstep((since + 0.02) / 0.09);
    contour.openness[i] = opened * (1 - 0.5 * smoothstep((time - endSeconds) / 0.15));
    contour.noteIndex[i] = index;
  }
  const reach = Math.round(JOINT_SECONDS / stepSeconds);
  const smooth = (values) => movingMean(movingMean(values, reach), reach);
  return {
    ...contour,
    frequencyHz: smooth(contour.frequencyHz),
    level: smooth(contour.level).map((x) => Math.max(0, x)),
  };
}

/** Level of the phrase at one time: the notes' own shapes, the joints between them, the phrase's ends. */
function levelAt(notes, index, time, endSeconds, manner) {
  const note = notes[index];
  const since = time - note.startSeconds;
  const shape = noteShape(Math.min(1, Math.max(0, since / note.durationSeconds)), note.durationSeconds);
  const joint = index > 0 ? 1 - manner.articulation * (1 - smoothstep(Math.abs(since) / 0.055)) : 1;
  const nextDip =
    index + 1 < notes.length
      ? 1 - manner.articulation * (1 - smoothstep(Math.abs(time - notes[index + 1].startSeconds) / 0.055))
      : 1;
  const from = index > 0 ? notes[index - 1].velocity : note.velocity;
  const velocity = from + (note.velocity - from) * smoothstep((since + 0.03) / 0.08);
  const attack = smoothstep((time - notes[0].startSeconds + LEAD_IN_SECONDS) / manner.attackSeconds);
  const release = 1 - smoothstep((time - endSeconds + 0.06) / manner.releaseSeconds);
  return velocity * shape * Math.min(joint, nextDip) * attack * release;
}
