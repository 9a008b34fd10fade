import { fadedBelow, impulseResponse } from './impulse-response.ts';
import { textOf } from './latin-1.ts';
import { MeasurementError } from './measurement-error.ts';
import type { NamedFile } from './named-files.ts';
import { phrase } from '../refusal/phrase.ts';

/** What a response becomes that is told as a table. */
const RATE_HZ = 48_000;
const TAPS = 4096;
/** Samples before the response: a table's phase may begin before 0. */
const LEAD = 512;
const LEAST_ROWS = 8;
const LARGEST_BYTES = 16 * 2 ** 20;
/** From here a table may end: what is above is faded out. */
const LEAST_HIGHEST_HZ = 10_000;

interface Point {
  readonly hz: number;
  readonly decibels: number;
  /** Unwrapped. */
  readonly radians: number;
}

/**
 * Reads a response as a table of frequency in Hz, magnitude in dB and phase in degrees, a row for each frequency, between commas, semicolons,
 * tabs or spaces; other rows are passed over. Between rows magnitude and unwrapped phase lie on straight lines over frequency; below the
 * first row its magnitude goes on, above the last nothing.
 * @throws MeasurementError naming file and line
 */
export function readResponseTable({ name, bytes }: NamedFile): { sampleRateHz: number; plane: Float32Array } {
  if (bytes.length > LARGEST_BYTES) {
    throw new MeasurementError('too-large', name, phrase('at-most-bytes', LARGEST_BYTES), bytes.length);
  }
  const points = pointsOf(name, textOf(bytes));
  let row = 0;
  const plane = impulseResponse(TAPS, LEAD, (bin) => {
    const hz = (bin * RATE_HZ) / TAPS;
    while (row < points.length - 2 && points[row + 1]!.hz < hz) row++;
    return between(points[row]!, points[row + 1]!, hz, points.at(-1)!.hz);
  });
  return { sampleRateHz: RATE_HZ, plane };
}

function between(low: Point, high: Point, hz: number, lastHz: number): { size: number; radians: number } {
  const share = (hz - low.hz) / (high.hz - low.hz);
  // The phase of a delay goes on to 0 at frequency 0.
  const radians =
    hz < low.hz ? (low.radians * hz) / low.hz : low.radians + share * (high.radians - low.radians);
  const decibels = low.decibels + Math.max(0, Math.min(1, share)) * (high.decibels - low.decibels);
  return { size: fadedBelow(lastHz, hz) * 10 ** (decibels / 20), radians };
}

function pointsOf(name: string, text: string): Point[] {
  const points: Point[] = [];
  let before = 0;
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    const cells = line.trim().split(/\s*[,;\t]\s*|\s+/);
    const [hz, decibels, degrees] = cells.map(Number);
    // Headings and comments.
    if (line.trim() === '' || Number.isNaN(hz!)) return;
    const where = phrase('in-line', name, at + 1);
    if (!isRow(hz, decibels, degrees)) {
      throw new MeasurementError('unfit', where, phrase('table-row'), line.trim());
    }
    const last = points.at(-1);
    if (last && hz! <= last.hz)
      throw new MeasurementError('unfit', where, phrase('more-than-hertz', last.hz), phrase('hertz', hz!));
    const angle = (degrees! * Math.PI) / 180;
    before = angle + 2 * Math.PI * Math.round((before - angle) / (2 * Math.PI));
    points.push({ hz: hz!, decibels: decibels!, radians: before });
  });
  if (points.length < LEAST_ROWS) {
    throw new MeasurementError('unfit', name, phrase('rows-at-least', LEAST_ROWS), points.length);
  }
  const { hz } = points.at(-1)!;
  if (hz < LEAST_HIGHEST_HZ) {
    throw new MeasurementError('unfit', name, phrase('rows-up-to', LEAST_HIGHEST_HZ), phrase('up-to', hz));
  }
  return points;
}

function isRow(hz: number | undefined, decibels: number | undefined, degrees: number | undefined): boolean {
  return [hz, decibels, degrees].every((value) => value !== undefined && Number.isFinite(value)) && hz! > 0;
}
