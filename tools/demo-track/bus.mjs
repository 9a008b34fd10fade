import { dbToGain } from './dsp.mjs';

/**
 * The mix bus as one gain curve for both channels: gentle levelling, then a look-ahead limiter. Being a gain over time, it
 * can be applied to every stem alike, so the stems still add up to the mix and keep their places.
 */
const THRESHOLD_DB = -20;
const RATIO = 1.6;
const ATTACK_SECONDS = 0.03;
const RELEASE_SECONDS = 0.3;
const CEILING = dbToGain(-2.6);
const LOOK_AHEAD_SECONDS = 0.005;
const LIMITER_RELEASE_SECONDS = 0.09;

/**
 * @param {Float32Array} left sum of all stems
 * @param {Float32Array} right
 * @param {number} sampleRateHz
 * @returns {Float32Array} gain per sample
 */
export function drawBusGain(left, right, sampleRateHz) {
  const gain = levellingGain(left, right, sampleRateHz);
  const needed = new Float32Array(gain.length);
  for (let i = 0; i < gain.length; i++) {
    const peak = Math.max(Math.abs(left[i]), Math.abs(right[i])) * gain[i];
    needed[i] = peak > CEILING ? CEILING / peak : 1;
  }
  const limited = limitingGain(needed, sampleRateHz);
  return gain.map((g, i) => g * limited[i]);
}

/** Slow compression of the louder passages from the mean square of both channels. */
function levellingGain(left, right, sampleRateHz) {
  const gain = new Float32Array(left.length);
  const meanPole = Math.exp(-1 / (0.05 * sampleRateHz));
  const attackPole = Math.exp(-1 / (ATTACK_SECONDS * sampleRateHz));
  const releasePole = Math.exp(-1 / (RELEASE_SECONDS * sampleRateHz));
  let meanSquare = 0;
  let reductionDb = 0;
  for (let i = 0; i < left.length; i++) {
    const square = 0.5 * (left[i] ** 2 + right[i] ** 2);
    meanSquare = square + meanPole * (meanSquare - square);
    const overDb = 10 * Math.log10(meanSquare + 1e-12) - THRESHOLD_DB;
    const wantedDb = overDb > 0 ? overDb * (1 - 1 / RATIO) : 0;
    const pole = wantedDb > reductionDb ? attackPole : releasePole;
    reductionDb = wantedDb + pole * (reductionDb - wantedDb);
    gain[i] = dbToGain(-reductionDb);
  }
  return gain;
}

/** Smooth gain that is never above the needed one: slow release, minimum over the look-ahead, mean over the same window. */
function limitingGain(needed, sampleRateHz) {
  const reach = Math.round(LOOK_AHEAD_SECONDS * sampleRateHz);
  const releasing = new Float32Array(needed.length);
  const recover = 1 - Math.exp(-1 / (LIMITER_RELEASE_SECONDS * sampleRateHz));
  let held = 1;
  for (let i = 0; i < needed.length; i++) {
    held = Math.min(needed[i], held + (1 - held) * recover);
    releasing[i] = held;
  }
  return slidingMean(slidingMinimum(releasing, reach), reach);
}

/** Minimum over [i − reach, i + reach], by a queue of candidates. */
function slidingMinimum(values, reach) {
  const out = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let [head, tail] = [0, 0];
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      while (tail > head && values[queue[tail - 1]] >= values[i]) tail--;
      queue[tail++] = i;
    }
    const centre = i - reach;
    if (centre < 0) continue;
    while (queue[head] < centre - reach) head++;
    out[centre] = values[queue[head]];
  }
  return out;
}

/** Mean over [i − reach, i + reach], the ends held. */
function slidingMean(values, reach) {
  const out = new Float32Array(values.length);
  const at = (i) => values[Math.min(values.length - 1, Math.max(0, i))];
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i < values.length; i++) {
    out[i] = sum / (2 * reach + 1);
    sum += at(i + reach + 1) - at(i - reach);
  }
  return out;
}
