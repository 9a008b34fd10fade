/** Small building blocks that all voices share. Signals are Float64Array, processed in place where named so. */

/** @param {number} midi @returns {number} Hz, equal temperament, A4 = 440 Hz */
export function midiToHz(midi) {
  return 440 * 2 ** ((midi - 69) / 12);
}

/** @param {number} db @returns {number} */
export function dbToGain(db) {
  return 10 ** (db / 20);
}

/** @param {number} x @returns {number} 0 below 0, 1 above 1, with zero slope at both ends */
export function smoothstep(x) {
  const t = Math.min(1, Math.max(0, x));
  return t * t * (3 - 2 * t);
}

/**
 * Biquad coefficients by the bilinear transform of the usual second-order prototypes (R. Bristow-Johnson).
 * @param {'lowpass'|'highpass'|'bandpass'|'peak'|'highshelf'} kind bandpass has unit gain at its centre
 * @param {number} frequencyHz held below 0.45 of the sample rate
 * @param {number} q
 * @param {number} sampleRateHz
 * @param {number} [gainDb] of peak and highshelf
 * @returns {[b0: number, b1: number, b2: number, a1: number, a2: number]}
 */
export function designBiquad(kind, frequencyHz, q, sampleRateHz, gainDb = 0) {
  const w = (2 * Math.PI * Math.min(frequencyHz, 0.45 * sampleRateHz)) / sampleRateHz;
  const c = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const A = 10 ** (gainDb / 40);
  const shelf = 2 * Math.sqrt(A) * alpha;
  const [b0, b1, b2, a0, a1, a2] = {
    lowpass: [(1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha],
    highpass: [(1 + c) / 2, -1 - c, (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha],
    bandpass: [alpha, 0, -alpha, 1 + alpha, -2 * c, 1 - alpha],
    peak: [1 + alpha * A, -2 * c, 1 - alpha * A, 1 + alpha / A, -2 * c, 1 - alpha / A],
    highshelf: [
      A * (A + 1 + (A - 1) * c + shelf),
      -2 * A * (A - 1 + (A + 1) * c),
      A * (A + 1 + (A - 1) * c - shelf),
      A + 1 - (A - 1) * c + shelf,
      2 * (A - 1 - (A + 1) * c),
      A + 1 - (A - 1) * c - shelf,
    ],
  }[kind];
  return [b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0];
}

/**
 * Runs a biquad over a signal in place (transposed direct form II).
 * @template {Float64Array|Float32Array} S
 * @param {S} signal
 * @param {ReturnType<typeof designBiquad>} coefficients
 * @returns {S}
 */
export function filterInPlace(signal, [b0, b1, b2, a1, a2]) {
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < signal.length; i++) {
    const x = signal[i];
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    signal[i] = y;
  }
  return signal;
}

/** @param {number} length @param {() => number} random @returns {Float64Array} white noise in [−1, 1) */
export function whiteNoise(length, random) {
  return Float64Array.from({ length }, () => 2 * random() - 1);
}

/** Adds a raised-cosine fade over the last `seconds`, so that no sound ends in a step. */
export function fadeOutInPlace(/** @type {Float64Array} */ signal, seconds, sampleRateHz) {
  const length = Math.min(signal.length, Math.round(seconds * sampleRateHz));
  const start = signal.length - length;
  for (let i = 0; i < length; i++) signal[start + i] *= 0.5 + 0.5 * Math.cos((Math.PI * (i + 1)) / length);
  return signal;
}

/**
 * A sum of decaying sines, each by a complex rotator: bars, shells and bells.
 * @param {{frequencyHz: number, amplitude: number, t60Seconds: number, phase?: number}[]} modes those above
 *   0.45 of the sample rate are left out
 * @param {number} length samples
 * @param {number} sampleRateHz
 */
export function renderModes(modes, length, sampleRateHz) {
  const out = new Float64Array(length);
  for (const { frequencyHz, amplitude, t60Seconds, phase = 0 } of modes) {
    if (frequencyHz > 0.45 * sampleRateHz) continue;
    const w = (2 * Math.PI * frequencyHz) / sampleRateHz;
    const decay = 10 ** (-3 / (t60Seconds * sampleRateHz));
    const cos = decay * Math.cos(w);
    const sin = decay * Math.sin(w);
    let re = amplitude * Math.cos(phase);
    let im = amplitude * Math.sin(phase);
    const end = Math.min(length, Math.ceil(1.4 * t60Seconds * sampleRateHz));
    for (let i = 0; i < end; i++) {
      out[i] += im;
      [re, im] = [re * cos - im * sin, re * sin + im * cos];
    }
  }
  return out;
}
