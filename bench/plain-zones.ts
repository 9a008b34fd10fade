import { MIXED, MIXED_COLUMNS, type ZoneMix, type ZoneMixer } from '../src/design/zone-field.ts';
import { LAGS } from '../src/design/image-angle.ts';
import { DRIVER_LOOKUP, EAR_LOOKUP } from '../src/acoustics/ear-paths.ts';
import type { ResponseTable } from '../src/acoustics/surface-table.ts';

const SILENCE = 1e-30;
const PLAYED = 2;

/** The listening-zone kernel in plain JavaScript: the same tables and sums in Float64, one number at a time. */
export class PlainZones implements ZoneMixer {
  lookups: Float32Array = new Float32Array();
  results: Float32Array = new Float32Array();
  #mix!: ZoneMix;
  /** (columns, ears, bins, re/im) */
  #pressures = new Float64Array();
  #transfer = new Float64Array();
  #own = new Float64Array();

  load(mix: ZoneMix, places: number): void {
    const { bins, rows } = mix.filters;
    this.#mix = mix;
    this.lookups = new Float32Array(places * rows * DRIVER_LOOKUP);
    this.results = new Float32Array(places * MIXED.count);
    this.#pressures = new Float64Array(MIXED_COLUMNS * 4 * bins);
    this.#transfer = new Float64Array(2 * bins);
    this.#own = new Float64Array(2 * bins);
  }

  run(places: number): void {
    for (let place = 0; place < places; place++) {
      this.#fillPressures(place);
      const to = place * MIXED.count;
      this.results[to] = this.#meanLogRatio(0, 0);
      this.results[to + 1] = this.#meanLogRatio(1, 1);
      for (let column = 0; column < 3; column++) {
        for (let ear = 0; ear < 2; ear++) {
          this.results[to + MIXED.powers + 2 * column + ear] = this.#meanPower(PLAYED + column, ear);
        }
        const { lag, coherence } = this.#image(PLAYED + column);
        this.results[to + MIXED.lags + column] = lag;
        this.results[to + MIXED.coherence] = coherence;
      }
    }
  }

  #fillPressures(place: number): void {
    const { head, drivers: own, filters, turnsPerM } = this.#mix;
    const { bins, rows: drivers, re, im } = filters;
    this.#pressures.fill(0);
    for (let driver = 0; driver < drivers; driver++) {
      const at = (place * drivers + driver) * DRIVER_LOOKUP;
      const ownAt = at + 2 * EAR_LOOKUP;
      const isOwn = own !== null && this.lookups[ownAt]! >= 0;
      if (isOwn) this.#interpolate(own, ownAt, this.#own);
      for (let ear = 0; ear < 2; ear++) {
        const earAt = at + ear * EAR_LOOKUP;
        this.#interpolate(head, earAt, this.#transfer);
        const amplitude = this.lookups[earAt + EAR_LOOKUP - 2]!;
        const pathM = this.lookups[earAt + EAR_LOOKUP - 1]!;
        for (let bin = 0; bin < bins; bin++) {
          let x = this.#transfer[2 * bin]!;
          let y = this.#transfer[2 * bin + 1]!;
          if (isOwn) {
            const a = this.#own[2 * bin]!;
            const b = this.#own[2 * bin + 1]!;
            const turned = x * b + y * a;
            x = x * a - y * b;
            y = turned;
          }
          const turn = 2 * Math.PI * turnsPerM[bin]! * pathM;
          const cosine = amplitude * Math.cos(turn);
          const sine = amplitude * Math.sin(turn);
          const hRe = x * cosine + y * sine;
          const hIm = y * cosine - x * sine;
          for (let column = 0; column < MIXED_COLUMNS; column++) {
            const w = (bin * drivers + driver) * MIXED_COLUMNS + column;
            const to = ((column * 2 + ear) * bins + bin) * 2;
            this.#pressures[to]! += hRe * re[w]! - hIm * im[w]!;
            this.#pressures[to + 1]! += hRe * im[w]! + hIm * re[w]!;
          }
        }
      }
    }
  }

  #interpolate({ values, angles, bins }: ResponseTable, lookup: number, to: Float64Array): void {
    const row = 2 * bins;
    const first = this.lookups[lookup]! * row;
    to.fill(0);
    for (let k = 0; k < 9; k++) {
      const weight = this.lookups[lookup + 1 + k]!;
      const from = first + (Math.floor(k / 3) * angles + (k % 3)) * row;
      for (let i = 0; i < row; i++) to[i]! += weight * values[from + i]!;
    }
  }

  #power(column: number, ear: number, bin: number): number {
    const at = ((column * 2 + ear) * this.#mix.filters.bins + bin) * 2;
    return this.#pressures[at]! ** 2 + this.#pressures[at + 1]! ** 2;
  }

  #meanLogRatio(column: number, near: number): number {
    const { bins } = this.#mix.filters;
    let sum = 0;
    for (let bin = 0; bin < bins; bin++) {
      const ratio =
        (this.#power(column, near, bin) + SILENCE) / (this.#power(column, 1 - near, bin) + SILENCE);
      sum += Math.log2(ratio);
    }
    return sum / bins;
  }

  #meanPower(column: number, ear: number): number {
    const { bins } = this.#mix.filters;
    let sum = 0;
    for (let bin = 0; bin < bins; bin++) sum += this.#power(column, ear, bin);
    return sum / bins;
  }

  #image(column: number): { lag: number; coherence: number } {
    const { edges } = this.#mix;
    const all = new Float64Array(2 * LAGS - 1);
    let coherence = 0;
    for (let band = 1; band < edges.length; band++) {
      const [from, end] = [edges[band - 1]!, edges[band]!];
      const lags = this.#correlate(column, from, end);
      lags.forEach((value, i) => (all[i]! += value));
      let [left, right] = [SILENCE, SILENCE];
      for (let bin = from; bin < end; bin++) {
        left += this.#power(column, 0, bin);
        right += this.#power(column, 1, bin);
      }
      coherence += Math.max(0, peakOf(lags).value) / Math.sqrt(left * right) / (edges.length - 1);
    }
    return { lag: peakOf(all).lag, coherence };
  }

  /** Correlations of the ears, the longest lag with the right ear first at 0. */
  #correlate(column: number, from: number, end: number): Float64Array {
    const { filters, waves } = this.#mix;
    const { bins } = filters;
    const lags = new Float64Array(2 * LAGS - 1);
    for (let bin = from; bin < end; bin++) {
      const left = (column * 2 * bins + bin) * 2;
      const right = left + 2 * bins;
      const a = this.#pressures[left]!;
      const b = this.#pressures[left + 1]!;
      const c = this.#pressures[right]!;
      const d = this.#pressures[right + 1]!;
      const re = a * c + b * d;
      const im = b * c - a * d;
      for (let lag = 1 - LAGS; lag < LAGS; lag++) {
        const wave = bin * 2 * LAGS + Math.abs(lag);
        lags[lag + LAGS - 1]! += re * waves[wave]! + Math.sign(lag) * im * waves[wave + LAGS]!;
      }
    }
    return lags;
  }
}

/** The highest lag, by Newton's method on the quartic through it and two neighbours to each side. */
function peakOf(lags: Float64Array): { lag: number; value: number } {
  let best = LAGS - 1;
  lags.forEach((value, i) => {
    if (value > lags[best]!) best = i;
  });
  const lag = best - LAGS + 1;
  if (Math.abs(lag) >= LAGS - 2) return { lag, value: lags[best]! };
  const [bb, b, h, a, aa] = [-2, -1, 0, 1, 2].map((step) => lags[best + step]! - lags[best]!) as [
    number, number, number, number, number,
  ]; // prettier-ignore
  const c1 = (8 * (a - b) - (aa - bb)) / 12;
  const c2 = (16 * (a + b) - (aa + bb)) / 24;
  const c3 = (aa - bb - 2 * (a - b)) / 12;
  const c4 = (aa + bb - 4 * (a + b)) / 24;
  let x = h;
  for (let step = 0; step < 4; step++) {
    const bend = 2 * c2 + x * (6 * c3 + 12 * x * c4);
    if (bend >= 0) return { lag, value: lags[best]! };
    x = Math.max(-1, Math.min(1, x - (c1 + x * (2 * c2 + x * (3 * c3 + 4 * x * c4))) / bend));
  }
  return { lag: lag + x, value: lags[best]! + x * (c1 + x * (c2 + x * (c3 + x * c4))) };
}
