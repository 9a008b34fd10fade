import {
  keepMeasuredDrivers,
  type AzimuthTable,
  type MeasuredDrivers,
} from '../acoustics/measured-drivers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import type { FilterSet } from './filter-set.ts';
import { createMatrices } from './matrices.ts';
import { largest } from './largest.ts';
import { MEASURED_BAND, windowedResponses } from './measured-window.ts';
import { spectrumColumns } from './spectrum.ts';

/** Impulse responses of every driver towards directions in the horizontal plane, all measured with one clock. */
export interface DriverResponses {
  readonly drivers: number;
  readonly sampleRateHz: number;
  readonly taps: number;
  /** Of the microphone from the device's centre. */
  readonly distanceM: number;
  /** (azimuths,) ascending, above −180 and up to 180. */
  readonly azimuthsDeg: readonly number[];
  /** (drivers, azimuths, taps) */
  readonly responses: Float32Array;
}

/** No response is looked at for longer: what comes later was the room. */
const KEPT_SECONDS = 0.02;
/** Where neighbours are brought into time: there they are alike, and a turn of phase is longer than they are apart. */
const ALIGNING_HZ = Float64Array.from({ length: 25 }, (_, i) => 400 + 200 * i);
const STEPS_SECONDS = [1e-5, 2e-7] as const;
/** Before or after the first arrival of all: sound through the device's width. */
const FARTHEST_OFF_SECONDS = 0.004;
/** Sound needs no longer around a device from one measured azimuth to the next than from its edge to the other. */
const LONGEST_TURN_SECONDS = 2.5e-4;
/** Power that is nothing beside that of a monopole. */
const NOTHING = 1e-12;

/**
 * Measured drivers from their responses. Pressure p(φ) on the measuring circle, taken times d·e^{jkd}, d from the driver to the
 * microphone, is what the driver is beside a monopole in its place: D(φ) = S(φ)·e^{−jωt(φ)}, t found from azimuth to azimuth by
 * cross-correlation. On the circle the measurement is given back; elsewhere D is that of the same azimuth from the device's centre.
 * All D share one gain for each frequency, for which their mean power over drivers and azimuths is that of monopoles, and one
 * delay: what loudspeakers, amplifier and microphone do to all alike is neither equalised nor seen.
 * Weakness: near by, or at another distance than was measured at, the azimuth from the centre stands for that from the driver.
 */
export function measuredDrivers(measured: DriverResponses): MeasuredDrivers {
  const set = asFilters(measured);
  let last: { readonly key: string; readonly frequenciesHz: Float64Array; readonly table: AzimuthTable }[] =
    [];
  return {
    drivers: measured.drivers,
    around(positionsM, frequenciesHz, speedOfSoundMps) {
      const key = JSON.stringify([positionsM, speedOfSoundMps]);
      const found = last.find((one) => one.key === key && isSame(one.frequenciesHz, frequenciesHz));
      if (found) return found.table;
      const table = makeTable({ measured, set, positionsM, speedOfSoundMps }, frequenciesHz);
      last = [{ key, frequenciesHz: frequenciesHz.slice(), table }, ...last].slice(0, MOST_KEPT);
      return table;
    },
  };
}

/** Makes measured drivers known to this thread, by the hash of their file. */
export function keepDriverResponses(sha256: string, measured: DriverResponses): void {
  keepMeasuredDrivers(sha256, measuredDrivers(measured));
}

/** Grids of filters, metrics, maps and zones, and one to spare. */
const MOST_KEPT = 5;

function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((hz, bin) => hz === other[bin]);
}

/** Drivers as inputs, azimuths as outputs, from the first arrival on. */
function asFilters({ drivers, azimuthsDeg, taps, sampleRateHz, responses }: DriverResponses): FilterSet {
  return windowedResponses(
    { inputs: drivers, outputs: azimuthsDeg.length, taps, sampleRateHz, responses },
    KEPT_SECONDS,
  );
}

interface Around {
  readonly measured: DriverResponses;
  readonly set: FilterSet;
  readonly positionsM: readonly Vec3[];
  readonly speedOfSoundMps: number;
}

function makeTable(around: Around, frequenciesHz: Float64Array): AzimuthTable {
  const { measured, set } = around;
  const drivers = measured.drivers;
  const measuredHz = frequenciesHz.filter((hz) => hz <= (MEASURED_BAND * set.sampleRateHz) / 2);
  const late = delays(around);
  const spectra = besideMonopoles(around, spectrumColumns(set, measuredHz), measuredHz);
  const azimuthsDeg = wrapped(measured.azimuthsDeg);
  const [count, bins] = [azimuthsDeg.length, frequenciesHz.length];
  const table = {
    azimuthsDeg,
    drivers,
    bins,
    re: new Float64Array(drivers * count * bins).fill(1),
    im: new Float64Array(drivers * count * bins),
    lateSeconds: new Float64Array(drivers * count),
  };
  const common = earliest(late);
  measuredHz.forEach((hz, bin) => {
    const gain = evenGain(spectra, bin, measured.azimuthsDeg);
    for (let driver = 0; driver < drivers; driver++) {
      for (let at = 0; at < count; at++) {
        // The first is the last of those that were measured, and the last the first.
        const azimuth = (at - 1 + measured.azimuthsDeg.length) % measured.azimuthsDeg.length;
        const from = (bin * spectra.rows + azimuth) * drivers + driver;
        const turn = 2 * Math.PI * hz * late[driver * spectra.rows + azimuth]!;
        const [x, y] = [gain * Math.cos(turn), gain * Math.sin(turn)];
        const to = (driver * count + at) * bins + bin;
        table.re[to] = spectra.re[from]! * x - spectra.im[from]! * y;
        table.im[to] = spectra.re[from]! * y + spectra.im[from]! * x;
      }
    }
  });
  for (let driver = 0; driver < drivers; driver++) {
    for (let at = 0; at < count; at++) {
      const azimuth = (at - 1 + measured.azimuthsDeg.length) % measured.azimuthsDeg.length;
      table.lateSeconds[driver * count + at] = late[driver * measured.azimuthsDeg.length + azimuth]! - common;
    }
  }
  return table;
}

/** What comes first beside a monopole's sound is taken to come with it. */
function earliest(late: Float64Array): number {
  return late.reduce((least, seconds) => Math.min(least, seconds), Infinity);
}

/** With the neighbours beyond ±180°. */
function wrapped(azimuthsDeg: readonly number[]): Float64Array {
  return Float64Array.of(azimuthsDeg.at(-1)! - 360, ...azimuthsDeg, azimuthsDeg[0]! + 360);
}

/** The gain that makes the mean power that of monopoles; every azimuth counts for what lies around it. */
function evenGain(
  { rows, columns, re, im }: ComplexMatrices,
  bin: number,
  azimuthsDeg: readonly number[],
): number {
  const around = wrapped(azimuthsDeg);
  let [sum, weights] = [0, 0];
  for (let azimuth = 0; azimuth < rows; azimuth++) {
    const weight = (around[azimuth + 2]! - around[azimuth]!) / 2;
    for (let at = (bin * rows + azimuth) * columns; at < (bin * rows + azimuth + 1) * columns; at++) {
      sum += weight * (re[at]! ** 2 + im[at]! ** 2);
      weights += weight;
    }
  }
  return sum > NOTHING * weights ? Math.sqrt(weights / sum) : 1;
}

/** Pressure on the circle as beside a monopole in each driver's place: (frequencies, azimuths, drivers). */
function besideMonopoles(
  { measured, positionsM, speedOfSoundMps }: Around,
  pressure: ComplexMatrices,
  frequenciesHz: Float64Array,
): ComplexMatrices {
  const { bins, rows, columns } = pressure;
  const made = createMatrices(bins, rows, columns);
  for (let azimuth = 0; azimuth < rows; azimuth++) {
    const angle = (measured.azimuthsDeg[azimuth]! * Math.PI) / 180;
    const [x, y] = [measured.distanceM * Math.cos(angle), measured.distanceM * Math.sin(angle)];
    for (let driver = 0; driver < columns; driver++) {
      const [front, left, up] = positionsM[driver]!;
      const pathM = Math.hypot(x - front, y - left, up);
      // The circle's own time is left out: the responses begin with their first arrival.
      const seconds = (pathM - measured.distanceM) / speedOfSoundMps;
      frequenciesHz.forEach((hz, bin) => {
        const at = (bin * rows + azimuth) * columns + driver;
        const turn = 2 * Math.PI * hz * seconds;
        const [cosine, sine] = [pathM * Math.cos(turn), pathM * Math.sin(turn)];
        made.re[at] = pressure.re[at]! * cosine - pressure.im[at]! * sine;
        made.im[at] = pressure.re[at]! * sine + pressure.im[at]! * cosine;
      });
    }
  }
  return made;
}

/** Delay of every driver towards every azimuth, (drivers, azimuths) seconds: each found beside its neighbour's. */
function delays(around: Around): Float64Array {
  const { set } = around;
  const spectra = besideMonopoles(around, spectrumColumns(set, ALIGNING_HZ), ALIGNING_HZ);
  const { rows, columns } = spectra;
  const late = new Float64Array(columns * rows);
  const [coarse, fine] = STEPS_SECONDS;
  for (let driver = 0; driver < columns; driver++) {
    const at = (bin: number, azimuth: number) => (bin * rows + azimuth) * columns + driver;
    const found = (azimuth: number, other: number | null): number => {
      const value = (seconds: number): number =>
        ALIGNING_HZ.reduce((sum, hz, bin) => {
          const [a, b] = [at(bin, azimuth), other === null ? -1 : at(bin, other)];
          const [x, y] = b < 0 ? [1, 0] : [spectra.re[b]!, spectra.im[b]!];
          const re = spectra.re[a]! * x + spectra.im[a]! * y;
          const im = spectra.im[a]! * x - spectra.re[a]! * y;
          const turn = 2 * Math.PI * hz * seconds;
          return sum + re * Math.cos(turn) - im * Math.sin(turn);
        }, 0);
      const reach = other === null ? FARTHEST_OFF_SECONDS : LONGEST_TURN_SECONDS;
      return largest(value, largest(value, 0, reach, coarse), coarse, fine);
    };
    const loudest = loudestAzimuth(spectra, driver);
    late[driver * rows + loudest] = found(loudest, null);
    // Both ways from where it is loudest to its shadow, where they meet.
    for (const way of [1, -1]) {
      for (let step = 1; step <= rows / 2; step++) {
        const azimuth = (loudest + way * step + rows) % rows;
        const before = (loudest + way * (step - 1) + rows) % rows;
        late[driver * rows + azimuth] = late[driver * rows + before]! + found(azimuth, before);
      }
    }
  }
  return late;
}

function loudestAzimuth({ bins, rows, columns, re, im }: ComplexMatrices, driver: number): number {
  const powers = Array.from({ length: rows }, (_, azimuth) => {
    let sum = 0;
    for (let bin = 0; bin < bins; bin++) {
      const at = (bin * rows + azimuth) * columns + driver;
      sum += re[at]! ** 2 + im[at]! ** 2;
    }
    return sum;
  });
  return powers.indexOf(Math.max(...powers));
}
