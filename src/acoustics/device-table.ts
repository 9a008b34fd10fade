import { capHalfAngle, rayToPoint } from './baffles.ts';
import type { Ray } from './baffles.ts';
import { pistonDirectivity } from './bessel.ts';
import { SphereTable } from './sphere-table.ts';
import type { Device, Vec3 } from './types.ts';
import { directionOf, dot, FRONT, length } from './vectors.ts';

/** Linear interpolation of the piston at this step errs by less than 4e−6. */
const PISTON_STEP = 0.01;

/** Points of a circle, cosine and sine in turn; between them a second-order step errs by less than 1e−8. */
const CIRCLE = 1024;
const circle = Float64Array.from({ length: 2 * CIRCLE }, (_, i) => {
  const angle = (Math.PI * (i - (i % 2))) / CIRCLE;
  return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
});

function pistonTable(highest: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(highest / PISTON_STEP) + 2 }, (_, i) =>
    pistonDirectivity(i * PISTON_STEP),
  );
}

/**
 * Pressure of a device's drivers at very many points, at fixed frequencies: `pressureTransfers` from tables.
 * Error ≤ 1e−3 of the largest pressure at the point's distance (`SphereTable`); ≤ 1e−6 for monopoles.
 */
export class DeviceTable {
  private readonly wavenumbers: Float64Array;
  private readonly gains: readonly number[];
  private readonly directions: readonly Vec3[];
  private readonly spheres: readonly SphereTable[];
  private readonly piston: Float64Array;

  /** @param range distances of the points from the device's centre, used by spherical baffles */
  constructor(
    private readonly device: Device,
    frequenciesHz: Float64Array,
    speedOfSoundMps: number,
    range: { readonly minDistanceM: number; readonly maxDistanceM: number },
  ) {
    const { baffle, drivers } = device;
    this.wavenumbers = frequenciesHz.map((hz) => (2 * Math.PI * hz) / speedOfSoundMps);
    this.gains = drivers.map(({ gainDb }) => 10 ** ((gainDb ?? 0) / 20));
    this.directions = drivers.map(({ positionM }) => directionOf(positionM, FRONT));
    const widest = drivers.reduce((most, { radiusM }) => Math.max(most, radiusM), 0);
    const highest = this.wavenumbers.reduce((most, k) => Math.max(most, k), 0);
    this.piston = pistonTable(baffle.kind === 'infinite-plane' ? highest * widest : 0);
    const caps = new Map<number, SphereTable>();
    this.spheres =
      baffle.kind !== 'rigid-sphere'
        ? []
        : drivers.map((driver) => {
            const cap = capHalfAngle(driver, baffle.radiusM);
            const table =
              caps.get(cap) ?? new SphereTable(baffle.radiusM, frequenciesHz, speedOfSoundMps, range, cap);
            caps.set(cap, table);
            return table;
          });
  }

  /** Writes driver `index` at the point, at every frequency, to `out`: real and imaginary parts in turn. */
  evaluate(index: number, pointM: Vec3, out: Float64Array): void {
    const gain = this.gains[index]!;
    const sphere = this.spheres[index];
    if (!sphere) {
      const ray = rayToPoint(this.device, this.device.drivers[index]!, pointM);
      this.spread(ray, gain, out, false);
      return;
    }
    const pathM = length(pointM);
    sphere.evaluate(pathM, dot(this.directions[index]!, directionOf(pointM, FRONT)), out);
    this.spread({ pathM, amplitude: 1 / pathM, pistonM: 0 }, gain, out, true);
  }

  /** Multiplies `out` by the ray's spreading, or overwrites it with that. */
  private spread({ pathM, amplitude, pistonM }: Ray, gain: number, out: Float64Array, keep: boolean): void {
    const { wavenumbers, piston } = this;
    for (let bin = 0; bin < wavenumbers.length; bin++) {
      const k = wavenumbers[bin]!;
      let size = amplitude * gain;
      if (pistonM > 0) {
        const place = (k * pistonM) / PISTON_STEP;
        const node = Math.floor(place);
        size *= piston[node]! + (place - node) * (piston[node + 1]! - piston[node]!);
      }
      const turns = (k * pathM * CIRCLE) / (2 * Math.PI);
      const point = Math.round(turns);
      const rest = ((turns - point) * 2 * Math.PI) / CIRCLE;
      const level = size * (1 - (rest * rest) / 2);
      const lean = size * rest;
      const at = 2 * (point & (CIRCLE - 1));
      const cosine = level * circle[at]! - lean * circle[at + 1]!;
      const sine = -level * circle[at + 1]! - lean * circle[at]!;
      const re = keep ? out[2 * bin]! : 1;
      const im = keep ? out[2 * bin + 1]! : 0;
      out[2 * bin] = re * cosine - im * sine;
      out[2 * bin + 1] = re * sine + im * cosine;
    }
  }
}
