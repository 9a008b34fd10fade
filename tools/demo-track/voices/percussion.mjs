import { designBiquad, fadeOutInPlace, filterInPlace, renderModes, whiteNoise } from '../dsp.mjs';
import { createRandom } from '../random.mjs';

/** @typedef {{velocity: number, key: string, sampleRateHz: number}} Hit */

/** Felt beater on a small bass drum: a falling sine, the skin's second mode, no click. @param {Hit} hit */
export function renderKick({ velocity, sampleRateHz }) {
  const out = new Float64Array(Math.round(0.42 * sampleRateHz));
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    const t = i / sampleRateHz;
    phase += (2 * Math.PI * (50 + 46 * Math.exp(-t / 0.022))) / sampleRateHz;
    const rise = Math.min(1, t / 0.004);
    const skin = 0.25 * Math.exp(-t / 0.035) * Math.sin(2 * Math.PI * 148 * t);
    out[i] = 0.8 * velocity * rise * (Math.exp(-t / 0.085) * Math.sin(phase) + skin);
  }
  return fadeOutInPlace(out, 0.05, sampleRateHz);
}

/**
 * Shaker stroke: grains of noise that rush up and stop.
 * @param {Hit & {lengthSeconds: number}} hit
 */
export function renderShaker({ velocity, key, sampleRateHz, lengthSeconds }) {
  const random = createRandom(key);
  const out = whiteNoise(Math.round((lengthSeconds + 0.07) * sampleRateHz), random);
  for (let i = 0; i < out.length; i++) {
    const t = i / sampleRateHz;
    const rush = t < lengthSeconds ? (t / lengthSeconds) ** 2.2 : Math.exp(-(t - lengthSeconds) / 0.014);
    const grains = random() < 0.3 ? 1.6 : 0.7;
    out[i] *= rush * grains;
  }
  filterInPlace(out, designBiquad('bandpass', 6200 + 700 * (random() - 0.5), 0.8, sampleRateHz));
  filterInPlace(out, designBiquad('highpass', 3000, 0.7, sampleRateHz));
  for (let i = 0; i < out.length; i++) out[i] *= 0.5 * velocity;
  return fadeOutInPlace(out, 0.015, sampleRateHz);
}

/** Stick laid across a snare's rim: a few short wooden modes. @param {Hit} hit */
export function renderCrossStick({ velocity, key, sampleRateHz }) {
  const random = createRandom(key);
  const near = (hz) => hz * (0.985 + 0.03 * random());
  const modes = [
    [near(415), 0.4, 0.11],
    [near(980), 0.6, 0.085],
    [near(1630), 0.42, 0.06],
    [near(2710), 0.2, 0.045],
    [near(4300), 0.1, 0.03],
  ].map(([frequencyHz, amplitude, t60Seconds], i) => ({
    frequencyHz,
    amplitude: amplitude * velocity ** (1 + 0.25 * i),
    t60Seconds,
  }));
  const out = renderModes(modes, Math.round(0.18 * sampleRateHz), sampleRateHz);
  const attack = Math.round(0.0008 * sampleRateHz);
  for (let i = 0; i < attack; i++) out[i] *= i / attack;
  return fadeOutInPlace(out, 0.03, sampleRateHz);
}

/** Thin ride cymbal, tapped: many inharmonic modes, the high ones dying first. @param {Hit} hit */
export function renderRide({ velocity, key, sampleRateHz }) {
  const shape = createRandom('ride-modes');
  const random = createRandom(key);
  const modes = Array.from({ length: 56 }, () => {
    const frequencyHz = 520 * 2 ** (4.4 * shape() ** 0.8);
    return {
      frequencyHz,
      amplitude:
        0.03 * velocity ** (1 + frequencyHz / 12000) * (0.4 + 0.9 * random()) * (700 / frequencyHz) ** 0.15,
      t60Seconds: (0.7 + 1.3 * shape()) * (2400 / frequencyHz) ** 0.35,
      phase: 2 * Math.PI * random(),
    };
  });
  const out = renderModes(modes, Math.round(1.3 * sampleRateHz), sampleRateHz);
  const attack = 0.003 * sampleRateHz;
  for (let i = 0; i < attack; i++) out[i] *= Math.sin((0.5 * Math.PI * i) / attack) ** 2;
  return fadeOutInPlace(out, 0.5, sampleRateHz);
}

/** Brush drawn over the snare: soft noise that swells and sinks. @param {Hit & {lengthSeconds: number}} hit */
export function renderBrush({ velocity, key, sampleRateHz, lengthSeconds }) {
  const out = whiteNoise(Math.round(lengthSeconds * sampleRateHz), createRandom(key));
  filterInPlace(out, designBiquad('bandpass', 3100, 0.45, sampleRateHz));
  filterInPlace(out, designBiquad('lowpass', 7500, 0.6, sampleRateHz));
  for (let i = 0; i < out.length; i++) {
    const x = i / out.length;
    out[i] *= 0.16 * velocity * Math.sin(Math.PI * x ** 0.7) ** 2;
  }
  return out;
}

/** One bar of a bar-chime tree. @param {Hit & {frequencyHz: number}} hit */
export function renderChime({ velocity, key, sampleRateHz, frequencyHz }) {
  const random = createRandom(key);
  const modes = [1, 2.76, 5.4].map((ratio, i) => ({
    frequencyHz: frequencyHz * ratio,
    amplitude: (0.09 * velocity * (0.7 + 0.6 * random())) / (1 + 1.6 * i),
    t60Seconds: (2.6 - 0.6 * i) * (2500 / frequencyHz) ** 0.5,
  }));
  const out = renderModes(modes, Math.round(2 * sampleRateHz), sampleRateHz);
  const attack = 0.0012 * sampleRateHz;
  for (let i = 0; i < attack; i++) out[i] *= i / attack;
  return fadeOutInPlace(out, 0.6, sampleRateHz);
}
