import { fadeOutInPlace, midiToHz, whiteNoise } from '../dsp.mjs';
import { createRandom } from '../random.mjs';

/**
 * @typedef {object} StringCharacter
 * @property {number} t60Seconds decay of the fundamental of A3; shorter for higher strings
 * @property {number} brightT60Seconds decay at `brightHz`
 * @property {number} brightHz
 * @property {number} pluckPosition share of the string's length, 0 at the bridge
 * @property {number} pluckHz cutoff of the finger at full velocity
 * @property {number} noisiness share of noise in the pluck
 * @property {number} releaseT60Seconds how fast a lifted finger ends the tone
 * @property {number} detuneCents between the string's two planes of vibration
 */

/** @type {StringCharacter} */
export const NYLON_GUITAR = {
  t60Seconds: 4.6,
  brightT60Seconds: 0.75,
  brightHz: 2600,
  pluckPosition: 0.23,
  pluckHz: 2300,
  noisiness: 0.9,
  releaseT60Seconds: 0.16,
  detuneCents: 1.6,
};

/** @type {StringCharacter} */
export const DOUBLE_BASS = {
  t60Seconds: 2.4,
  brightT60Seconds: 0.55,
  brightHz: 900,
  pluckPosition: 0.3,
  pluckHz: 420,
  noisiness: 0.5,
  releaseT60Seconds: 0.14,
  detuneCents: 1.1,
};

/** One period of excitation: a soft pulse with some noise, low-passed by the finger, combed by the pluck's position. */
function pluck(periodSamples, velocity, character, sampleRateHz, random) {
  const length = Math.ceil(periodSamples);
  const noise = whiteNoise(length, random);
  const cutoffHz = character.pluckHz * (0.35 + 0.65 * velocity);
  const pole = Math.exp((-2 * Math.PI * cutoffHz) / sampleRateHz);
  const shaped = new Float64Array(length);
  let s1 = 0;
  let s2 = 0;
  const pulse = (0.5 * sampleRateHz) / cutoffHz;
  for (let i = 0; i < length; i++) {
    const x = (i === 0 ? pulse : 0) + character.noisiness * noise[i];
    s1 = x + pole * (s1 - x);
    s2 = s1 + pole * (s2 - s1);
    shaped[i] = s2;
  }
  const comb = Math.max(1, Math.round(character.pluckPosition * length));
  const out = new Float64Array(length);
  let mean = 0;
  for (let i = 0; i < length; i++)
    mean += (out[i] = shaped[i] - shaped[(i + length - comb) % length]) / length;
  let energy = 0;
  for (let i = 0; i < length; i++) energy += (out[i] -= mean) ** 2;
  const scale = velocity ** 1.3 / Math.sqrt(energy / length);
  return out.map((x) => x * scale * 0.25);
}

/**
 * One plane of vibration: a delay line of one period, a linear-phase loss filter and an all-pass for the fraction of
 * a sample (Karplus & Strong 1983, Jaffe & Smith 1983).
 */
function ringInto(out, excitation, frequencyHz, gain, character, sampleRateHz) {
  const period = sampleRateHz / frequencyHz;
  const whole = Math.floor(period - 1.5);
  const fraction = period - 1 - whole;
  const allpass = (1 - fraction) / (1 + fraction);
  const t60 = character.t60Seconds * Math.min(1.6, (220 / frequencyHz) ** 0.35);
  const loop = 10 ** (-3 / (frequencyHz * t60));
  const loopBright = 10 ** (-3 / (frequencyHz * character.brightT60Seconds));
  const cosBright = Math.cos((2 * Math.PI * character.brightHz) / sampleRateHz);
  const loss = Math.min(0.5, Math.max(0, (1 - loopBright / loop) / (1 - cosBright)));
  const line = new Float64Array(whole);
  for (let i = 0; i < whole; i++) line[i] = excitation[i % excitation.length];
  let [x1, x2, apX, apY] = [0, 0, 0, 0];
  for (let i = 0, read = 0; i < out.length; i++) {
    const x = line[read];
    const lossy = loop * ((1 - loss) * x1 + 0.5 * loss * (x + x2));
    const y = allpass * (lossy - apY) + apX;
    [apX, apY, x2, x1] = [lossy, y, x1, x];
    line[read] = y;
    if (++read === whole) read = 0;
    out[i] += gain * y;
  }
}

/**
 * A plucked string with two slightly different planes of vibration, which gives the tone its life while it decays.
 * @param {{midi: number, durationSeconds: number, velocity: number, key: string}} note
 * @param {StringCharacter} character
 * @param {number} sampleRateHz
 * @returns {Float64Array} mono
 */
export function renderPluckedString(note, character, sampleRateHz) {
  const random = createRandom(note.key);
  const frequencyHz = midiToHz(note.midi);
  const release = character.releaseT60Seconds;
  const out = new Float64Array(Math.round((note.durationSeconds + release * 1.3) * sampleRateHz));
  const detune = 2 ** (character.detuneCents / 2400);
  const drift = 2 ** ((random() - 0.5) / 600);
  const own = { ...character, pluckPosition: character.pluckPosition * (0.85 + 0.3 * random()) };
  const excitation = pluck(sampleRateHz / frequencyHz, note.velocity, own, sampleRateHz, random);
  ringInto(out, excitation, frequencyHz * drift * detune, 0.62, own, sampleRateHz);
  const second = { ...own, t60Seconds: own.t60Seconds * 0.6, brightT60Seconds: own.brightT60Seconds * 0.75 };
  ringInto(out, excitation, (frequencyHz * drift) / detune, 0.38, second, sampleRateHz);
  shape(out, note.durationSeconds, release, sampleRateHz);
  return fadeOutInPlace(out, 0.02, sampleRateHz);
}

/** A short attack against the step of the first sample, and the lifted finger at the end. */
function shape(out, durationSeconds, releaseT60Seconds, sampleRateHz) {
  const attack = Math.max(2, Math.round(0.0022 * sampleRateHz));
  for (let i = 0; i < attack; i++) out[i] *= 0.5 - 0.5 * Math.cos((Math.PI * i) / attack);
  const decay = 10 ** (-3 / (releaseT60Seconds * sampleRateHz));
  let gain = 1;
  for (let i = Math.round(durationSeconds * sampleRateHz); i < out.length; i++) out[i] *= gain *= decay;
}
