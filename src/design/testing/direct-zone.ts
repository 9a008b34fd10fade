import { earTransfers } from '../../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../../acoustics/types.ts';
import type { DesignDocument } from '../document.ts';
import type { FilterSet } from '../filter-set.ts';
import { ImageAngles, interauralDelay } from '../image-angle.ts';
import { multiply } from '../matrices.ts';
import { spectrumColumns } from '../spectrum.ts';
import { coherenceEdges, IMAGE_HIGHEST_HZ, zoneFrequenciesHz, type ZoneBand } from '../zone-band.ts';

/** What `ZoneField` reads at a place, summed from `earTransfers` in Float64 without any table. */
export interface DirectFigures {
  readonly separationLeftDb: number;
  readonly separationRightDb: number;
  /** L, R, C. */
  readonly azimuthDeg: readonly number[];
  /** Mean over both ears of the mean power, L, R, C. */
  readonly power: readonly number[];
  readonly balanceDb: number;
  /** Of C; NaN without an image. */
  readonly coherence: number;
}

export function directFigures(
  document: DesignDocument,
  drivers: FilterSet,
  cancellation: FilterSet,
  band: ZoneBand,
  positionM: Vec3,
): DirectFigures {
  const frequenciesHz = zoneFrequenciesHz(band);
  const { device, listener, speedOfSoundMps } = document;
  const transfers = earTransfers(device, { ...listener, positionM }, frequenciesHz, speedOfSoundMps);
  const stage = multiply(transfers, spectrumColumns(cancellation, frequenciesHz));
  const played = multiply(transfers, spectrumColumns(drivers, frequenciesHz));
  const imageHz = frequenciesHz.filter((hz) => hz <= IMAGE_HIGHEST_HZ);
  const angles = new ImageAngles(listener, imageHz, speedOfSoundMps);
  const bins = Array.from(frequenciesHz, (_, bin) => bin);
  const mean = (value: (bin: number) => number) =>
    bins.reduce((sum, bin) => sum + value(bin), 0) / bins.length;
  const separation = (column: number, near: number) =>
    mean((bin) => 10 * Math.log10(power(stage, bin, near, column) / power(stage, bin, 1 - near, column)));
  const ear = (which: number, column: number) => mean((bin) => power(played, bin, which, column));
  return {
    separationLeftDb: separation(0, 0),
    separationRightDb: separation(1, 1),
    azimuthDeg: [0, 1, 2].map((column) =>
      angles.azimuthDeg(interauralDelay(crossSpectrum(played, column), imageHz)),
    ),
    power: [0, 1, 2].map((column) => (ear(0, column) + ear(1, column)) / 2),
    coherence: coherenceOf(played, band, frequenciesHz),
    balanceDb: 10 * Math.log10(ear(0, 2) / ear(1, 2)),
  };
}

/** Mean over the bands of the correlation at its highest over the root of both ears' powers. */
function coherenceOf(played: ComplexMatrices, band: ZoneBand, frequenciesHz: Float64Array): number {
  const edges = coherenceEdges(band, frequenciesHz);
  const cross = crossSpectrum(played, 2);
  const bands = Array.from(edges.subarray(1), (end, i) => {
    const from = edges[i]!;
    const hz = frequenciesHz.subarray(from, end);
    const part = { re: cross.re.subarray(from, end), im: cross.im.subarray(from, end) };
    const delay = interauralDelay(part, hz);
    let [peak, left, right] = [0, 0, 0];
    hz.forEach((f, bin) => {
      const angle = 2 * Math.PI * f * delay;
      peak += part.re[bin]! * Math.cos(angle) + part.im[bin]! * Math.sin(angle);
      left += power(played, from + bin, 0, 2);
      right += power(played, from + bin, 1, 2);
    });
    return Math.max(0, peak) / Math.sqrt(left * right);
  });
  return bands.reduce((sum, one) => sum + one, 0) / bands.length;
}

function power({ columns, re, im }: ComplexMatrices, bin: number, ear: number, column: number): number {
  const at = (2 * bin + ear) * columns + column;
  return re[at]! ** 2 + im[at]! ** 2;
}

function crossSpectrum({ bins, columns, re, im }: ComplexMatrices, column: number) {
  const cross = { re: new Float64Array(bins), im: new Float64Array(bins) };
  for (let bin = 0; bin < bins; bin++) {
    const l = 2 * bin * columns + column;
    const r = l + columns;
    cross.re[bin] = re[l]! * re[r]! + im[l]! * im[r]!;
    cross.im[bin] = im[l]! * re[r]! - re[l]! * im[r]!;
  }
  return cross;
}
