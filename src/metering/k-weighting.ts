/** H(z) = (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²). */
interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** The head's shelf: +4 dB above some 2 kHz. Analogue parameters behind the 48 kHz table of BS.1770. */
const SHELF = { frequencyHz: 1681.974450955533, gainDb: 3.999843853973347, q: 0.7071752369554196 };
/** The RLB high-pass. */
const HIGH_PASS = { frequencyHz: 38.13547087602444, q: 0.5003270373238773 };
/** Exponent that gives the shelf its middle gain; belongs to SHELF. */
const SHELF_MIDDLE = 0.4996667741545416;
/** A state below this is none: what rings out would end in denormals, which are slow. */
const SMALLEST = 1e-30;

/**
 * K-weighting of one channel, the shelf and the high-pass of ITU-R BS.1770-4, annex 1, at any rate. Both filters in one
 * pass, transposed direct form II, Float64.
 */
export class KWeighting {
  readonly #shelf: Biquad;
  readonly #highPass: Biquad;
  readonly #state = new Float64Array(4);

  constructor(sampleRateHz: number) {
    this.#shelf = shelfBiquad(sampleRateHz);
    this.#highPass = highPassBiquad(sampleRateHz);
  }

  /** Filters the samples from `start` to `end` and adds the energy of what comes out to `energies[at]`. */
  addEnergy(x: Float32Array, start: number, end: number, energies: Float64Array, at: number): void {
    const { b0, b1, b2, a1, a2 } = this.#shelf;
    const { a1: c1, a2: c2 } = this.#highPass;
    const state = this.#state;
    let s1 = state[0];
    let s2 = state[1];
    let h1 = state[2];
    let h2 = state[3];
    let energy = energies[at];
    for (let i = start; i < end; i++) {
      const input = x[i];
      const shelved = b0 * input + s1;
      s1 = b1 * input - a1 * shelved + s2;
      s2 = b2 * input - a2 * shelved;
      const weighted = shelved + h1;
      h1 = -2 * shelved - c1 * weighted + h2;
      h2 = shelved - c2 * weighted;
      energy += weighted * weighted;
    }
    energies[at] = energy;
    state[0] = s1;
    state[1] = s2;
    state[2] = h1;
    state[3] = h2;
  }

  /** Forgets what is too faint to matter. Called at fixed places of the signal, so that blocks do not change the result. */
  settle(): void {
    const state = this.#state;
    for (let i = 0; i < state.length; i++) if (Math.abs(state[i]) < SMALLEST) state[i] = 0;
  }
}

/** |K|² at a frequency, of the very filters that `KWeighting` runs. */
export function kWeightingPower(frequencyHz: number, sampleRateHz: number): number {
  const omega = (2 * Math.PI * frequencyHz) / sampleRateHz;
  return biquadPower(shelfBiquad(sampleRateHz), omega) * biquadPower(highPassBiquad(sampleRateHz), omega);
}

/** |H(e^{jω})|² */
function biquadPower({ b0, b1, b2, a1, a2 }: Biquad, omega: number): number {
  const power = (x0: number, x1: number, x2: number) =>
    (x0 + x1 * Math.cos(omega) + x2 * Math.cos(2 * omega)) ** 2 +
    (x1 * Math.sin(omega) + x2 * Math.sin(2 * omega)) ** 2;
  return power(b0, b1, b2) / power(1, a1, a2);
}

/** High shelf by the bilinear transform, warped to its own frequency, so that any rate keeps the analogue curve. */
function shelfBiquad(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * SHELF.frequencyHz) / sampleRateHz);
  const high = 10 ** (SHELF.gainDb / 20);
  const middle = high ** SHELF_MIDDLE;
  const norm = 1 + k / SHELF.q + k * k;
  return {
    b0: (high + (middle * k) / SHELF.q + k * k) / norm,
    b1: (2 * (k * k - high)) / norm,
    b2: (high - (middle * k) / SHELF.q + k * k) / norm,
    ...poles(k, SHELF.q, norm),
  };
}

/** High-pass by the same transform. The standard's table leaves its numerator 1, −2, 1 unnormalised. */
function highPassBiquad(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * HIGH_PASS.frequencyHz) / sampleRateHz);
  return { b0: 1, b1: -2, b2: 1, ...poles(k, HIGH_PASS.q, 1 + k / HIGH_PASS.q + k * k) };
}

function poles(k: number, q: number, norm: number): Pick<Biquad, 'a1' | 'a2'> {
  return { a1: (2 * (k * k - 1)) / norm, a2: (1 - k / q + k * k) / norm };
}
