import { fadeOutInPlace, midiToHz, renderModes } from '../dsp.mjs';
import { createRandom } from '../random.mjs';

/**
 * Tine electric piano: a sine whose phase is bent by itself, more so when struck hard, with the short bell of the tine
 * above it (two-operator frequency modulation, Chowning 1973).
 * @param {{midi: number, durationSeconds: number, velocity: number, key: string}} note
 * @param {number} sampleRateHz
 * @returns {Float64Array} mono
 */
export function renderElectricPiano(note, sampleRateHz) {
  const random = createRandom(note.key);
  const frequencyHz = midiToHz(note.midi) * 2 ** ((random() - 0.5) / 500);
  const releaseSeconds = 0.22;
  const out = new Float64Array(Math.round((note.durationSeconds + releaseSeconds) * sampleRateHz));
  const w = (2 * Math.PI * frequencyHz) / sampleRateHz;
  const t60 = 5.5 * (262 / frequencyHz) ** 0.5;
  const index = (0.25 + 1.35 * note.velocity ** 1.6) * Math.min(1, (330 / frequencyHz) ** 0.4);
  const tine = frequencyHz * 7.02 < 0.4 * sampleRateHz ? 0.1 * note.velocity ** 1.5 : 0;
  const tremoloPhase = 2 * Math.PI * random();
  const fall = 10 ** (-3 / (t60 * sampleRateHz));
  const indexFall = Math.exp(-1 / (0.55 * sampleRateHz));
  const tineFall = Math.exp(-1 / (0.11 * sampleRateHz));
  const releaseFall = 10 ** (-3 / (releaseSeconds * 0.9 * sampleRateHz));
  const releaseStart = Math.round(note.durationSeconds * sampleRateHz);
  const attack = 0.004 * sampleRateHz;
  let level = 0.3 * note.velocity ** 1.2;
  let [bend, bell] = [1, tine];
  for (let i = 0; i < out.length; i++) {
    const tremolo = 1 + 0.1 * Math.sin(tremoloPhase + (2 * Math.PI * 4.6 * i) / sampleRateHz);
    const rise = i < attack ? 0.5 - 0.5 * Math.cos((Math.PI * i) / attack) : 1;
    const tone =
      Math.sin(w * i + index * (0.16 + 0.84 * bend) * Math.sin(w * i)) + bell * Math.sin(7.02 * w * i);
    out[i] = level * rise * tremolo * tone;
    bend *= indexFall;
    bell *= tineFall;
    level *= i < releaseStart ? fall : releaseFall;
  }
  return fadeOutInPlace(out, 0.02, sampleRateHz);
}

/**
 * Vibraphone bar: the fundamental and its tuned two-octave mode, a trace of higher ones, under a slow motor.
 * @param {{midi: number, durationSeconds: number, velocity: number, key: string}} note
 * @param {number} sampleRateHz
 * @returns {Float64Array} mono
 */
export function renderVibraphone(note, sampleRateHz) {
  const random = createRandom(note.key);
  const f = midiToHz(note.midi);
  const v = note.velocity;
  const t60 = 6.5 * (440 / f) ** 0.5;
  const modes = [
    { frequencyHz: f, amplitude: 0.3 * v, t60Seconds: t60 },
    { frequencyHz: 3.98 * f, amplitude: 0.075 * v ** 1.8 * (0.8 + 0.4 * random()), t60Seconds: 0.3 * t60 },
    { frequencyHz: 9.1 * f, amplitude: 0.03 * v ** 2.4, t60Seconds: 0.05 * t60 },
  ];
  const out = renderModes(modes, Math.round((note.durationSeconds + 0.4) * sampleRateHz), sampleRateHz);
  const attack = 0.002 * sampleRateHz;
  const release = 10 ** (-3 / (0.4 * sampleRateHz));
  const phase = 2 * Math.PI * random();
  let level = 1;
  for (let i = 0; i < out.length; i++) {
    if (i > note.durationSeconds * sampleRateHz) level *= release;
    const rise = i < attack ? i / attack : 1;
    out[i] *= rise * level * (1 - 0.14 * (1 + Math.sin(phase + (2 * Math.PI * 3.9 * i) / sampleRateHz)));
  }
  return fadeOutInPlace(out, 0.05, sampleRateHz);
}
