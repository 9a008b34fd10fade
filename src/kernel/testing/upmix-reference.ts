import { upmixFrames, type UpmixFrames } from '../upmix-frames.ts';
import type { UpmixKind, UpmixOptions } from '../upmix.ts';

/** The upmix once more: Float64, a whole signal at a time, one complex number after the other. Slow and plain. */

interface Complex {
  readonly re: number;
  readonly im: number;
}
type Spectrum = readonly Complex[];

const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const scale = (s: number, a: Complex): Complex => ({ re: s * a.re, im: s * a.im });
const times = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
const conjugate = (a: Complex): Complex => ({ re: a.re, im: -a.im });
const magnitude = (a: Complex): number => Math.hypot(a.re, a.im);

/** Discrete Fourier transform by halves. */
function transform(x: Spectrum): Spectrum {
  const half = x.length / 2;
  if (half < 1) return x;
  const even = transform(x.filter((_, n) => n % 2 === 0));
  const odd = transform(x.filter((_, n) => n % 2 === 1));
  const turned = odd.map((value, k) => {
    const phase = (-Math.PI * k) / half;
    return times(value, { re: Math.cos(phase), im: Math.sin(phase) });
  });
  return [
    ...even.map((value, k) => add(value, turned[k])),
    ...even.map((value, k) => add(value, scale(-1, turned[k]))),
  ];
}

/** Running averages of one bin. */
interface Averages {
  readonly left: number;
  readonly right: number;
  readonly cross: Complex;
}

const SILENCE: Averages = { left: 0, right: 0, cross: { re: 0, im: 0 } };
const FLOOR = 1e-20;

function follow(past: Averages, left: Complex, right: Complex, keep: number): Averages {
  const mean = (old: number, value: number): number => keep * old + (1 - keep) * value;
  const cross = times(left, conjugate(right));
  return {
    left: mean(past.left, magnitude(left) ** 2 + FLOOR),
    right: mean(past.right, magnitude(right) ** 2 + FLOOR),
    cross: { re: mean(past.cross.re, cross.re), im: mean(past.cross.im, cross.im) },
  };
}

type Weights = readonly [left: number, right: number];

function leastCorrelated({ left, right, cross }: Averages): Weights {
  const side = Math.max(left + right - 2 * cross.re, FLOOR);
  const w = Math.min(1, Math.max(-1, (left - right) / side));
  return [(1 - w) / 2, (1 + w) / 2];
}

function similarity({ left, right, cross }: Averages): Weights {
  const psi = (2 * magnitude(cross)) / (left + right + FLOOR);
  return [psi ** 4 / 2, psi ** 4 / 2];
}

const DIRECTIONS = [0, 22.5, 45, 67.5, 90].map((deg) => (deg * Math.PI) / 180);
const START = [1, 0.12, 1, 0.12, 1];
const CENTRE = 2;
const DIFFUSE = 0.01;
const ROUNDS = 6;

function adaptive({ left, right, cross }: Averages): Weights {
  const total = left + right + FLOOR;
  const measured = [left / total, cross.re / total, right / total];
  let powers = START.map((value) => value / START.reduce((a, b) => a + b));
  for (let round = 0; round < ROUNDS; round++) {
    const inverse = inverseOf(modelOf(powers));
    powers = powers.map((power, j) => {
      const d = [Math.cos(DIRECTIONS[j]), Math.sin(DIRECTIONS[j])];
      const p = inverse[0] * d[0] + inverse[1] * d[1];
      const q = inverse[1] * d[0] + inverse[2] * d[1];
      const fit = p * p * measured[0] + 2 * p * q * measured[1] + q * q * measured[2];
      return Math.max(1e-12, (power * fit) / (p * d[0] + q * d[1]));
    });
  }
  const inverse = inverseOf(modelOf(powers));
  return [0.5 * powers[CENTRE] * (inverse[0] + inverse[1]), 0.5 * powers[CENTRE] * (inverse[1] + inverse[2])];
}

/** Symmetric 2×2 matrices as their elements 11, 12, 22. */
function modelOf(powers: readonly number[]): number[] {
  const sum = (element: (angle: number) => number): number =>
    powers.reduce((total, power, j) => total + power * element(DIRECTIONS[j]), 0);
  return [
    sum((angle) => Math.cos(angle) ** 2) + DIFFUSE,
    sum((angle) => Math.cos(angle) * Math.sin(angle)),
    sum((angle) => Math.sin(angle) ** 2) + DIFFUSE,
  ];
}

function inverseOf([a, b, c]: readonly number[]): number[] {
  const determinant = a * c - b * b;
  return [c / determinant, -b / determinant, a / determinant];
}

const WEIGHTS: Readonly<Record<UpmixKind, (averages: Averages) => Weights>> = {
  off: () => [0, 0],
  'mid-side': () => [0.5, 0.5],
  'least-correlated': leastCorrelated,
  similarity,
  adaptive,
};

interface Windows {
  readonly analysis: readonly number[];
  readonly synthesis: readonly number[];
}

/** Sines over the whole frame; or a slow rise and a fall within half the reach, and what makes a raised cosine of it. */
function windowsOf({ frame, reach, hop }: UpmixFrames): Windows {
  const over = (length: number, value: (phase: number) => number): number[] =>
    Array.from({ length }, (_, n) => value((n + 0.5) / length));
  if (reach === frame) {
    const sine = over(frame, (phase) => Math.SQRT1_2 * Math.sin(Math.PI * phase));
    return { analysis: sine, synthesis: sine };
  }
  const analysis = [
    ...over(frame - reach / 2, (phase) => Math.sin((Math.PI / 2) * phase)),
    ...over(reach / 2, (phase) => Math.cos((Math.PI / 2) * phase)),
  ];
  const product = over(reach, (phase) => (2 * hop * Math.sin(Math.PI * phase) ** 2) / reach);
  const synthesis = analysis.map((value, n) => (product[n - (frame - reach)] ?? 0) / value);
  return { analysis, synthesis };
}

/** The centre of a stereo signal, aligned with it and as long. */
export function referenceCentre(
  { sampleRateHz, kind, profile = 'music' }: UpmixOptions,
  left: Float32Array,
  right: Float32Array,
): Float64Array {
  const frames = upmixFrames(profile, sampleRateHz);
  const { frame, hop, keep } = frames;
  const bins = frame / 2 + 1;
  const { analysis, synthesis } = windowsOf(frames);
  const analyse = (signal: Float32Array, start: number): Spectrum =>
    transform(analysis.map((gain, n) => ({ re: gain * (signal[start + n] ?? 0), im: 0 }))).slice(0, bins);
  const centre = new Float64Array(left.length);
  let averages = Array.from({ length: bins }, () => SILENCE);
  for (let start = hop - frame; start < left.length; start += hop) {
    const l = analyse(left, start);
    const r = analyse(right, start);
    averages = averages.map((past, k) => follow(past, l[k], r[k], keep));
    const c = averages.map((average, k) => {
      const [a, b] = WEIGHTS[kind](average);
      return add(scale(a, l[k]), scale(b, r[k]));
    });
    // A real signal's spectrum backwards: its transform is the frame, N times.
    const whole = [...c, ...c.slice(1, -1).reverse().map(conjugate)].map(conjugate);
    transform(whole).forEach(({ re }, n) => {
      if (start + n >= 0 && start + n < centre.length) centre[start + n] += (synthesis[n] * re) / frame;
    });
  }
  return centre;
}
