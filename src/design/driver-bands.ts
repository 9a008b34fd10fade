import type { ComplexMatrices, Device } from '../acoustics/types.ts';
import { createMatrices } from './matrices.ts';

/** Least a driver counts with outside its band: −60 dB, so that the problem stays well posed where no driver plays. */
const FLOOR = 1e-3;
/** Steepness of a band's edges: third order, 3 dB down at the edge. */
const ORDER = 6;

/** How far each driver may be used, (bins, drivers) in [0.001, 1]; `null` when every driver has the whole band. */
export function driverBands(device: Device, frequenciesHz: Float64Array): Float64Array | null {
  const { drivers } = device;
  if (drivers.every(({ bandHz }) => bandHz === undefined)) return null;
  const bands = new Float64Array(frequenciesHz.length * drivers.length);
  frequenciesHz.forEach((frequencyHz, bin) => {
    drivers.forEach(({ bandHz }, n) => {
      const [lowHz, highHz] = bandHz ?? [0, Infinity];
      const high = 1 / Math.sqrt(1 + (frequencyHz / highHz) ** ORDER);
      const low = lowHz > 0 ? 1 / Math.sqrt(1 + (lowHz / Math.max(frequencyHz, 1e-3)) ** ORDER) : 1;
      bands[bin * drivers.length + n] = Math.max(FLOOR, low * high);
    });
  });
  return bands;
}

/**
 * How much of a signal each driver of a group takes where the whole group plays it without a design: the square of its
 * band, which between neighbours is a Linkwitz–Riley crossover, so that the sum of the group is even and as it would be
 * without bands; where none of them plays, it fades.
 * @param groups of each driver, any numbers
 * @returns (bins, drivers), 1 on average over a group within its bands; `null` when every driver has the whole band
 */
export function bandShares(
  device: Device,
  groups: readonly number[],
  frequenciesHz: Float64Array,
): Float64Array | null {
  const bands = driverBands(device, frequenciesHz);
  if (!bands) return null;
  const drivers = groups.length;
  return bands.map((band, at) => {
    const first = at - (at % drivers);
    let [members, sum] = [0, 0];
    groups.forEach((group, n) => {
      if (group !== groups[at % drivers]) return;
      members += 1;
      sum += bands[first + n]! ** 2;
    });
    return (members * band ** 2) / Math.max(1, sum);
  });
}

/**
 * Columns scaled by the bands. A driver's share v of a filter w = m·v is what counts as its work, so the transfers of v
 * are those of w times m, and the least-effort solution leaves a driver alone where its m is small.
 * With rows = drivers (`rowsToo`) a base matrix is scaled on both sides.
 */
export function weighDrivers(
  matrices: ComplexMatrices,
  bands: Float64Array | null,
  rowsToo = false,
): ComplexMatrices {
  if (!bands) return matrices;
  const { bins, rows, columns } = matrices;
  const weighed = createMatrices(bins, rows, columns);
  for (let at = 0; at < weighed.re.length; at++) {
    const bin = Math.floor(at / (rows * columns));
    const row = Math.floor(at / columns) % rows;
    const factor = bands[bin * columns + (at % columns)]! * (rowsToo ? bands[bin * columns + row]! : 1);
    weighed.re[at] = matrices.re[at]! * factor;
    weighed.im[at] = matrices.im[at]! * factor;
  }
  return weighed;
}

/** Below the driver that may be used most by more than this, what a filter has is the residue of its truncation: −30 dB. */
const LEAST_SHARE = 0.03;

/**
 * What the drivers work harder than the least for the same pressure at a row of transfers, a power ratio: ‖a∘m‖²‖w/m‖²/|a·w|²,
 * m how far each may be used. It is what the cap of a design is about, found on any filters.
 * @param a (bins, rows, drivers), `w` (bins, drivers, columns)
 */
export function effortOf(
  a: ComplexMatrices,
  row: number,
  w: ComplexMatrices,
  column: number,
  bands: Float64Array | null,
  bin: number,
): number {
  const n = a.columns;
  let most = 0;
  for (let i = 0; i < n; i++) most = Math.max(most, bands ? bands[bin * n + i]! : 1);
  let [reach, work, re, im] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const from = (bin * a.rows + row) * n + i;
    const to = (bin * n + i) * w.columns + column;
    const share = bands ? Math.max(LEAST_SHARE * most, bands[bin * n + i]!) : 1;
    reach += share ** 2 * (a.re[from]! ** 2 + a.im[from]! ** 2);
    work += (w.re[to]! ** 2 + w.im[to]! ** 2) / share ** 2;
    re += a.re[from]! * w.re[to]! - a.im[from]! * w.im[to]!;
    im += a.re[from]! * w.im[to]! + a.im[from]! * w.re[to]!;
  }
  return (reach * work) / (re * re + im * im + SILENCE);
}

/** Keeps the effort of silence finite. */
const SILENCE = 1e-30;

/** From shares v back to filters w = m·v, in place; where no driver plays, the sound fades rather than being forced. */
export function applyBands(filters: ComplexMatrices, bands: Float64Array | null): void {
  if (!bands) return;
  const { bins, rows: n } = filters;
  for (let bin = 0; bin < bins; bin++) {
    let power = 0;
    for (let i = bin * n; i < (bin + 1) * n; i++) power += bands[i]! ** 2;
    const level = Math.min(1, Math.sqrt(power));
    for (let i = bin * n; i < (bin + 1) * n; i++) {
      filters.re[i]! *= bands[i]! * level;
      filters.im[i]! *= bands[i]! * level;
    }
  }
}
