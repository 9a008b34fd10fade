import { designBiquad, filterInPlace, whiteNoise } from '../dsp.mjs';
import { createRandom } from '../random.mjs';
import { drawContour, JOINT_SECONDS, movingMean } from './contour.mjs';

const STEP_SECONDS = 1 / 750;

/** Formants of a wordless mezzo: frequencies Hz and amplitudes. */
const VOWELS = {
  oo: { hz: [390, 820, 2600, 3500, 4700], gain: [1, 0.5, 0.09, 0.05, 0.02] },
  oh: { hz: [520, 960, 2700, 3500, 4700], gain: [1, 0.65, 0.14, 0.09, 0.03] },
  ah: { hz: [800, 1250, 2850, 3650, 4800], gain: [1, 0.75, 0.24, 0.14, 0.05] },
  mm: { hz: [280, 1000, 2300, 3300, 4500], gain: [0.8, 0.14, 0.04, 0.02, 0.01] },
};
const FORMANT_WIDTH_HZ = [150, 190, 300, 400, 500];

/** Amplitude of a sung partial: a glottal source that brightens with effort, through the vowel's formants. */
function voicePartial(partial, frequencyHz, level, vowel, openness) {
  const from = VOWELS.mm;
  let formants = 0;
  for (let k = 0; k < 5; k++) {
    let centre = from.hz[k] + (vowel.hz[k] - from.hz[k]) * openness;
    // Singers keep the first formant above the pitch.
    if (k === 0) centre = Math.max(centre, 1.04 * (frequencyHz / partial));
    const gain = from.gain[k] + (vowel.gain[k] - from.gain[k]) * openness;
    const detuning = (frequencyHz - centre) / (0.5 * FORMANT_WIDTH_HZ[k]);
    formants += gain / Math.sqrt(1 + detuning * detuning);
  }
  const tiltHz = 500 + 1100 * level;
  return (formants + 0.03) / (1 + (frequencyHz / tiltHz) ** 1.45);
}

/** Amplitude of a flute's partial: few, and more of them when blown harder. */
function flutePartial(partial, frequencyHz, level) {
  const own = [1, 0.42, 0.26, 0.1, 0.06, 0.03, 0.018, 0.01][partial - 1] ?? 0;
  return (own * level ** (0.32 * (partial - 1))) / (1 + (frequencyHz / 4200) ** 2);
}

/** @typedef {typeof VOICE} Singer */
export const VOICE = {
  partial: voicePartial,
  gain: 0.3,
  maxPartials: 40,
  manner: {
    vibratoHz: 5.2,
    vibratoCents: 32,
    glideSeconds: 0.085,
    scoopCents: 70,
    attackSeconds: 0.09,
    releaseSeconds: 0.2,
    articulation: 0.42,
  },
  breath: {
    gain: 0.05,
    bands: [
      [2900, 0.9],
      [5400, 0.7],
    ],
  },
};
/** @type {Singer} */
export const FLUTE = {
  partial: flutePartial,
  gain: 0.2,
  maxPartials: 8,
  manner: {
    vibratoHz: 4.8,
    vibratoCents: 14,
    glideSeconds: 0.03,
    scoopCents: 25,
    attackSeconds: 0.07,
    releaseSeconds: 0.16,
    articulation: 0.5,
  },
  breath: {
    gain: 0.075,
    bands: [
      [1500, 0.8],
      [4200, 0.5],
    ],
  },
};

/**
 * A legato phrase by additive synthesis: partials of one phase, their amplitudes read from the instrument's spectral
 * envelope where vibrato and glides carry them, and breath noise through the same mouth.
 * @param {readonly import('./contour.mjs').SungNote[]} notes
 * @param {Singer} singer
 * @param {string} key
 * @param {number} sampleRateHz
 * @returns {{startSeconds: number, samples: Float64Array}} mono
 */
export function renderPhrase(notes, singer, key, sampleRateHz) {
  const random = createRandom(key);
  const contour = drawContour(notes, singer.manner, STEP_SECONDS, random);
  const vowels = notes.map((note) => VOWELS[note.vowel ?? 'oo']);
  const perStep = sampleRateHz * STEP_SECONDS;
  const samples = new Float64Array(Math.floor((contour.level.length - 1) * perStep));
  const tops = partialTables(contour, singer, vowels, sampleRateHz);
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const at = i / perStep;
    const step = Math.floor(at);
    const x = at - step;
    const f = contour.frequencyHz[step] * (1 - x) + contour.frequencyHz[step + 1] * x;
    phase += (2 * Math.PI * f) / sampleRateHz;
    if (phase > 2 * Math.PI) phase -= 2 * Math.PI;
    samples[i] = sumPartials(tops[step], tops[step + 1], x, phase);
  }
  addBreath(samples, contour, singer, perStep, sampleRateHz, random);
  return { startSeconds: contour.startSeconds, samples };
}

/** Amplitudes of all partials at every control step, passing softly from vowel to vowel. @returns {Float64Array[]} */
function partialTables(contour, singer, vowels, sampleRateHz) {
  const limitHz = Math.min(13000, 0.45 * sampleRateHz);
  const tables = Array.from(contour.level, (level, i) => {
    const table = new Float64Array(singer.maxPartials);
    const f = contour.frequencyHz[i];
    const note = contour.noteIndex[i];
    const open = contour.openness[i];
    for (let n = 1; n <= table.length && n * f < limitHz; n++) {
      table[n - 1] = singer.gain * level * singer.partial(n, n * f, level, vowels[note], open);
    }
    return table;
  });
  const reach = Math.round(JOINT_SECONDS / STEP_SECONDS);
  for (let n = 0; n < singer.maxPartials; n++) {
    const course = Float64Array.from(tables, (table) => table[n]);
    const soft = movingMean(movingMean(course, reach), reach);
    for (let i = 0; i < tables.length; i++) tables[i][n] = Math.max(0, soft[i]);
  }
  return tables;
}

/** Σ aₙ sin nφ, the sines by the recurrence sin nφ = 2 cos φ · sin (n−1)φ − sin (n−2)φ. */
function sumPartials(from, to, x, phase) {
  const twice = 2 * Math.cos(phase);
  let [previous, current, sum] = [0, Math.sin(phase), 0];
  for (let n = 0; n < from.length; n++) {
    if (from[n] < 1e-12 && to[n] < 1e-12) break;
    sum += (from[n] + (to[n] - from[n]) * x) * current;
    const next = twice * current - previous;
    previous = current;
    current = next;
  }
  return sum;
}

function addBreath(samples, contour, singer, perStep, sampleRateHz, random) {
  for (const [hz, q] of singer.breath.bands) {
    const noise = filterInPlace(
      whiteNoise(samples.length, random),
      designBiquad('bandpass', hz, q, sampleRateHz),
    );
    for (let i = 0; i < samples.length; i++) {
      const level = contour.level[Math.floor(i / perStep)];
      samples[i] += singer.breath.gain * singer.gain * level ** 0.7 * noise[i];
    }
  }
}
