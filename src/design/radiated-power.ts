import { fillLegendre } from '../acoustics/legendre.ts';
import { farFieldTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Device, Driver, Vec3 } from '../acoustics/types.ts';
import { distance } from '../acoustics/vectors.ts';
import { createMatrices } from './matrices.ts';
import { rowShare, sphereGrid } from './sphere-grid.ts';

/**
 * Mean over the whole sphere of gᴴg, g the far-field row of the drivers: wᴴPw is the mean power that filters w radiate, so a
 * directivity index needs no directions at all.
 *  - `none`: sin(kd)/(kd), d the distance between two drivers.
 *  - `rigid-sphere`: every driver's far field is Σ c_n P_n(cos θ) around its own axis; the addition theorem gives
 *    Σ conj(c_n) c′_n P_n(cos γ)/(2n+1), γ the angle between two axes.
 *  - `infinite-plane`: ½ ∫ D·D′·J₀(kd sin θ) sin θ dθ over the half space in front.
 *  - `measured`: the mean itself, over directions every 5°.
 * @returns (frequencies, drivers, drivers) Hermitian
 */
export function radiatedPower(
  device: Device,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  if (device.baffle.kind === 'measured') return byDirections(device, frequenciesHz, speedOfSoundMps);
  if (device.baffle.kind === 'none') return ofMonopoles(device, frequenciesHz, speedOfSoundMps);
  return device.baffle.kind === 'rigid-sphere'
    ? onSphere(device, device.baffle.radiusM, frequenciesHz, speedOfSoundMps)
    : inPlane(device, frequenciesHz, speedOfSoundMps);
}

/** The upper half alone: up and down are alike. */
function byDirections(device: Device, frequenciesHz: Float64Array, speedOfSoundMps: number): ComplexMatrices {
  const n = device.drivers.length;
  const power = createMatrices(frequenciesHz.length, n, n);
  const { elevationDeg, azimuthDeg } = sphereGrid();
  elevationDeg.forEach((elevation, row) => {
    if (elevation < 0) return;
    const share = ((elevation > 0 ? 2 : 1) * rowShare(row)) / azimuthDeg.length;
    const directions = Array.from(azimuthDeg, (azimuth) => ({
      azimuthDeg: azimuth,
      elevationDeg: elevation,
    }));
    const field = farFieldTransfers(device, directions, frequenciesHz, speedOfSoundMps);
    for (let at = 0; at < field.re.length; at += n) {
      const to = Math.floor(at / (n * directions.length)) * n * n;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const [a, b, x, y] = [field.re[at + i]!, field.im[at + i]!, field.re[at + j]!, field.im[at + j]!];
          power.re[to + i * n + j]! += share * (a * x + b * y);
          power.im[to + i * n + j]! += share * (a * y - b * x);
        }
      }
    }
  });
  return power;
}

function ofMonopoles(
  { drivers }: Device,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  return fillPairs(drivers, frequenciesHz, (i, j) => {
    const distanceM = distance(drivers[i]!.positionM, drivers[j]!.positionM);
    const gain = gainOf(drivers[i]!) * gainOf(drivers[j]!);
    return (bin) => {
      const x = (2 * Math.PI * frequenciesHz[bin]! * distanceM) / speedOfSoundMps;
      return gain * (x < 1e-8 ? 1 : Math.sin(x) / x);
    };
  });
}

/** Orders of the spherical waves beyond ka that still carry power. */
const EXTRA_ORDERS = 24;

function onSphere(
  device: Device,
  radiusM: number,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const { drivers } = device;
  const highest = (2 * Math.PI * Math.max(...frequenciesHz) * radiusM) / speedOfSoundMps;
  const orders = Math.ceil(highest) + EXTRA_ORDERS;
  const radii = [...new Set(drivers.map((driver) => driver.radiusM))];
  const waves = radii.map((capM) => sphericalWaves(radiusM, capM, orders, frequenciesHz, speedOfSoundMps));
  return fillPairs(drivers, frequenciesHz, (i, j) => {
    const a = waves[radii.indexOf(drivers[i]!.radiusM)]!;
    const b = waves[radii.indexOf(drivers[j]!.radiusM)]!;
    const legendre = new Float64Array(orders);
    fillLegendre(cosineBetween(drivers[i]!.positionM, drivers[j]!.positionM), orders, legendre);
    const gain = gainOf(drivers[i]!) * gainOf(drivers[j]!);
    // Caps of different size differ in the size of c_n, not in its phase: the product is real.
    return (bin) => {
      let sum = 0;
      for (let n = 0, at = bin * orders; n < orders; n++, at++) {
        sum += ((a.re[at]! * b.re[at]! + a.im[at]! * b.im[at]!) * legendre[n]!) / (2 * n + 1);
      }
      return gain * sum;
    };
  });
}

/** c_n of a cap's far field by Gauss–Legendre projection, (frequencies, 1, orders). */
function sphericalWaves(
  radiusM: number,
  capM: number,
  orders: number,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const { nodes, weights } = gaussLegendre(orders + 8);
  const driver: Driver = { id: 'cap', positionM: [radiusM, 0, 0], radiusM: capM };
  const device: Device = { baffle: { kind: 'rigid-sphere', radiusM }, drivers: [driver] };
  const directions = Array.from(nodes, (x) => ({
    azimuthDeg: (Math.acos(x) * 180) / Math.PI,
    elevationDeg: 0,
  }));
  const field = farFieldTransfers(device, directions, frequenciesHz, speedOfSoundMps);
  const projection = Array.from(nodes, (x, q) => {
    const row = new Float64Array(orders);
    fillLegendre(x, orders, row);
    return row.map((p, n) => (n + 0.5) * weights[q]! * p);
  });
  const waves = createMatrices(frequenciesHz.length, 1, orders);
  for (let bin = 0; bin < waves.bins; bin++) {
    for (let q = 0; q < nodes.length; q++) {
      const x = field.re[bin * nodes.length + q]!;
      const y = field.im[bin * nodes.length + q]!;
      const row = projection[q]!;
      for (let n = 0; n < orders; n++) {
        waves.re[bin * orders + n]! += x * row[n]!;
        waves.im[bin * orders + n]! += y * row[n]!;
      }
    }
  }
  return waves;
}

function inPlane(device: Device, frequenciesHz: Float64Array, speedOfSoundMps: number): ComplexMatrices {
  const { drivers } = device;
  const widest = Math.max(...drivers.flatMap((a) => drivers.map((b) => distance(a.positionM, b.positionM))));
  const highest = (2 * Math.PI * Math.max(...frequenciesHz) * widest) / speedOfSoundMps;
  const { nodes, weights } = gaussLegendre(48 + Math.ceil(highest / 2));
  const cosines = nodes.map((x) => (x + 1) / 2);
  const sines = cosines.map((x) => Math.sqrt(1 - x * x));
  const directions = Array.from(cosines, (x) => ({
    azimuthDeg: (Math.acos(x) * 180) / Math.PI,
    elevationDeg: 0,
  }));
  // Every piston's directivity about its own axis, at the origin: real, and independent of azimuth.
  const centred: Device = {
    ...device,
    drivers: drivers.map((driver) => ({ ...driver, positionM: [0, 0, 0] })),
  };
  const field = farFieldTransfers(centred, directions, frequenciesHz, speedOfSoundMps);
  return fillPairs(drivers, frequenciesHz, (i, j) => {
    const distanceM = distance(drivers[i]!.positionM, drivers[j]!.positionM);
    return (bin) => {
      const kd = (2 * Math.PI * frequenciesHz[bin]! * distanceM) / speedOfSoundMps;
      let sum = 0;
      for (let q = 0; q < nodes.length; q++) {
        const at = (bin * nodes.length + q) * drivers.length;
        // A quarter: half of the sphere is silent, and the nodes' weights add up to two.
        sum += 0.25 * weights[q]! * field.re[at + i]! * field.re[at + j]! * besselJ0(kd * sines[q]!);
      }
      return sum;
    };
  });
}

/** J₀(x) = mean of cos(x sin t), by the trapezoid rule, which converges geometrically once it has more points than x. */
function besselJ0(x: number): number {
  const points = Math.ceil(x / 2) + 12;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += Math.cos(x * Math.sin((Math.PI * (i + 0.5)) / (2 * points)));
  return sum / points;
}

/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1], by Newton's method on P_n. */
function gaussLegendre(count: number): { nodes: Float64Array; weights: Float64Array } {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  const legendre = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      fillLegendre(x, count + 1, legendre);
      slope = (count * (x * legendre[count]! - legendre[count - 1]!)) / (x * x - 1);
      x -= legendre[count]! / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** A real symmetric matrix per frequency from its elements, each element prepared once. */
function fillPairs(
  drivers: readonly Driver[],
  frequenciesHz: Float64Array,
  prepare: (i: number, j: number) => (bin: number) => number,
): ComplexMatrices {
  const n = drivers.length;
  const power = createMatrices(frequenciesHz.length, n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const element = prepare(i, j);
      for (let bin = 0; bin < frequenciesHz.length; bin++) {
        const value = element(bin);
        power.re[(bin * n + i) * n + j] = value;
        power.re[(bin * n + j) * n + i] = value;
      }
    }
  }
  return power;
}

function gainOf({ gainDb = 0 }: Driver): number {
  return 10 ** (gainDb / 20);
}

function cosineBetween(a: Vec3, b: Vec3): number {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  return Math.max(-1, Math.min(1, dot / (Math.hypot(...a) * Math.hypot(...b))));
}
