import type { DriverResponses } from '../design/driver-responses.ts';
import { wavFile } from '../export/wav-file.ts';
import { MeasurementError } from './measurement-error.ts';
import {
  checkRate,
  checkRates,
  joinedPlanes,
  matchDrivers,
  planesOf,
  sortedByName,
  type NamedFile,
  type NamedPlane,
} from './named-files.ts';
import { readResponseTable } from './response-table.ts';
import { readWav, withNote } from './wav-file.ts';
import { phrase } from '../refusal/phrase.ts';

/** Files of one driver, an azimuth each. */
export interface DriverGroup {
  /** What stands before the azimuth in the names of its files. */
  readonly name: string;
  /** In the order of the azimuths. */
  readonly planes: readonly NamedPlane[];
}

/** What files of a measurement of drivers hold, and which driver is most likely meant by which. */
export interface DriverGroups {
  readonly sampleRateHz: number;
  readonly azimuthsDeg: readonly number[];
  readonly groups: readonly DriverGroup[];
  /** Index into `groups` for each driver of the device. */
  readonly proposed: readonly number[];
  /** What the file itself says of the microphone's distance; one of ours alone does. */
  readonly distanceM: number | null;
}

/** "left_az+030.wav": the driver, then the azimuth, positive to the audience's left. */
const NAME = /^(.*?)[ _.-]*az[ _]?([+-]?\d+(?:\.\d+)?)(?:deg|°)?\.[a-z]+$/i;
/** Between measured azimuths a straight line stands for the curve: this far it may. */
const WIDEST_GAP_DEG = 30;
/** A WAV header counts the bytes of a frame with 16 bits. */
const MOST_CHANNELS = 16_383;
const NEAREST_M = 0.1;
const FARTHEST_M = 100;

/** One response of one driver towards one azimuth. */
export interface DriverResponse extends NamedPlane {
  readonly driver: string;
  /** Above −180 and up to 180. */
  readonly azimuthDeg: number;
  readonly sampleRateHz: number;
}

/**
 * Reads drivers that were measured over azimuth: a mono WAV file, or a table of frequency, magnitude and phase (CSV, FRD), for each driver
 * and azimuth, with both in its name; or one file that was saved from here. Every driver has the same azimuths, all around.
 * @throws MeasurementError naming file, rule and what was found
 */
export function readDriverGroups(files: readonly NamedFile[], driverIds: readonly string[]): DriverGroups {
  const [only] = files;
  if (!only) throw new MeasurementError('unfit', phrase('files'), phrase('one-for-each'), phrase('none'));
  if (files.length === 1 && !NAME.test(only.name)) {
    const own = readDriverResponses(only);
    const groups = Array.from({ length: own.drivers }, (_, driver) => ({
      name: `${only.name}, driver ${driver + 1}`,
      planes: own.azimuthsDeg.map((_azimuth, at) => {
        const from = (driver * own.azimuthsDeg.length + at) * own.taps;
        return { name: only.name, plane: own.responses.subarray(from, from + own.taps) };
      }),
    }));
    return { ...own, groups, proposed: proposedFor(groups, driverIds) };
  }
  return groupsOf(sortedByName(files).map(readNamed), driverIds, null);
}

/**
 * Responses by driver and azimuth.
 * @param read at least one
 * @throws MeasurementError for rates that differ, azimuths that a driver lacks or has twice, and other drivers than the device has
 */
export function groupsOf(
  read: readonly DriverResponse[],
  driverIds: readonly string[],
  distanceM: number | null,
): DriverGroups {
  const first = read[0]!;
  checkRates(read);
  const names = [...new Set(read.map(({ driver }) => driver))];
  const azimuthsDeg = azimuthsOf(read, first.driver);
  const groups = names.map((name) => ({ name, planes: planesAt(read, name, azimuthsDeg) }));
  return {
    sampleRateHz: first.sampleRateHz,
    azimuthsDeg,
    groups,
    proposed: proposedFor(groups, driverIds),
    distanceM,
  };
}

function proposedFor(groups: readonly DriverGroup[], driverIds: readonly string[]): number[] {
  if (groups.length !== driverIds.length) {
    const names = groups.map(({ name }) => `"${name}"`).join(', ');
    const rule = phrase('groups-for', driverIds.length);
    throw new MeasurementError('unfit', phrase('files'), rule, phrase('those-of', groups.length, names));
  }
  return matchDrivers(
    groups.map(({ name }) => name),
    driverIds,
  );
}

function readNamed(file: NamedFile): DriverResponse {
  const [, driver = '', azimuth] = NAME.exec(file.name) ?? [];
  if (azimuth === undefined) {
    const rule = phrase('name-has-azimuth');
    throw new MeasurementError('unfit', file.name, rule, phrase('none'));
  }
  const degrees = Number(azimuth);
  if (Math.abs(degrees) > 360) throw new MeasurementError('unfit', file.name, phrase('azimuth-to'), azimuth);
  const common = { name: file.name, driver, azimuthDeg: wrappedDeg(degrees) };
  if (/\.wav$/i.test(file.name)) {
    const { planes, sampleRateHz } = readWav(file.bytes, file.name);
    if (planes.length !== 1)
      throw new MeasurementError('unfit', file.name, phrase('one-channel'), planes.length);
    return { ...common, plane: planes[0]!, sampleRateHz };
  }
  return { ...common, ...readResponseTable(file) };
}

/** The same azimuth above −180° and up to 180°. */
export function wrappedDeg(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}

/** Those of the first driver, which must go all around. */
function azimuthsOf(read: readonly DriverResponse[], driver: string): number[] {
  const azimuths = read.filter((one) => one.driver === driver).map(({ azimuthDeg }) => azimuthDeg);
  return checkAzimuths([...new Set(azimuths)].sort((a, b) => a - b));
}

function checkAzimuths(azimuthsDeg: number[]): number[] {
  azimuthsDeg.forEach((azimuth, at) => {
    const next = azimuthsDeg[at + 1] ?? azimuthsDeg[0]! + 360;
    if (next - azimuth <= WIDEST_GAP_DEG) return;
    const rule = phrase('azimuth-every', WIDEST_GAP_DEG);
    throw new MeasurementError(
      'unfit',
      phrase('azimuths'),
      rule,
      phrase('none-between', azimuth, next > 180 ? next - 360 : next),
    );
  });
  return azimuthsDeg;
}

function planesAt(
  read: readonly DriverResponse[],
  driver: string,
  azimuthsDeg: readonly number[],
): NamedPlane[] {
  const own = read.filter((one) => one.driver === driver);
  const strange = own.find(({ azimuthDeg }) => !azimuthsDeg.includes(azimuthDeg));
  if (strange) {
    const rule = phrase('azimuths-of', read[0]!.driver);
    throw new MeasurementError('unfit', strange.name, rule, phrase('degrees', strange.azimuthDeg));
  }
  return azimuthsDeg.map((azimuth) => {
    const found = own.filter(({ azimuthDeg }) => azimuthDeg === azimuth);
    if (found.length === 1) return found[0]!;
    const rule = phrase('one-response-at', azimuth);
    throw new MeasurementError(
      'unfit',
      phrase('of-driver', driver),
      rule,
      found.length === 0 ? phrase('none') : found.length,
    );
  });
}

/** @throws MeasurementError for a group that is used twice, a distance that cannot be, or responses that are silent or too long */
export function assembleDrivers(
  { groups, azimuthsDeg, sampleRateHz }: Pick<DriverGroups, 'groups' | 'azimuthsDeg' | 'sampleRateHz'>,
  mapping: readonly number[],
  distanceM: number,
): DriverResponses {
  const twice = mapping.find((group, at) => mapping.indexOf(group) !== at);
  if (twice !== undefined) {
    throw new MeasurementError(
      'unfit',
      groups[twice]?.name ?? phrase('group'),
      phrase('one-driver'),
      phrase('two'),
    );
  }
  checkDistance(distanceM);
  const rows = mapping.flatMap((group) => groups[group]!.planes);
  if (rows.length > MOST_CHANNELS) {
    throw new MeasurementError(
      'too-large',
      phrase('responses'),
      phrase('at-most', MOST_CHANNELS),
      rows.length,
    );
  }
  return { drivers: mapping.length, sampleRateHz, distanceM, azimuthsDeg, ...joinedPlanes(rows) };
}

function checkDistance(distanceM: number): void {
  if (distanceM >= NEAREST_M && distanceM <= FARTHEST_M) return;
  throw new MeasurementError(
    'unfit',
    phrase('distance'),
    phrase('metres-from', NEAREST_M, FARTHEST_M),
    phrase('metres', distanceM),
  );
}

/** The responses as one file: 32-bit floats, the azimuths of each driver in turn; which they are, and the distance, in a note. */
export function driverResponsesFile({
  sampleRateHz,
  distanceM,
  azimuthsDeg,
  responses,
  taps,
}: DriverResponses): Uint8Array<ArrayBuffer> {
  return withNote(
    wavFile(planesOf(responses, taps), sampleRateHz),
    JSON.stringify({ distanceM, azimuthsDeg }),
  );
}

/** Reads `driverResponsesFile`. @throws MeasurementError */
export function readDriverResponses({ name, bytes }: NamedFile): DriverResponses {
  const { planes, sampleRateHz, note } = readWav(bytes, name);
  const { distanceM, azimuthsDeg } = noteOf(name, note);
  checkRate(sampleRateHz);
  checkDistance(distanceM);
  checkAzimuths([...azimuthsDeg]);
  const drivers = planes.length / azimuthsDeg.length;
  if (!Number.isInteger(drivers)) {
    const rule = phrase('channel-for-azimuths', azimuthsDeg.length);
    throw new MeasurementError('unfit', name, rule, planes.length);
  }
  const rows = planes.map((plane, channel) => ({ name: `${name}, channel ${channel + 1}`, plane }));
  return { drivers, sampleRateHz, distanceM, azimuthsDeg, ...joinedPlanes(rows) };
}

function noteOf(name: string, note: string | null): Pick<DriverResponses, 'distanceM' | 'azimuthsDeg'> {
  let read: unknown = null;
  try {
    read = JSON.parse(note ?? 'null');
  } catch {
    // Of another program's chunk of the same name.
  }
  const { distanceM, azimuthsDeg } = (read ?? {}) as Readonly<Record<string, unknown>>;
  const isOurs =
    typeof distanceM === 'number' &&
    Array.isArray(azimuthsDeg) &&
    azimuthsDeg.length > 0 &&
    azimuthsDeg.every((azimuth) => typeof azimuth === 'number' && Math.abs(azimuth) <= 180);
  if (!isOurs) throw new MeasurementError('unfit', name, phrase('name-or-ours'), phrase('neither'));
  return { distanceM, azimuthsDeg: azimuthsDeg as number[] };
}
