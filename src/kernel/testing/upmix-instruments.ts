/**
 * Small synthetic instruments, deterministic, for mixes whose stems are known. They imitate what makes separation
 * hard in music: shared harmonics, vibrato, plucked decays, consonants and drums that cover every band at once.
 * Every function adds into `out` (mono samples) and draws its randomness from the generator it is given.
 */

/** Uniform numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Note {
  readonly startSeconds: number;
  readonly seconds: number;
  readonly hz: number;
  readonly gain: number;
}

/** Equal-tempered pitch; 69 is A4 at 440 Hz. */
export const midiHz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

const TABLE_LENGTH = 4096;

/** One period of a sum of harmonics with amplitudes h^-slope; even ones scaled by `even`. */
function harmonicTable(harmonics: number, slope: number, even = 1): Float64Array {
  const table = new Float64Array(TABLE_LENGTH);
  for (let h = 1; h <= harmonics; h++) {
    const amplitude = h ** -slope * (h % 2 === 0 ? even : 1);
    for (let i = 0; i < TABLE_LENGTH; i++)
      table[i] += amplitude * Math.sin((2 * Math.PI * h * i) / TABLE_LENGTH);
  }
  return table;
}

function readTable(table: Float64Array, phase: number): number {
  const position = (phase - Math.floor(phase)) * TABLE_LENGTH;
  const index = Math.floor(position);
  const next = table[(index + 1) % TABLE_LENGTH];
  return table[index] + (next - table[index]) * (position - index);
}

const GLOTTAL = harmonicTable(40, 1.1);
const BOWED = harmonicTable(28, 1);
const REED = harmonicTable(16, 1.3, 0.15);

/** Formant frequencies (Hz) of the vowels a e i o u, three each. */
const VOWELS = [
  [800, 1150, 2900],
  [400, 1600, 2700],
  [350, 1700, 2700],
  [450, 800, 2830],
  [325, 700, 2530],
] as const;
const FORMANT_GAINS = [1, 0.6, 0.35];
const FORMANT_WIDTHS_HZ = [80, 100, 140];
const CONTROL_PERIOD = 32;

/** A singing or speaking voice: glottal pulses through gliding formants, a noise burst before each syllable. */
export function addVoice(
  out: Float64Array,
  sampleRateHz: number,
  random: Random,
  notes: readonly Note[],
  style: { vibratoCents: number; glideCents: number; vowelsPerNote: number },
): void {
  const state = new Float64Array(6);
  const gains = new Float64Array(3);
  const poles = new Float64Array(6);
  let phase = random();
  for (const note of notes) {
    const length = Math.round(note.seconds * sampleRateHz);
    const offset = Math.round(note.startSeconds * sampleRateHz);
    const vowels = Array.from({ length: style.vowelsPerNote + 1 }, () => VOWELS[Math.floor(random() * 5)]);
    const consonantSamples = Math.round(0.05 * sampleRateHz);
    for (let i = 0; i < length && offset + i < out.length; i++) {
      const progress = i / length;
      if (i % CONTROL_PERIOD === 0) setFormants(poles, gains, vowels, progress, sampleRateHz);
      const cents =
        style.vibratoCents * Math.sin((2 * Math.PI * 5.3 * i) / sampleRateHz) * Math.min(1, progress * 3) +
        style.glideCents * (0.5 - progress);
      phase += (note.hz * 2 ** (cents / 1200)) / sampleRateHz;
      const rise = Math.min(1, i / (0.03 * sampleRateHz), (length - i) / (0.05 * sampleRateHz));
      const excitation = rise * readTable(GLOTTAL, phase) + 0.02 * rise * (random() - 0.5);
      let sample = 0;
      for (let f = 0; f < 3; f++) {
        const y = gains[f] * excitation + poles[2 * f] * state[2 * f] + poles[2 * f + 1] * state[2 * f + 1];
        state[2 * f + 1] = state[2 * f];
        state[2 * f] = y;
        sample += FORMANT_GAINS[f] * y;
      }
      const hiss = i < consonantSamples ? 0.3 * (1 - i / consonantSamples) * (random() - 0.5) : 0;
      out[offset + i] += note.gain * (sample + hiss);
    }
  }
}

function setFormants(
  poles: Float64Array,
  gains: Float64Array,
  vowels: readonly (readonly number[])[],
  progress: number,
  sampleRateHz: number,
): void {
  const position = Math.min(progress, 0.999) * (vowels.length - 1);
  const index = Math.floor(position);
  for (let f = 0; f < 3; f++) {
    const hz = vowels[index][f] + (vowels[index + 1][f] - vowels[index][f]) * (position - index);
    const radius = Math.exp((-Math.PI * FORMANT_WIDTHS_HZ[f]) / sampleRateHz);
    poles[2 * f] = 2 * radius * Math.cos((2 * Math.PI * hz) / sampleRateHz);
    poles[2 * f + 1] = -radius * radius;
    gains[f] = (1 - radius) * 2 * Math.sin((2 * Math.PI * hz) / sampleRateHz);
  }
}

/** A plucked string (Karplus–Strong): a noise burst in a damped delay line. */
export function addPlucks(
  out: Float64Array,
  sampleRateHz: number,
  random: Random,
  notes: readonly Note[],
  brightness = 0.5,
): void {
  for (const note of notes) {
    const period = sampleRateHz / note.hz - 0.5;
    const size = Math.floor(period);
    const fraction = period - size;
    const line = Float64Array.from({ length: size + 1 }, () => random() * 2 - 1);
    const mean = line.reduce((sum, value) => sum + value, 0) / line.length;
    line.forEach((value, i) => (line[i] = value - mean));
    const offset = Math.round(note.startSeconds * sampleRateHz);
    const length = Math.min(out.length - offset, Math.round(note.seconds * sampleRateHz));
    const release = 0.01 * sampleRateHz;
    let previous = 0;
    for (let i = 0; i < length; i++) {
      const read = line[i % (size + 1)];
      const older = line[(i + 1) % (size + 1)];
      const delayed = fraction * read + (1 - fraction) * older;
      const damped = 0.998 * (brightness * delayed + (1 - brightness) * previous);
      previous = delayed;
      line[i % (size + 1)] = damped;
      out[offset + i] += note.gain * damped * Math.min(1, (length - i) / release);
    }
  }
}

/** A struck bar: three decaying partials at 1, 3.93 and 9.5 times the pitch, the upper ones gone first. */
export function addMallet(out: Float64Array, sampleRateHz: number, notes: readonly Note[]): void {
  for (const note of notes) {
    const offset = Math.round(note.startSeconds * sampleRateHz);
    const length = Math.min(out.length - offset, Math.round(note.seconds * sampleRateHz));
    for (let i = 0; i < length; i++) {
      const t = i / sampleRateHz;
      const turn = 2 * Math.PI * note.hz * t;
      const partials =
        Math.exp(-t / 0.35) * Math.sin(turn) +
        0.4 * Math.exp(-t / 0.1) * Math.sin(3.93 * turn) +
        0.2 * Math.exp(-t / 0.04) * Math.sin(9.5 * turn);
      out[offset + i] += note.gain * Math.min(1, t / 0.002, (length - i) / 200) * partials;
    }
  }
}

export type Timbre = 'bowed' | 'reed';

/** Sustained notes of three slightly detuned players each, with a slow attack and their own vibrato. */
export function addSustained(
  out: Float64Array,
  sampleRateHz: number,
  random: Random,
  notes: readonly Note[],
  timbre: Timbre,
  players = 3,
): void {
  const table = timbre === 'bowed' ? BOWED : REED;
  const attack = (timbre === 'bowed' ? 0.12 : 0.05) * sampleRateHz;
  for (const note of notes) {
    const offset = Math.round(note.startSeconds * sampleRateHz);
    const length = Math.min(out.length - offset, Math.round(note.seconds * sampleRateHz));
    for (let player = 0; player < players; player++) {
      const detune = 2 ** ((random() - 0.5) / 100);
      const vibratoHz = 4.5 + random();
      const vibratoPhase = 2 * Math.PI * random();
      let phase = random();
      for (let i = 0; i < length; i++) {
        const vibrato = 1 + 0.003 * Math.sin((2 * Math.PI * vibratoHz * i) / sampleRateHz + vibratoPhase);
        phase += (note.hz * detune * vibrato) / sampleRateHz;
        const envelope = Math.min(1, i / attack, (length - i) / attack);
        out[offset + i] += ((note.gain / players) * envelope * readTable(table, phase)) / 2;
      }
    }
  }
}

/** A bass drum: a sine falling from 150 to 50 Hz. */
export function addKick(out: Float64Array, sampleRateHz: number, startSeconds: number, gain: number): void {
  const offset = Math.round(startSeconds * sampleRateHz);
  let phase = 0;
  for (let i = 0; i < 0.3 * sampleRateHz && offset + i < out.length; i++) {
    const t = i / sampleRateHz;
    phase += (50 + 100 * Math.exp(-t / 0.03)) / sampleRateHz;
    out[offset + i] += gain * Math.exp(-t / 0.09) * Math.sin(2 * Math.PI * phase);
  }
}

/** A noise drum: exponentially decaying noise with its first difference weighted by `edge` (0 dull, 1 a hi-hat). */
export function addNoiseHit(
  out: Float64Array,
  sampleRateHz: number,
  random: Random,
  hit: { startSeconds: number; decaySeconds: number; edge: number; gain: number },
): void {
  const offset = Math.round(hit.startSeconds * sampleRateHz);
  let previous = 0;
  for (let i = 0; i < 6 * hit.decaySeconds * sampleRateHz && offset + i < out.length; i++) {
    const noise = random() * 2 - 1;
    out[offset + i] +=
      hit.gain * Math.exp(-i / (hit.decaySeconds * sampleRateHz)) * (noise - hit.edge * previous);
    previous = noise;
  }
}
