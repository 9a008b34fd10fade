import { fftPlan } from '../design/fft.ts';

/** Over so much below the highest frequency that is told, a response is faded out. */
const FADE_OCTAVES = 1 / 6;

/** What remains at a frequency of a response that ends at another: 1 far below, 0 from there on. */
export function fadedBelow(lastHz: number, hz: number): number {
  const octaves = hz > 0 ? Math.log2(lastHz / hz) / FADE_OCTAVES : 1;
  return octaves >= 1 ? 1 : octaves <= 0 ? 0 : 0.5 - 0.5 * Math.cos(Math.PI * octaves);
}

/**
 * The real response of a spectrum, late by some samples: what came before 0 is then at its beginning, not at its end.
 * @param spectrum of the bins 0 to taps/2, size and angle; of the first and the last the part is taken that a real response has
 */
export function impulseResponse(
  taps: number,
  lead: number,
  spectrum: (bin: number) => { readonly size: number; readonly radians: number },
): Float32Array {
  const re = new Float64Array(taps);
  const im = new Float64Array(taps);
  for (let bin = 0; bin <= taps / 2; bin++) {
    const { size, radians } = spectrum(bin);
    const turned = radians - (2 * Math.PI * bin * lead) / taps;
    re[bin] = (size * Math.cos(turned)) / taps;
    im[bin] = bin === 0 || bin === taps / 2 ? 0 : (size * Math.sin(turned)) / taps;
    if (bin > 0 && bin < taps / 2) [re[taps - bin], im[taps - bin]] = [re[bin]!, -im[bin]!];
  }
  fftPlan(taps).inverse(re, im);
  return Float32Array.from(re);
}

/** A response that comes later, by parts of a sample too. @param samples at least 0 */
export function delayedResponse(response: Float64Array, samples: number): Float32Array {
  const whole = Math.floor(samples);
  const part = samples - whole;
  if (part === 0) {
    const shifted = new Float32Array(response.length + whole);
    shifted.set(response, whole);
    return shifted;
  }
  // Twice as long, so that what a part of a sample rings for does not come round to the beginning.
  const taps = 2 ** Math.ceil(Math.log2(2 * response.length));
  const re = new Float64Array(taps);
  const im = new Float64Array(taps);
  re.set(response);
  fftPlan(taps).forward(re, im);
  const turned = impulseResponse(taps, part, (bin) => ({
    size: Math.hypot(re[bin]!, im[bin]!),
    radians: Math.atan2(im[bin]!, re[bin]!),
  }));
  const shifted = new Float32Array(response.length + whole + 1);
  shifted.set(turned.subarray(0, response.length + 1), whole);
  return shifted;
}
