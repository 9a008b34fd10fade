import { MeasurementError } from './measurement-error.ts';
import { LARGEST_WAV_BYTES } from './wav-file.ts';
import { phrase } from '../refusal/phrase.ts';

/** A file of a measurement, by its name. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One response of a measurement, under a name that its refusal tells. */
export interface NamedPlane {
  readonly name: string;
  readonly plane: Float32Array;
}

const MOST_TAPS = 65_536;
const RATES_HZ = [40_000, 192_000] as const;
/** All files of a measurement together: more would take the page's memory. */
const MOST_BYTES = 512 * 2 ** 20;

/** Names in the order in which people number them: "driver 2" before "driver 10". */
const byName = new Intl.Collator('en', { numeric: true });

export function sortedByName<Named extends { readonly name: string }>(files: readonly Named[]): Named[] {
  return [...files].sort((one, other) => byName.compare(one.name, other.name));
}

/** To be told before anything is read. @throws MeasurementError for more than fits into memory */
export function refuseTooMuch(files: readonly { readonly size: number }[]): void {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST_BYTES)
    throw new MeasurementError('too-large', phrase('files'), phrase('at-most-bytes', MOST_BYTES), bytes);
}

/** @throws MeasurementError for a rate at which no curve up to 20 kHz can be told */
export function checkRate(sampleRateHz: number): void {
  const [lowest, highest] = RATES_HZ;
  if (sampleRateHz >= lowest && sampleRateHz <= highest) return;
  throw new MeasurementError(
    'unfit',
    phrase('sampling-rate'),
    phrase('hertz-from', lowest, highest),
    phrase('hertz', sampleRateHz),
  );
}

interface NamedRate {
  readonly name: string;
  readonly sampleRateHz: number;
}

/**
 * @param files one at least
 * @throws MeasurementError for one of another rate than the first, or as `checkRate`
 */
export function checkRates(files: readonly NamedRate[]): void {
  const first = files[0]!;
  for (const { name, sampleRateHz } of files) {
    if (sampleRateHz === first.sampleRateHz) continue;
    const rule = phrase('rate-as', first.sampleRateHz, first.name);
    throw new MeasurementError('unfit', name, rule, phrase('hertz', sampleRateHz));
  }
  checkRate(first.sampleRateHz);
}

/**
 * Responses one after the other, all as long as the longest.
 * @throws MeasurementError for one that is silent or too long
 */
export function joinedPlanes(rows: readonly NamedPlane[]): { taps: number; responses: Float32Array } {
  const taps = Math.max(...rows.map(({ plane }) => plane.length));
  if (taps > MOST_TAPS)
    throw new MeasurementError('unfit', phrase('length'), phrase('at-most-samples', MOST_TAPS), taps);
  const bytes = 4 * rows.length * taps;
  if (bytes > LARGEST_WAV_BYTES) {
    // It could not be read again.
    throw new MeasurementError(
      'too-large',
      phrase('all-responses'),
      phrase('at-most-bytes', LARGEST_WAV_BYTES),
      bytes,
    );
  }
  const responses = new Float32Array(rows.length * taps);
  rows.forEach(({ name, plane }, row) => {
    if (plane.every((x) => x === 0))
      throw new MeasurementError('unfit', name, phrase('a-response'), phrase('silence'));
    responses.set(plane, row * taps);
  });
  return { taps, responses };
}

/** Rows of responses as planes of a file. */
export function planesOf(responses: Float32Array, taps: number): Float32Array[] {
  return Array.from({ length: responses.length / taps }, (_, row) =>
    responses.subarray(row * taps, (row + 1) * taps),
  );
}

/**
 * Which of some names belongs to which driver: by its id where each id stands in exactly one of them, else in their order.
 * @returns index into `names` for each driver
 */
export function matchDrivers(names: readonly string[], driverIds: readonly string[]): number[] {
  const byId = driverIds.map((id) => {
    const found = names.flatMap((name, at) => (holdsWord(name, id) ? [at] : []));
    return found.length === 1 ? found[0]! : -1;
  });
  const isWhole = !byId.includes(-1) && new Set(byId).size === driverIds.length;
  return isWhole ? byId : driverIds.map((_, driver) => driver);
}

/** Whether an id stands in a name as a word of its own: "d1" does not stand in "d10". */
function holdsWord(name: string, id: string): boolean {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^a-z0-9])${escaped}([^a-z0-9]|$)`, 'i').test(name);
}
