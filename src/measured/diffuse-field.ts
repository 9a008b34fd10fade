import { sphereResponses } from '../acoustics/sphere.ts';
import type { SpherePath } from '../acoustics/sphere.ts';
import type { Listener } from '../acoustics/types.ts';
import { fftPlan } from '../design/fft.ts';
import type { HeadShell } from './head-set.ts';

/** Ears of a sphere that stands in for a head whose ears are not known to be elsewhere. */
const EAR_COSINES = (earAzimuthDeg: number): readonly (readonly [number, number])[] => {
  const azimuth = (earAzimuthDeg * Math.PI) / 180;
  return [
    [Math.cos(azimuth), Math.sin(azimuth)],
    [Math.cos(azimuth), -Math.sin(azimuth)],
  ];
};

/** Below it a head's response carries nothing that could be equalised. */
const LEAST_POWER = 1e-24;

/**
 * Mean power of all responses of a shell, both ears: its diffuse-field response as far as the directions are spread evenly.
 * Exact at any frequency: the mean autocorrelation, made by FFT, transformed there.
 * @returns (frequencies,)
 */
export function shellPower(
  { responses, directions }: HeadShell,
  taps: number,
  sampleRateHz: number,
  frequenciesHz: Float64Array,
): Float64Array {
  const length = 2 ** Math.ceil(Math.log2(2 * taps));
  const plan = fftPlan(length);
  const rows = (2 * directions.length) / 3;
  const power = new Float64Array(length);
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  for (let row = 0; row < rows; row++) {
    re.fill(0);
    im.fill(0);
    re.set(responses.subarray(row * taps, (row + 1) * taps));
    plan.forward(re, im);
    for (let bin = 0; bin < length; bin++) power[bin]! += (re[bin]! ** 2 + im[bin]! ** 2) / rows;
  }
  im.fill(0);
  plan.inverse(power, im);
  return frequenciesHz.map((hz) => {
    const step = (2 * Math.PI * hz) / sampleRateHz;
    let sum = power[0]! / length;
    for (let lag = 1; lag < taps; lag++) sum += (2 / length) * power[lag]! * Math.cos(step * lag);
    return Math.max(sum, LEAST_POWER);
  });
}

/**
 * Mean power of the listener's sphere over the same directions, from as far away.
 * @returns (frequencies,)
 */
export function spherePower(
  { directions, distanceM }: HeadShell,
  { headRadiusM, earAzimuthDeg }: Listener,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): Float64Array {
  const paths: SpherePath[] = [];
  for (let at = 0; at < directions.length; at += 3) {
    for (const [nose, left] of EAR_COSINES(earAzimuthDeg)) {
      const cosAngle = nose * directions[at]! + left * directions[at + 1]!;
      paths.push({ distanceM: Math.max(distanceM, headRadiusM), cosAngle });
    }
  }
  const { re, im } = sphereResponses(headRadiusM, paths, frequenciesHz, speedOfSoundMps);
  return frequenciesHz.map((_, bin) => {
    let sum = 0;
    for (let at = bin * paths.length; at < (bin + 1) * paths.length; at++) sum += re[at]! ** 2 + im[at]! ** 2;
    return sum / paths.length;
  });
}
