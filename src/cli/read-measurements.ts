import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DesignDocument } from '../design/document.ts';
import { keepDriverResponses } from '../design/driver-responses.ts';
import { keepEarResponses } from '../design/plant.ts';
import {
  requiredMeasurements,
  type MeasurementKind,
  type RequiredMeasurement,
} from '../design/required-measurements.ts';
import { withMeasurement } from '../design/with-measurement.ts';
import { parseDesign } from '../design/schema.ts';
import { readDriverResponses } from '../measured/driver-files.ts';
import {
  assembleEars,
  earResponsesFile,
  readEarChannels,
  readEarResponses,
} from '../measured/ear-responses.ts';
import { MeasurementError } from '../measured/measurement-error.ts';
import { refuseTooMuch, type NamedFile } from '../measured/named-files.ts';
import { LARGEST_WAV_BYTES } from '../measured/wav-file.ts';
import { CommandError, fileError } from './command-error.ts';

/** A measurement as one file, that another thread can be told of it. */
export interface FoundMeasurement {
  readonly kind: MeasurementKind;
  readonly sha256: string;
  readonly file: NamedFile;
}

/** A document with its plant, and all that was measured for it. */
export interface MeasuredDesign {
  readonly document: DesignDocument;
  readonly measurements: readonly FoundMeasurement[];
}

/**
 * Makes the measurements known that a document refers to: files of the hash that it names, in the folder of `--plant` or beside the
 * document. A document without a plant is given that of `--plant`.
 * @param plantPath a folder, or a file
 * @throws CommandError naming file, what was looked for and the rule that is broken
 */
export async function withMeasurements(
  designPath: string,
  document: DesignDocument,
  plantPath?: string,
): Promise<MeasuredDesign> {
  const required = requiredMeasurements(document);
  const places = [...(plantPath === undefined ? [] : [plantPath]), dirname(designPath)];
  const measurements: FoundMeasurement[] = [];
  for (const one of required) measurements.push(await find(designPath, one, places));
  const hasPlant = required.some(({ kind }) => kind === 'plant');
  if (plantPath === undefined || hasPlant) return { document, measurements };
  const { document: onIt, plant } = await onPlant(document, plantPath);
  return { document: onIt, measurements: [...measurements, plant] };
}

/** Makes a measurement known to this thread. @throws MeasurementError */
export function keepMeasurement({ kind, sha256, file }: FoundMeasurement): void {
  if (kind === 'plant') keepEarResponses(sha256, readEarResponses(file));
  else keepDriverResponses(sha256, readDriverResponses(file));
}

async function find(
  designPath: string,
  wanted: RequiredMeasurement,
  places: readonly string[],
): Promise<FoundMeasurement> {
  for (const place of places) {
    for (const path of await wavsIn(place)) {
      // Music beside the design is not worth reading.
      if ((await stat(path)).size > LARGEST_WAV_BYTES) continue;
      const bytes = await readFile(path).catch((error: unknown) => {
        throw fileError(path, 'read', error);
      });
      if (hashOf(bytes) !== wanted.sha256) continue;
      const { kind, sha256 } = wanted;
      const found = { kind, sha256, file: { name: basename(path), bytes } };
      refusing(path, () => keepMeasurement(found));
      return found;
    }
  }
  const { name, sha256, kind } = wanted;
  const field = kind === 'plant' ? 'plant' : 'device.baffle';
  const what = `the measurement "${name}", a WAV file of SHA-256 ${sha256}`;
  throw new CommandError(`${designPath}: ${field}: expected ${what}, in ${places.join(' or ')}, got none`);
}

/** The document on responses at the ears that it does not yet refer to. */
async function onPlant(
  document: DesignDocument,
  path: string,
): Promise<{ document: DesignDocument; plant: FoundMeasurement }> {
  const paths = await wavsIn(path);
  const sizes = await Promise.all(paths.map((one) => stat(one)));
  refusing(path, () => refuseTooMuch(sizes));
  const files = await Promise.all(
    paths.map(async (one) => ({ name: basename(one), bytes: await readFile(one) })),
  );
  const ids = document.device.drivers.map(({ id }) => id);
  const responses = refusing(path, () => {
    const channels = readEarChannels(files, ids);
    return assembleEars(channels, channels.proposed);
  });
  const bytes = earResponsesFile(responses);
  const [name, sha256] = [basename(path), hashOf(bytes)];
  keepEarResponses(sha256, responses);
  return {
    document: parseDesign(withMeasurement(document, 'plant', { name, sha256 })),
    plant: { kind: 'plant', sha256, file: { name, bytes } },
  };
}

/** WAV files of a folder, by name; or the file itself. */
async function wavsIn(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path);
    return names
      .filter((name) => name.toLowerCase().endsWith('.wav'))
      .sort()
      .map((name) => join(path, name));
  } catch (error) {
    throw fileError(path, 'read', error);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refusing<Value>(path: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw error instanceof MeasurementError ? new CommandError(`${path}: ${error.message}`) : error;
  }
}
