import { designBiquad, fadeOutInPlace, filterInPlace, midiToHz, smoothstep } from '../dsp.mjs';
import { createRandom } from '../random.mjs';

/**
 * One string section's note as one channel hears it: several band-limited saws, each with its own tuning and vibrato,
 * softened. Channels with different keys are decorrelated, which makes the section wide.
 * @param {{midi: number, durationSeconds: number, velocity: number, key: string}} note
 * @param {number} sampleRateHz
 * @returns {Float64Array} mono
 */
export function renderStrings(note, sampleRateHz) {
  const random = createRandom(note.key);
  const releaseSeconds = 0.9;
  const out = new Float64Array(Math.round((note.durationSeconds + releaseSeconds) * sampleRateHz));
  for (let player = 0; player < 4; player++) {
    const detune = 2 ** (((random() - 0.5) * 18) / 1200);
    const step = (midiToHz(note.midi) * detune) / sampleRateHz;
    const rate = (2 * Math.PI * (4.6 + 1.2 * random())) / sampleRateHz;
    let phase = random();
    for (let i = 0; i < out.length; i++) {
      const d = step * (1 + 0.0035 * Math.sin(rate * i + 7 * player));
      phase += d;
      if (phase >= 1) phase -= 1;
      out[i] += 2 * phase - 1 - stepCorrection(phase, d);
    }
  }
  filterInPlace(out, designBiquad('lowpass', 1500 + 900 * note.velocity, 0.6, sampleRateHz));
  filterInPlace(out, designBiquad('lowpass', 3200, 0.6, sampleRateHz));
  filterInPlace(out, designBiquad('highpass', 190, 0.7, sampleRateHz));
  for (let i = 0; i < out.length; i++) {
    const t = i / sampleRateHz;
    const swell = smoothstep(t / 0.75) * (1 - smoothstep((t - note.durationSeconds) / releaseSeconds));
    out[i] *= 0.06 * note.velocity * swell;
  }
  return out;
}

/** What makes the saw's jump band-limited (polynomial BLEP, Välimäki & Huovilainen 2007). */
function stepCorrection(phase, d) {
  if (phase < d) {
    const t = phase / d;
    return t + t - t * t - 1;
  }
  if (phase > 1 - d) {
    const t = (phase - 1) / d;
    return t * t + t + t + 1;
  }
  return 0;
}

/**
 * A bird's call: short whistles that sweep, each call with its own figure.
 * @param {{velocity: number, key: string}} call
 * @param {number} sampleRateHz
 * @returns {Float64Array} mono
 */
export function renderBird(call, sampleRateHz) {
  const random = createRandom(call.key);
  const baseHz = 2500 + 1500 * random();
  const syllables = 2 + Math.floor(4 * random());
  const out = new Float64Array(Math.round((syllables * 0.19 + 0.2) * sampleRateHz));
  let start = 0;
  for (let s = 0; s < syllables; s++) {
    const length = (0.06 + 0.08 * random()) * sampleRateHz;
    const [from, to] = [baseHz * (0.9 + 0.35 * random()), baseHz * (0.85 + 0.35 * random())];
    const trill = random() < 0.35 ? 0.05 : 0;
    let phase = 0;
    for (let i = 0; i < length && start + i < out.length; i++) {
      const x = i / length;
      const wobble = 1 + trill * Math.sin((2 * Math.PI * 38 * i) / sampleRateHz);
      phase += (2 * Math.PI * (from + (to - from) * smoothstep(x)) * wobble) / sampleRateHz;
      out[start + i] += 0.1 * call.velocity * Math.sin(Math.PI * x) ** 2 * Math.sin(phase);
    }
    start += Math.round(length + (0.02 + 0.06 * random()) * sampleRateHz);
  }
  return fadeOutInPlace(out, 0.02, sampleRateHz);
}
