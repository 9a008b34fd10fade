import { pointSourceToEars } from '../acoustics/transfers.ts';
import type { Listener } from '../acoustics/types.ts';
import { virtualSpeakerPosition } from './virtual-pair.ts';

/** Steps of the correlation's lag, seconds: between them a quartic errs by less than 0.05 µs below 1.5 kHz. */
export const LAG_SECONDS = 70e-6;
/** Lags to each side, and none: somewhat more than a millisecond, the longest that a head can make. */
export const LAGS = 16;

const STEP_DEG = 1;
const FRONT_DEG = 90;

/**
 * Lag of the highest interaural cross-correlation R(τ) = Re Σ P_L·P̄_R·e^{−jωτ}, |τ| ≤ 1 ms: on the lags' grid, then by
 * golden-section search. Positive where the left ear hears first. The slow and obvious form.
 * @param cross (frequencies,) left times conjugate right
 */
export function interauralDelay(
  cross: { readonly re: ArrayLike<number>; readonly im: ArrayLike<number> },
  frequenciesHz: ArrayLike<number>,
): number {
  const correlation = (seconds: number): number => {
    let sum = 0;
    for (let i = 0; i < frequenciesHz.length; i++) {
      const angle = 2 * Math.PI * frequenciesHz[i]! * seconds;
      sum += cross.re[i]! * Math.cos(angle) + cross.im[i]! * Math.sin(angle);
    }
    return sum;
  };
  let best = 0;
  for (let lag = 1 - LAGS; lag < LAGS; lag++) {
    if (correlation(lag * LAG_SECONDS) > correlation(best * LAG_SECONDS)) best = lag;
  }
  if (Math.abs(best) >= LAGS - 2) return best * LAG_SECONDS;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [(best - 1) * LAG_SECONDS, (best + 1) * LAG_SECONDS];
  while (high - low > 1e-9) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (correlation(a) > correlation(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

/**
 * The sphere's own table from interaural delay to azimuth: delays of point sources at the listener's distance, by the same
 * correlation over the same frequencies, in the front half. A delay longer than any of them is answered by the azimuth of the
 * longest: no one source would give it.
 */
export class ImageAngles {
  readonly #delays: Float64Array;

  /** @param frequenciesHz those that the delays are correlated over */
  constructor(listener: Listener, frequenciesHz: Float64Array, speedOfSoundMps: number) {
    // Straight ahead there is none.
    const delays = [0];
    for (let azimuthDeg = STEP_DEG; azimuthDeg <= FRONT_DEG; azimuthDeg += STEP_DEG) {
      const source = virtualSpeakerPosition(listener, azimuthDeg);
      const { re, im } = pointSourceToEars(source, listener, frequenciesHz, speedOfSoundMps);
      const cross = {
        re: new Float64Array(frequenciesHz.length),
        im: new Float64Array(frequenciesHz.length),
      };
      for (let bin = 0; bin < frequenciesHz.length; bin++) {
        const [l, r] = [2 * bin, 2 * bin + 1];
        cross.re[bin] = re[l]! * re[r]! + im[l]! * im[r]!;
        cross.im[bin] = im[l]! * re[r]! - re[l]! * im[r]!;
      }
      const delay = interauralDelay(cross, frequenciesHz);
      // Ears behind the middle of the head can be farthest apart before 90°.
      if (delay <= delays.at(-1)!) break;
      delays.push(delay);
    }
    this.#delays = Float64Array.from(delays);
  }

  /** Azimuth from the nose, positive to the audience's left. */
  azimuthDeg(delaySeconds: number): number {
    const delays = this.#delays;
    const wanted = Math.abs(delaySeconds);
    let above = 1;
    while (above < delays.length && delays[above]! < wanted) above++;
    const side = delaySeconds < 0 ? -STEP_DEG : STEP_DEG;
    if (above >= delays.length) return side * (delays.length - 1);
    const below = delays[above - 1]!;
    const between = (wanted - below) / (delays[above]! - below);
    return side * (above - 1 + between);
  }
}
