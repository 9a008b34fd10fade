import { pointSourceToEars } from '../acoustics/transfers.ts';
import type { Listener, Vec3 } from '../acoustics/types.ts';
import { DesignError } from './design-error.ts';
import { phrase } from '../refusal/phrase.ts';

/**
 * What the far ear hears of a virtual loudspeaker, relative to the near ear:
 * q(f) = e^{−jωτ}·(1 + b·jω/ω_p)/(1 + jω/ω_p), a delay and a first-order shelf: causal, minimum phase but for the delay,
 * and short, so that it costs no filter length. Its weakness: the bright spot behind the head has no place in it.
 */
export interface VirtualPair {
  /** τ */
  readonly delaySeconds: number;
  /** f_p = ω_p/2π */
  readonly cornerHz: number;
  /** b: gain far above the corner. */
  readonly highGain: number;
}

/** The band of the fit: below it the head does nothing, above it ears differ more than a shelf can tell. */
const FIT_BAND_HZ = [100, 6000] as const;
const FIT_POINTS = 96;
/** Above it phase counts less and less: ears read time differences below about 1.2 kHz, level differences above. */
const PHASE_CORNER_HZ = 500;

/**
 * The pair fitted to the design's own head: least squares of ln q against ln of the sphere's far-to-near-ear ratio for a
 * point source at the azimuth, as far away as the device (real part: ILD; imaginary part: phase, weighted towards low
 * frequencies), over log frequency.
 * @param azimuthDeg from the head's nose, above 0
 * @throws DesignError 'ill-posed' where no such source can be heard
 */
export function fitVirtualPair(listener: Listener, azimuthDeg: number, speedOfSoundMps: number): VirtualPair {
  const frequenciesHz = logSpaced(...FIT_BAND_HZ, FIT_POINTS);
  const ears = pointSourceToEars(
    virtualSpeakerPosition(listener, azimuthDeg),
    listener,
    frequenciesHz,
    speedOfSoundMps,
  );
  const angle = (azimuthDeg * Math.PI) / 180;
  const radius = listener.headRadiusM;
  // Woodworth's delay and the sphere's own corner: near enough for Gauss–Newton to go straight to the minimum.
  const delay = (radius / speedOfSoundMps) * (angle + Math.sin(angle));
  let fit: Parameters = [delay, Math.log(speedOfSoundMps / (2 * Math.PI * radius)), 0.4];
  const expected = (i: number): number => 2 * Math.PI * frequenciesHz[i]! * delay;
  const logGain = new Float64Array(FIT_POINTS);
  const phase = new Float64Array(FIT_POINTS);
  for (let i = 0; i < FIT_POINTS; i++) {
    const [near, far] = [2 * i, 2 * i + 1];
    const re = ears.re[far]! * ears.re[near]! + ears.im[far]! * ears.im[near]!;
    const im = ears.im[far]! * ears.re[near]! - ears.re[far]! * ears.im[near]!;
    logGain[i] = Math.log(Math.hypot(re, im) / (ears.re[near]! ** 2 + ears.im[near]! ** 2));
    phase[i] = unwrapped(Math.atan2(im, re), i === 0 ? 0 : phase[i - 1]! + expected(i - 1) - expected(i));
  }
  for (let step = 0; step < 40; step++) fit = gaussNewtonStep(fit, frequenciesHz, logGain, phase);
  if (!fit.every(Number.isFinite)) {
    throw new DesignError(
      'ill-posed',
      'sides.virtualSpeakerAzimuthDeg',
      azimuthDeg,
      phrase('at', 'sides.virtualSpeakerAzimuthDeg', phrase('no-pair-fitted')),
    );
  }
  return { delaySeconds: fit[0], cornerHz: Math.exp(fit[1]), highGain: fit[2] };
}

/** q at one frequency. */
export function virtualPairAt(pair: VirtualPair, frequencyHz: number): { re: number; im: number } {
  const x = frequencyHz / pair.cornerHz;
  const scale = 1 / (1 + x * x);
  const re = (1 + pair.highGain * x * x) * scale;
  const im = (pair.highGain - 1) * x * scale;
  const angle = 2 * Math.PI * frequencyHz * pair.delaySeconds;
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  return { re: re * cosine + im * sine, im: im * cosine - re * sine };
}

/** Where the virtual left loudspeaker stands: at the azimuth from the nose, to the left, as far away as the device. */
export function virtualSpeakerPosition(listener: Listener, azimuthDeg: number): Vec3 {
  const [front, left, up] = listener.positionM;
  const distanceM = Math.hypot(front, left, up);
  const level = Math.hypot(front, left);
  const nose = [-front / level, -left / level] as const;
  const angle = (azimuthDeg * Math.PI) / 180;
  const along = distanceM * Math.cos(angle);
  const across = distanceM * Math.sin(angle);
  return [front + along * nose[0] + across * nose[1], left + along * nose[1] - across * nose[0], up];
}

type Parameters = readonly [delaySeconds: number, logCorner: number, highGain: number];

function gaussNewtonStep(
  fit: Parameters,
  frequenciesHz: Float64Array,
  logGain: Float64Array,
  phase: Float64Array,
): Parameters {
  const normal = new Float64Array(9);
  const right = new Float64Array(3);
  const add = (slopes: readonly number[], error: number): void => {
    for (let i = 0; i < 3; i++) {
      right[i]! += slopes[i]! * error;
      for (let j = 0; j < 3; j++) normal[3 * i + j]! += slopes[i]! * slopes[j]!;
    }
  };
  const [tau, logCorner, b] = fit;
  frequenciesHz.forEach((frequencyHz, i) => {
    const omega = 2 * Math.PI * frequencyHz;
    const x = frequencyHz / Math.exp(logCorner);
    const [low, high] = [1 + x * x, 1 + b * b * x * x];
    const gain = 0.5 * Math.log(high / low);
    add([0, (x * x) / low - (b * b * x * x) / high, (b * x * x) / high], logGain[i]! - gain);
    const angle = -omega * tau + Math.atan(b * x) - Math.atan(x);
    const weight = 2 / Math.hypot(1, frequencyHz / PHASE_CORNER_HZ);
    const slopes = [-omega, x / low - (b * x) / high, x / high];
    add(
      slopes.map((slope) => weight * slope),
      weight * (phase[i]! - angle),
    );
  });
  const [dTau, dCorner, dGain] = solve3(normal, right);
  // Half steps while far away keep the corner from running off.
  const limit = Math.min(1, 0.5 / Math.max(Math.abs(dCorner), Math.abs(dGain), 1e-12));
  return [tau + limit * dTau, logCorner + limit * dCorner, b + limit * dGain];
}

/** Cramer's rule for three unknowns, row-major. */
function solve3(m: Float64Array, right: Float64Array): [number, number, number] {
  const determinant = (a: number, b: number, c: number): number =>
    m[a]! * (m[b + 3]! * m[c + 6]! - m[c + 3]! * m[b + 6]!) -
    m[b]! * (m[a + 3]! * m[c + 6]! - m[c + 3]! * m[a + 6]!) +
    m[c]! * (m[a + 3]! * m[b + 6]! - m[b + 3]! * m[a + 6]!);
  const whole = determinant(0, 1, 2);
  const replaced = (column: number): number => {
    const copy = [0, 3, 6].map((row) => m[row + column]!);
    [0, 3, 6].forEach((row, i) => (m[row + column] = right[i]!));
    const value = determinant(0, 1, 2) / whole;
    [0, 3, 6].forEach((row, i) => (m[row + column] = copy[i]!));
    return value;
  };
  return [replaced(0), replaced(1), replaced(2)];
}

function unwrapped(angle: number, previous: number): number {
  return angle - 2 * Math.PI * Math.round((angle - previous) / (2 * Math.PI));
}

function logSpaced(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));
}
