import { kWeightingPower } from '../metering/k-weighting.ts';
import { lufs } from '../metering/lufs.ts';
import { fftPlan } from './fft.ts';
import type { FilterSet } from './filter-set.ts';

/** Frame of the analysis at rates to 50 kHz; as long in time beyond. */
const BASE_FRAME = 4096;
const BASE_RATE_LIMIT_HZ = 50_000;
/** Frames below the mean by more than this do not count, as in the gate of BS.1770-4. */
const GATE_DB = -10;
const INPUTS = 3;

/**
 * Power and cross-power of L′, R′ and C over frequency, mean of the loud frames of a programme. From it the loudness of
 * the programme through any filters follows without filtering: E|Σ h_i x_i|² = hᴴΦh.
 * Its weakness: gates and peaks depend on the course of time, which is gone.
 */
export interface ProgrammeSpectrum {
  readonly sampleRateHz: number;
  /** Samples of a frame; bins 0 … frame/2. */
  readonly frame: number;
  /** (bins, 3, 3) Φ, real parts and imaginary parts; mean square per bin, both signs of frequency together. */
  readonly re: Float64Array;
  readonly im: Float64Array;
}

function frameLength(sampleRateHz: number): number {
  return BASE_FRAME * 2 ** Math.max(0, Math.ceil(Math.log2(sampleRateHz / BASE_RATE_LIMIT_HZ)));
}

/**
 * @param inputs L′, R′ and C, of equal length
 * @returns silence for a programme shorter than a frame, or silent
 */
export function programmeSpectrum(inputs: readonly Float32Array[], sampleRateHz: number): ProgrammeSpectrum {
  const frame = frameLength(sampleRateHz);
  const bins = frame / 2 + 1;
  const frames: Frame[] = [];
  for (let start = 0; start + frame <= inputs[0]!.length; start += frame)
    frames.push(analyse(inputs, start, frame));
  const powers = frames.map((one) => loudPower(one, sampleRateHz));
  const mean = powers.reduce((sum, power) => sum + power, 0) / Math.max(1, frames.length);
  const loud = frames.filter((_, i) => powers[i]! > 0 && powers[i]! >= mean * 10 ** (GATE_DB / 10));
  const re = new Float64Array(bins * INPUTS * INPUTS);
  const im = new Float64Array(bins * INPUTS * INPUTS);
  for (const one of loud) addProducts(one, re, im, 1 / loud.length);
  return { sampleRateHz, frame, re, im };
}

/** Spectra of one frame, [input] planes over bins, scaled so that squares are mean squares. */
interface Frame {
  readonly re: readonly Float64Array[];
  readonly im: readonly Float64Array[];
}

function analyse(inputs: readonly Float32Array[], start: number, frame: number): Frame {
  const plan = fftPlan(frame);
  const planes = inputs.map((x) => {
    const re = new Float64Array(frame);
    const im = new Float64Array(frame);
    for (let n = 0; n < frame; n++) {
      // A Hann window whose mean square is one.
      re[n] = (x[start + n]! * (1 - Math.cos((2 * Math.PI * (n + 0.5)) / frame))) / Math.sqrt(1.5) / frame;
    }
    plan.forward(re, im);
    return { re: re.subarray(0, frame / 2 + 1), im: im.subarray(0, frame / 2 + 1) };
  });
  return { re: planes.map(({ re }) => re), im: planes.map(({ im }) => im) };
}

/** K-weighted power of L′ + C and R′ + C, the stereo that was split. */
function loudPower({ re, im }: Frame, sampleRateHz: number): number {
  const bins = re[0]!.length;
  const weights = kWeights(bins, sampleRateHz);
  let power = 0;
  for (let bin = 0; bin < bins; bin++) {
    for (const side of [0, 1]) {
      const x = re[side]![bin]! + re[2]![bin]!;
      const y = im[side]![bin]! + im[2]![bin]!;
      power += weights[bin]! * (x * x + y * y);
    }
  }
  return power;
}

/** Adds x_i x_j* of every bin, twice but for the first and last: negative frequencies carry as much. */
function addProducts({ re: xr, im: xi }: Frame, re: Float64Array, im: Float64Array, share: number): void {
  const bins = xr[0]!.length;
  for (let bin = 0; bin < bins; bin++) {
    const weight = bin === 0 || bin === bins - 1 ? share : 2 * share;
    for (let i = 0; i < INPUTS; i++) {
      for (let j = 0; j < INPUTS; j++) {
        const at = (bin * INPUTS + i) * INPUTS + j;
        const [ar, ai, br, bi] = [xr[i]![bin]!, xi[i]![bin]!, xr[j]![bin]!, xi[j]![bin]!];
        re[at]! += weight * (ar * br + ai * bi);
        im[at]! += weight * (ai * br - ar * bi);
      }
    }
  }
}

const kWeightTables = new Map<string, Float64Array>();

/** |K|² of each bin. */
function kWeights(bins: number, sampleRateHz: number): Float64Array {
  const key = `${bins} ${sampleRateHz}`;
  let table = kWeightTables.get(key);
  if (!table) {
    const step = sampleRateHz / 2 / (bins - 1);
    table = Float64Array.from({ length: bins }, (_, bin) => kWeightingPower(bin * step, sampleRateHz));
    kWeightTables.set(key, table);
  }
  return table;
}

export interface ProgrammeLevel {
  /** Loudness of all outputs together. */
  readonly lufs: number;
  /** Root mean square of the strongest output, linear. */
  readonly rms: number;
}

/**
 * Level of a programme through a set of filters.
 * @param set from L′, R′ and C, at the programme's rate
 */
export function levelThrough(programme: ProgrammeSpectrum, set: FilterSet): ProgrammeLevel {
  const weights = kWeights(programme.frame / 2 + 1, programme.sampleRateHz);
  let loudness = 0;
  let strongest = 0;
  for (let output = 0; output < set.outputs; output++) {
    const responses = Array.from({ length: INPUTS }, (_, input) =>
      response(set, input, output, programme.frame),
    );
    const { weighted, plain } = outputPower(programme, responses, weights);
    loudness += weighted;
    strongest = Math.max(strongest, plain);
  }
  return { lufs: lufs(loudness), rms: Math.sqrt(strongest) };
}

interface Response {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** hᴴΦh summed over the bins, with weights and without; h the responses of one output's filters. */
function outputPower(
  { re, im }: ProgrammeSpectrum,
  responses: readonly Response[],
  weights: Float64Array,
): { weighted: number; plain: number } {
  let [weighted, plain] = [0, 0];
  for (let bin = 0; bin < weights.length; bin++) {
    let power = 0;
    for (let i = 0; i < INPUTS; i++) {
      const row = (bin * INPUTS + i) * INPUTS;
      const a = responses[i]!;
      const [ar, ai] = [a.re[bin]!, a.im[bin]!];
      power += re[row + i]! * (ar * ar + ai * ai);
      // Φ is Hermitian: what is below its diagonal adds as much as what is above.
      for (let j = i + 1; j < INPUTS; j++) {
        const b = responses[j]!;
        const [br, bi] = [b.re[bin]!, b.im[bin]!];
        power += 2 * (re[row + j]! * (ar * br + ai * bi) - im[row + j]! * (ai * br - ar * bi));
      }
    }
    const positive = Math.max(0, power);
    weighted += weights[bin]! * positive;
    plain += positive;
  }
  return { weighted, plain };
}

/** A filter's response at the bins: taps beyond the frame fold onto it, which leaves the bins exact. */
function response(set: FilterSet, input: number, output: number, frame: number): Response {
  const re = new Float64Array(frame);
  const im = new Float64Array(frame);
  const at = (input * set.outputs + output) * set.taps;
  for (let start = 0; start < set.taps; start += frame) {
    const length = Math.min(frame, set.taps - start);
    for (let t = 0; t < length; t++) re[t]! += set.firs[at + start + t]!;
  }
  fftPlan(frame).forward(re, im);
  return { re, im };
}
