import type { EarResponses } from '../design/plant.ts';
import { wavFile } from '../export/wav-file.ts';
import { MeasurementError } from './measurement-error.ts';
import {
  checkRates,
  joinedPlanes,
  matchDrivers,
  planesOf,
  sortedByName,
  type NamedFile,
  type NamedPlane,
} from './named-files.ts';
import { readWav } from './wav-file.ts';
import { phrase, type Phrase } from '../refusal/phrase.ts';

/** Which channels are the left and right ear of each driver, as indices into `EarChannels.channels`. */
export type EarMapping = readonly (readonly [left: number, right: number])[];

/** What files of a measurement at the ears hold, and what is most likely meant by it. */
export interface EarChannels {
  readonly sampleRateHz: number;
  readonly channels: readonly NamedPlane[];
  readonly proposed: EarMapping;
}

/**
 * Reads what was measured at the ears: a stereo file (left ear, right ear) for each driver, two mono files for each, or one file for
 * all, two channels for each driver in turn. Files belong to the drivers whose ids stand in their names, else in the order of names.
 * @throws MeasurementError naming file, rule and what was found
 */
export function readEarChannels(files: readonly NamedFile[], driverIds: readonly string[]): EarChannels {
  const drivers = driverIds.length;
  const read = sortedByName(files).map(({ name, bytes }) => ({ name, ...readWav(bytes, name) }));
  const [first] = read;
  if (!first || ![1, drivers, 2 * drivers].includes(read.length)) {
    const rule = phrase('files-of-ears', drivers, 2 * drivers);
    throw new MeasurementError('unfit', phrase('files'), rule, read.length);
  }
  const each = (2 * drivers) / read.length;
  for (const one of read) checkChannels(one, each);
  checkRates(read);
  const channels = read.flatMap(({ name, planes }) =>
    planes.map((plane, at) => ({ name: each === 1 ? name : `${name}, channel ${at + 1}`, plane })),
  );
  const order =
    read.length === drivers
      ? matchDrivers(
          read.map(({ name }) => name),
          driverIds,
        )
      : driverIds.map((_, driver) => driver);
  return { sampleRateHz: first.sampleRateHz, channels, proposed: order.map((at) => [2 * at, 2 * at + 1]) };
}

function checkChannels({ name, planes }: { name: string; planes: readonly unknown[] }, each: number): void {
  if (planes.length === each) return;
  const rules: Readonly<Record<number, Phrase>> = {
    1: phrase('one-ear'),
    2: phrase('two-ears'),
  };
  const rule = rules[each] ?? phrase('two-for-each', each);
  const got = planes.length === 1 && each === 2 ? phrase('mono') : planes.length;
  throw new MeasurementError('unfit', name, rule, got);
}

/**
 * The responses of every driver at both ears.
 * @throws MeasurementError for a channel that is used twice, silent or too long
 */
export function assembleEars(
  { channels, sampleRateHz }: Pick<EarChannels, 'channels' | 'sampleRateHz'>,
  mapping: EarMapping,
): EarResponses {
  const chosen = mapping.flat();
  const twice = chosen.find((channel, at) => chosen.indexOf(channel) !== at);
  if (twice !== undefined) {
    throw new MeasurementError(
      'unfit',
      channels[twice]?.name ?? phrase('channel'),
      phrase('own-place'),
      phrase('two-places'),
    );
  }
  const { taps, responses } = joinedPlanes(chosen.map((channel) => channels[channel]!));
  return { drivers: mapping.length, sampleRateHz, taps, responses };
}

/** The responses as one file: 32-bit floats, left and right ear of each driver in turn. The same responses are the same bytes. */
export function earResponsesFile({ sampleRateHz, taps, responses }: EarResponses): Uint8Array<ArrayBuffer> {
  return new Uint8Array(wavFile(planesOf(responses, taps), sampleRateHz));
}

/** Reads `earResponsesFile`. @throws MeasurementError as `readEarChannels` */
export function readEarResponses(file: NamedFile): EarResponses {
  const { planes } = readWav(file.bytes, file.name);
  const ids = Array.from({ length: Math.floor(planes.length / 2) }, (_, driver) => `d${driver + 1}`);
  const read = readEarChannels([file], ids);
  return assembleEars(read, read.proposed);
}
