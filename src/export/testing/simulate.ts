import { expect } from 'vitest';
import { headroomDb } from '../headroom.ts';
import { mixedSet } from '../input-mix.ts';
import type { InputMix } from '../input-mix.ts';
import type { ExportSource } from '../export-file.ts';

/** A signal path as a program would run it: as many signals out as there are outputs, each as long as is needed. */
export type System = (inputs: readonly Float64Array[]) => Float64Array[];

export function convolve(signal: Float64Array, taps: Float64Array): Float64Array {
  const out = new Float64Array(signal.length + taps.length - 1);
  signal.forEach((value, n) => {
    if (value !== 0) taps.forEach((tap, t) => (out[n + t]! += value * tap));
  });
  return out;
}

/** Σ gain · signal. */
export function mix(
  terms: readonly { readonly gain: number; readonly signal: Float64Array }[],
): Float64Array {
  const out = new Float64Array(Math.max(1, ...terms.map(({ signal }) => signal.length)));
  for (const { gain, signal } of terms) signal.forEach((value, n) => (out[n]! += gain * value));
  return out;
}

/** Taps and gains are exact Float32 and Float64 numbers; what is left is Float64's rounding of a few additions. */
const ROUNDING = 1e-12;

/** Sends an impulse into each channel and expects the filters, mixed and attenuated as the bundle says, at every driver. */
export function expectFilters(system: System, source: ExportSource, input: InputMix): void {
  const { drivers } = source;
  const gain = 10 ** (-headroomDb(mixedSet(drivers, input)) / 20);
  input.channels.forEach((_, channel) => {
    const heard = system(input.channels.map((_name, other) => Float64Array.of(other === channel ? 1 : 0)));
    expect(heard).toHaveLength(drivers.outputs);
    heard.forEach((signal, output) => {
      let worst = 0;
      for (let t = 0; t < drivers.taps; t++) {
        const wanted = input.gains.reduce(
          (sum, row, i) =>
            sum + row[channel]! * drivers.firs[(i * drivers.outputs + output) * drivers.taps + t]!,
          0,
        );
        worst = Math.max(worst, Math.abs((signal[t] ?? 0) - gain * wanted));
      }
      expect(worst).toBeLessThan(ROUNDING);
    });
  });
}
