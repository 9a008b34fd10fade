/**
 * Room for the ambience stem: a feedback delay network of sixteen lines with a Hadamard mixing matrix (Jot & Chaigne 1991).
 * Left and right go in on different lines and come out with orthogonal signs, so both outputs are decorrelated while a
 * source's own side stays a little stronger.
 */
const LINES = 16;
const DELAY_SECONDS = [
  0.0297, 0.0331, 0.0371, 0.0407, 0.0443, 0.0479, 0.0511, 0.0547, 0.0593, 0.0631, 0.0667, 0.0703, 0.0743, 0.0789,
  0.0827, 0.0881,
]; // prettier-ignore

/** Early reflections of each side: seconds, gain, and the share that crosses over. */
const EARLY = [
  [0.0113, 0.42, 0.1], [0.0179, 0.34, 0.75], [0.0237, 0.3, 0.25], [0.0313, 0.25, 0.85], [0.0419, 0.2, 0.3],
  [0.0531, 0.16, 0.6],
]; // prettier-ignore

/** Hadamard transform in place, scaled to keep energy. @param {Float64Array} v */
function mix(v) {
  for (let half = 1; half < LINES; half *= 2) {
    for (let i = 0; i < LINES; i += 2 * half) {
      for (let j = i; j < i + half; j++) {
        const [a, b] = [v[j], v[j + half]];
        v[j] = a + b;
        v[j + half] = a - b;
      }
    }
  }
  for (let i = 0; i < LINES; i++) v[i] *= 0.25;
}

/**
 * @param {Float64Array} inLeft send
 * @param {Float64Array} inRight send
 * @param {number} sampleRateHz
 * @param {{t60Seconds?: number, trebleT60Seconds?: number, preDelaySeconds?: number}} [room]
 * @returns {{left: Float64Array, right: Float64Array}} reverberation only
 */
export function renderReverb(inLeft, inRight, sampleRateHz, room = {}) {
  const { t60Seconds = 1.9, trebleT60Seconds = 0.85, preDelaySeconds = 0.018 } = room;
  const lines = DELAY_SECONDS.map((seconds) => new Float64Array(Math.round(seconds * sampleRateHz) | 1));
  const low = lines.map((line) => 10 ** ((-3 * line.length) / (t60Seconds * sampleRateHz)));
  const high = lines.map((line) => 10 ** ((-3 * line.length) / (trebleT60Seconds * sampleRateHz)));
  // One-pole loss with gain `low` at DC and `high` at the treble reference, 5 kHz.
  const cosTreble = Math.cos((2 * Math.PI * Math.min(5000, 0.4 * sampleRateHz)) / sampleRateHz);
  const poles = lines.map((_, i) => trebleLossPole(high[i] / low[i], cosTreble));
  const heads = new Int32Array(LINES);
  const state = new Float64Array(LINES);
  const v = new Float64Array(LINES);
  const length = inLeft.length;
  const [left, right] = [new Float64Array(length), new Float64Array(length)];
  const preDelay = Math.round(preDelaySeconds * sampleRateHz);
  for (let n = 0; n < length; n++) {
    for (let i = 0; i < LINES; i++) {
      state[i] += (1 - poles[i]) * (low[i] * lines[i][heads[i]] - state[i]);
      v[i] = state[i];
    }
    let [l, r] = [0, 0];
    for (let i = 0; i < LINES; i++) {
      const sign = i & 4 ? -1 : 1;
      if (i & 1) r += sign * v[i];
      else l += sign * v[i];
    }
    mix(v);
    const [xl, xr] = n >= preDelay ? [inLeft[n - preDelay], inRight[n - preDelay]] : [0, 0];
    for (let i = 0; i < LINES; i++) {
      const x = (i & 1 ? xr : xl) * (i & 2 ? -0.35 : 0.35);
      lines[i][heads[i]] = v[i] + x;
      if (++heads[i] === lines[i].length) heads[i] = 0;
    }
    left[n] = 0.5 * l;
    right[n] = 0.5 * r;
  }
  addEarlyReflections(left, right, inLeft, inRight, sampleRateHz);
  return { left, right };
}

/** Pole p of (1−p)/(1−p z⁻¹) whose gain at the treble reference is `ratio`. */
function trebleLossPole(ratio, cosTreble) {
  const r2 = ratio * ratio;
  const b = (1 - r2 * cosTreble) / (1 - r2);
  return b - Math.sqrt(b * b - 1);
}

function addEarlyReflections(left, right, inLeft, inRight, sampleRateHz) {
  for (const [seconds, gain, crossed] of EARLY) {
    const delayLeft = Math.round(seconds * sampleRateHz);
    const delayRight = Math.round(1.083 * seconds * sampleRateHz);
    const [own, other] = [0.5 * gain * (1 - crossed), 0.5 * gain * crossed];
    for (let n = delayRight; n < left.length; n++) {
      left[n] += own * inLeft[n - delayLeft] + other * inRight[n - delayRight];
      right[n] += own * inRight[n - delayRight] + other * inLeft[n - delayLeft];
    }
  }
}
