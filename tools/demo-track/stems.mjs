import { drawBusGain } from './bus.mjs';
import { dbToGain, designBiquad, filterInPlace } from './dsp.mjs';
import { INSTRUMENTS } from './instruments.mjs';
import { renderReverb } from './reverb.mjs';
import { TOTAL_SECONDS } from './score/form.mjs';

/**
 * Gains of left and right. `partly-*` is the pair .9/.35; `wide` is decorrelated between the sides, `moving` travels.
 * @typedef {'centre'|'left'|'right'|'partly-left'|'partly-right'|'wide'|'moving'} Pan
 * @typedef {{name: string, pan: Pan, left: Float32Array, right: Float32Array}} Stem
 */
const PLACES = {
  centre: [1, 1],
  left: [1, 0],
  right: [0, 1],
  'partly-left': [0.9, 0.35],
  'partly-right': [0.35, 0.9],
};

/**
 * The desk: place, level, share sent to the room, and equaliser of every instrument.
 * @typedef {{pan: Pan, gainDb: number, sendDb: number,
 *   equaliser?: [kind: string, frequencyHz: number, q: number, gainDb?: number][]}} Channel
 * @type {Record<string, Channel>}
 */
const DESK = {
  lead: { pan: 'centre', gainDb: 0.5, sendDb: -11, equaliser: [['highpass', 160, 0.7], ['peak', 560, 1, -2],
      ['peak', 2000, 0.7, 2.5], ['highshelf', 3000, 0.6, 7]] },
  bass: { pan: 'centre', gainDb: 0.5, sendDb: -30, equaliser: [['highpass', 34, 0.7], ['peak', 75, 0.8, 3], ['peak', 800, 0.8, 2]] },
  kick: { pan: 'centre', gainDb: -4, sendDb: -28, equaliser: [['highpass', 32, 0.7]] },
  guitar: {
    pan: 'left',
    gainDb: -3.7,
    sendDb: -13,
    equaliser: [['highpass', 85, 0.7], ['peak', 108, 2.5, 3], ['peak', 205, 2, 2], ['peak', 420, 1.2, -2], ['highshelf', 1500, 0.6, 7.5]],
  },
  'electric-piano': { pan: 'right', gainDb: 0, sendDb: -12, equaliser: [['highpass', 120, 0.7], ['peak', 350, 0.8, -2], ['highshelf', 1500, 0.6, 6.5]] },
  shaker: { pan: 'right', gainDb: 1, sendDb: -20 },
  vibraphone: { pan: 'partly-left', gainDb: -3.5, sendDb: -9 },
  'cross-stick': { pan: 'partly-left', gainDb: -3.5, sendDb: -12 },
  flute: { pan: 'partly-right', gainDb: -2, sendDb: -8, equaliser: [['highpass', 250, 0.7]] },
  ride: { pan: 'partly-right', gainDb: 3, sendDb: -18, equaliser: [['highpass', 450, 0.7]] },
  brush: { pan: 'partly-right', gainDb: 3, sendDb: -16 },
  strings: { pan: 'wide', gainDb: -4, sendDb: -9 },
  chimes: { pan: 'moving', gainDb: -11, sendDb: -11 },
  birds: { pan: 'wide', gainDb: -7, sendDb: -7 },
}; // prettier-ignore

const FADE_SECONDS = 1.6;
const AMBIENCE_GAIN = dbToGain(5);

/** Adds a sound to a buffer that begins at `fromSample` of the track; what lies outside is left away. */
function addSound(buffer, sound, startSample, gain) {
  const first = Math.max(0, -startSample);
  const end = Math.min(sound.length, buffer.length - startSample);
  for (let i = first; i < end; i++) buffer[startSample + i] += gain * sound[i];
}

/**
 * One instrument, dry, at its place.
 * @returns {{left: Float64Array, right: Float64Array}}
 */
function renderInstrument(name, fromSeconds, length, sampleRateHz) {
  const { pan, gainDb, equaliser = [] } = DESK[name];
  const gain = dbToGain(gainDb);
  const fixed = PLACES[pan];
  const left = new Float64Array(length);
  const right = fixed ? new Float64Array(0) : new Float64Array(length);
  const toSeconds = fromSeconds + length / sampleRateHz;
  for (const sound of INSTRUMENTS[name]()) {
    if (sound.startSeconds >= toSeconds || sound.startSeconds + sound.longestSeconds <= fromSeconds) continue;
    const samples = sound.render(sampleRateHz);
    const start = Math.round(sound.startSeconds * sampleRateHz) - Math.round(fromSeconds * sampleRateHz);
    const angle = 0.5 * Math.PI * (sound.place ?? 0);
    addSound(left, samples, start, fixed ? gain : gain * Math.cos(angle));
    if (!fixed) addSound(right, samples, start, gain * Math.sin(angle));
  }
  for (const side of [left, right]) {
    for (const [kind, hz, q, db] of equaliser)
      filterInPlace(side, designBiquad(kind, hz, q, sampleRateHz, db));
  }
  if (!fixed) return { left, right };
  return { left: left.map((x) => x * fixed[0]), right: left.map((x) => x * fixed[1]) };
}

/**
 * The track's stems as they stand in the finished mix: place, level, and the bus gain are in them, so that their plain sum
 * is the mix. The last one, `ambience`, is the room's answer to all others.
 * @param {number} [sampleRateHz]
 * @param {{seconds?: number, fromSeconds?: number}} [excerpt] shorter, for tests; the lead begins near 7.7 s, everything
 *   plays from 25 s to 41 s
 * @returns {Stem[]}
 */
export function renderStems(sampleRateHz = 48000, { seconds, fromSeconds = 0 } = {}) {
  const available = TOTAL_SECONDS - fromSeconds;
  const length = Math.round(Math.min(seconds ?? available, available) * sampleRateHz);
  const sends = { left: new Float64Array(length), right: new Float64Array(length) };
  const stems = Object.keys(DESK).map((name) => {
    const { left, right } = renderInstrument(name, fromSeconds, length, sampleRateHz);
    const send = dbToGain(DESK[name].sendDb);
    for (let i = 0; i < length; i++) {
      sends.left[i] += send * left[i];
      sends.right[i] += send * right[i];
    }
    return { name, pan: DESK[name].pan, left: Float32Array.from(left), right: Float32Array.from(right) };
  });
  const cut = designBiquad('highpass', 190, 0.7, sampleRateHz);
  const room = renderReverb(filterInPlace(sends.left, cut), filterInPlace(sends.right, cut), sampleRateHz);
  const wet = (side) => Float32Array.from(side, (x) => AMBIENCE_GAIN * x);
  stems.push({ name: 'ambience', pan: 'wide', left: wet(room.left), right: wet(room.right) });
  return applyBus(stems, fromSeconds, sampleRateHz);
}

/** The bus gain, and the silence the last chord fades into, on every stem alike. */
function applyBus(stems, fromSeconds, sampleRateHz) {
  const sum = mixStems(stems);
  const gain = drawBusGain(sum.left, sum.right, sampleRateHz);
  for (let i = 0; i < gain.length; i++) {
    const left = TOTAL_SECONDS - fromSeconds - i / sampleRateHz;
    if (left < FADE_SECONDS) gain[i] *= Math.sin(0.5 * Math.PI * Math.max(0, left / FADE_SECONDS)) ** 2;
  }
  for (const stem of stems) {
    for (const side of [stem.left, stem.right]) for (let i = 0; i < gain.length; i++) side[i] *= gain[i];
  }
  return stems;
}

/**
 * The plain sum of stems.
 * @param {readonly Stem[]} stems all of one length
 * @returns {{left: Float32Array, right: Float32Array}}
 */
export function mixStems(stems) {
  const length = stems[0].left.length;
  const sum = (side) => {
    const total = new Float64Array(length);
    for (const stem of stems) for (let i = 0; i < length; i++) total[i] += stem[side][i];
    return Float32Array.from(total);
  };
  return { left: sum('left'), right: sum('right') };
}
