/** The signal path once more, in Float64 and off line: what the worklets are held against. */
import type { FilterSet } from '../../src/design/filter-set.ts';
import { fftPlan } from '../../src/design/fft.ts';
import { referenceCentre } from '../../src/kernel/testing/upmix-reference.ts';
import type { UpmixKind } from '../../src/kernel/upmix.ts';

export interface Excerpt {
  readonly sampleRateHz: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/**
 * A stretch of a file, decoded by the browser, between two times `silenceSeconds` of nothing: the frames of the upmix reach
 * past both ends of a sound.
 */
export async function decodeExcerpt(
  url: string,
  { sampleRateHz, fromSeconds, seconds, silenceSeconds }: Record<string, number>,
): Promise<Excerpt> {
  const context = new OfflineAudioContext(2, 1, sampleRateHz!);
  const bytes = await (await fetch(url)).arrayBuffer();
  const decoded = await context.decodeAudioData(bytes);
  const samples = (time: number): number => Math.round(time * sampleRateHz!);
  const channel = (index: number): Float32Array => {
    const out = new Float32Array(samples(seconds!) + 2 * samples(silenceSeconds!));
    const from = samples(fromSeconds!);
    out.set(decoded.getChannelData(index).subarray(from, from + samples(seconds!)), samples(silenceSeconds!));
    return out;
  };
  return { sampleRateHz: sampleRateHz!, left: channel(0), right: channel(1) };
}

/** Every output of a set, without its latency: upmix, then each input with each of its FIRs. (outputs)(samples) */
export function expectedOutputs(track: Excerpt, upmix: UpmixKind, set: FilterSet): Float64Array[] {
  const { sampleRateHz, left, right } = track;
  const centre = referenceCentre({ sampleRateHz, kind: upmix }, left, right);
  const inputs = [left, right].map((side) => Float64Array.from(side, (x, n) => x - centre[n]!));
  return convolveInFloat64(set, [...inputs, centre]).map((out) => out.subarray(set.latencySamples));
}

/** A matrix of FIRs as one long product of spectra. */
export function convolveInFloat64(set: FilterSet, inputs: readonly Float64Array[]): Float64Array[] {
  const { outputs, taps, firs } = set;
  const samples = inputs[0]!.length + taps - 1;
  const plan = fftPlan(2 ** Math.ceil(Math.log2(samples)));
  const spectrum = (signal: ArrayLike<number>) => {
    const re = new Float64Array(plan.length);
    const im = new Float64Array(plan.length);
    re.set(signal);
    plan.forward(re, im);
    return { re, im };
  };
  const signals = inputs.map(spectrum);
  return Array.from({ length: outputs }, (_, o) => {
    const re = new Float64Array(plan.length);
    const im = new Float64Array(plan.length);
    signals.forEach((x, i) => {
      const at = (i * outputs + o) * taps;
      const h = spectrum(firs.subarray(at, at + taps));
      for (let k = 0; k < plan.length; k++) {
        re[k]! += x.re[k]! * h.re[k]! - x.im[k]! * h.im[k]!;
        im[k]! += x.re[k]! * h.im[k]! + x.im[k]! * h.re[k]!;
      }
    });
    plan.inverse(re, im);
    return re.subarray(0, samples).map((x) => x / plan.length);
  });
}
