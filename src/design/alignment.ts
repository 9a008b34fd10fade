import type { ComplexMatrices } from '../acoustics/types.ts';
import { fftPlan } from './fft.ts';
import { delayAt, multiply } from './matrices.ts';

/** Oversampling of the pulse whose peak is looked for; a parabola does the rest. */
const OVERSAMPLING = 4;

/**
 * When a filter's pulse peaks at the head: the largest value of the mean of both ears, after the common propagation delay.
 * @param filters (bins, drivers, 1)
 * @param ears (bins, 2, drivers)
 * @param frequenciesHz bins of an FFT from 0 to half the rate
 * @returns seconds, positive when late
 */
export function arrivalSeconds(
  filters: ComplexMatrices,
  ears: ComplexMatrices,
  frequenciesHz: Float64Array,
  propagationSeconds: number,
): number {
  const heard = multiply(ears, filters);
  const length = (frequenciesHz.length - 1) * 2 * OVERSAMPLING;
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  frequenciesHz.forEach((frequencyHz, bin) => {
    const { re: x, im: y } = delayAt(frequencyHz, -propagationSeconds);
    const a = heard.re[2 * bin]! + heard.re[2 * bin + 1]!;
    const b = heard.im[2 * bin]! + heard.im[2 * bin + 1]!;
    re[bin] = a * x - b * y;
    im[bin] = a * y + b * x;
  });
  // The upper half left out makes the analytic signal; its real part is the pulse.
  fftPlan(length).inverse(re, im);
  const rateHz = frequenciesHz[1]! * length;
  return peakOf(re) / rateHz;
}

/** Place of the largest magnitude of a cyclic signal, between samples by a parabola; later than half counts as before 0. */
function peakOf(values: Float64Array): number {
  const { length } = values;
  let peak = 0;
  for (let t = 1; t < length; t++) if (Math.abs(values[t]!) > Math.abs(values[peak]!)) peak = t;
  const at = (t: number): number => Math.abs(values[(t + length) % length]!);
  const [before, centre, after] = [at(peak - 1), at(peak), at(peak + 1)];
  const bend = before - 2 * centre + after;
  const exact = peak + (bend < 0 ? (0.5 * (before - after)) / bend : 0);
  return exact > length / 2 ? exact - length : exact;
}
