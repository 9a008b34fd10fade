import { assembleDrivers, driverResponsesFile, type DriverGroups } from '../measured/driver-files.ts';
import { readDriverSets } from '../measured/driver-sofa.ts';
import {
  assembleEars,
  earResponsesFile,
  readEarChannels,
  type EarChannels,
} from '../measured/ear-responses.ts';
import { MeasurementError } from '../measured/measurement-error.ts';
import { refuseTooMuch, type NamedFile } from '../measured/named-files.ts';
import type { Reason } from '../refusal/phrase.ts';
import type {
  AssembleReply,
  AssembleRequest,
  InspectReply,
  InspectRequest,
  OpenedFile,
  ResponsesInfo,
} from '../protocol/measurements-protocol.ts';
import { fileHash } from './file-hash.ts';

/** What files hold that somebody takes for a measurement. A refusal is data: errors lose their fields between threads. */
export function inspectMeasurement({ kind, files, driverIds }: InspectRequest): Promise<InspectReply> {
  return refusing(async () => {
    const read = await bytesOf(files);
    if (kind === 'plant') {
      const { sampleRateHz, channels, proposed } = readEarChannels(read, driverIds);
      // What cannot be used is told before anyone has mapped it.
      assembleEars({ sampleRateHz, channels }, proposed);
      const names = channels.map(({ name }) => name);
      return { ok: true, found: { kind, sampleRateHz, channels: names, mapping: proposed } };
    }
    const { groups, proposed, ...found } = await readDriverSets(read, driverIds);
    const names = groups.map(({ name }) => name);
    return { ok: true, found: { kind, ...found, groups: names, mapping: proposed } };
  });
}

/** One file of what was meant of some files: the same responses are the same file. */
export function assembleMeasurement({ answer, files, driverIds }: AssembleRequest): Promise<AssembleReply> {
  return refusing(async () => {
    const read = await bytesOf(files);
    const { bytes, info } =
      answer.kind === 'plant'
        ? plantOf(readEarChannels(read, driverIds), answer.mapping)
        : driversOf(await readDriverSets(read, driverIds), answer.mapping, answer.distanceM);
    const file = new Blob([bytes], { type: 'audio/wav' });
    return { ok: true, sha256: await fileHash(bytes), file, info };
  });
}

interface Assembled {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly info: ResponsesInfo;
}

function plantOf(channels: EarChannels, mapping: EarChannels['proposed']): Assembled {
  const responses = assembleEars(channels, mapping);
  const { drivers, sampleRateHz, taps } = responses;
  return { bytes: earResponsesFile(responses), info: { drivers, sampleRateHz, taps } };
}

function driversOf(groups: DriverGroups, mapping: readonly number[], distanceM: number): Assembled {
  const responses = assembleDrivers(groups, mapping, distanceM);
  const { drivers, sampleRateHz, taps, azimuthsDeg } = responses;
  const around = { azimuths: azimuthsDeg.length, distanceM };
  return { bytes: driverResponsesFile(responses), info: { drivers, sampleRateHz, taps, around } };
}

async function bytesOf(files: readonly OpenedFile[]): Promise<NamedFile[]> {
  // Before anything is read.
  refuseTooMuch(files.map(({ file }) => file));
  return Promise.all(
    files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

async function refusing<Reply>(
  run: () => Promise<Reply>,
): Promise<Reply | { readonly ok: false; readonly said: Reason }> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error;
    return { ok: false, said: error.said };
  }
}
