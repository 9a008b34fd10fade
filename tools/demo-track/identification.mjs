import { dbToGain, smoothstep } from './dsp.mjs';
import { renderShaker } from './voices/percussion.mjs';
import { renderElectricPiano } from './voices/keys.mjs';
import { NYLON_GUITAR, renderPluckedString } from './voices/plucked-string.mjs';

/**
 * Where is what: the same small phrase at the left, in the centre, at the right, then a longer one that travels
 * left → centre → right → centre → left without a step. Dry, so that nothing but the place is heard.
 */
export const IDENTIFICATION_SECONDS = 15.6;
export const IDENTIFICATION_CUES = [
  { startSeconds: 0.2, label: 'Left' },
  { startSeconds: 3.2, label: 'Centre' },
  { startSeconds: 6.2, label: 'Right' },
  { startSeconds: 9.2, label: 'Around' },
];
const EIGHTH_SECONDS = 0.25;
const AROUND_SECONDS = 5;
const STILL_PLACES = [0, 0.5, 1, 0];
/** The phrase climbs through D6/9; the travelling one goes on and comes home. */
const PHRASE = [62, 66, 69, 71, 74, 76, 78];
const JOURNEY = [62, 66, 69, 71, 74, 76, 78, 81, 78, 76, 74, 71, 69, 71, 69, 66, 64, 66, 62];

/**
 * Place of the sound over time: 0 left, 0.5 centre, 1 right.
 * @param {number} seconds
 */
export function placeAt(seconds) {
  const around = seconds - IDENTIFICATION_CUES[3].startSeconds;
  if (around >= 0)
    return 0.5 - 0.5 * Math.cos((2 * Math.PI * Math.min(around, AROUND_SECONDS)) / AROUND_SECONDS);
  const still = IDENTIFICATION_CUES.findLastIndex((cue) => cue.startSeconds - 0.05 <= seconds);
  return STILL_PLACES[Math.max(0, still)];
}

function addNotes(out, notes, fromSeconds, key, sampleRateHz) {
  notes.forEach((midi, i) => {
    const last = i === notes.length - 1;
    const velocity = 0.62 + 0.2 * Math.sin((Math.PI * (i + 1)) / notes.length);
    const note = { midi, durationSeconds: last ? 0.75 : 0.6, velocity, key: `identification/${key}/${i}` };
    const start = Math.round((fromSeconds + i * EIGHTH_SECONDS) * sampleRateHz);
    add(out, renderPluckedString(note, NYLON_GUITAR, sampleRateHz), start, 0.55);
    if (i % 2 === 0 || last)
      add(out, renderElectricPiano({ ...note, velocity: 0.5 }, sampleRateHz), start, 0.45);
    for (const half of [0, 1]) {
      const stroke = renderShaker({
        velocity: half ? 0.25 : 0.5,
        key: `${note.key}/${half}`,
        sampleRateHz,
        lengthSeconds: 0.035,
      });
      add(out, stroke, start + Math.round((half * EIGHTH_SECONDS * sampleRateHz) / 2), 0.6);
    }
  });
}

function add(out, sound, start, gain) {
  for (let i = 0; i < sound.length && start + i < out.length; i++) out[start + i] += gain * sound[i];
}

/**
 * @param {number} [sampleRateHz]
 * @returns {{left: Float32Array, right: Float32Array}}
 */
export function renderIdentification(sampleRateHz = 48000) {
  const mono = new Float64Array(Math.round(IDENTIFICATION_SECONDS * sampleRateHz));
  IDENTIFICATION_CUES.forEach(({ startSeconds, label }) => {
    addNotes(mono, label === 'Around' ? JOURNEY : PHRASE, startSeconds, label, sampleRateHz);
  });
  const peak = mono.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  const gain = dbToGain(-3.5) / peak;
  const [left, right] = [new Float32Array(mono.length), new Float32Array(mono.length)];
  for (let i = 0; i < mono.length; i++) {
    const seconds = i / sampleRateHz;
    const fade = 1 - smoothstep((seconds - IDENTIFICATION_SECONDS + 0.4) / 0.4);
    const angle = 0.5 * Math.PI * placeAt(seconds);
    left[i] = gain * fade * Math.cos(angle) * mono[i];
    right[i] = angle === 0 ? 0 : gain * fade * Math.sin(angle) * mono[i];
  }
  return { left, right };
}
