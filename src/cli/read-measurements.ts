import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DesignDocument } from '../design/document.ts';
import { keepDriverResponses } from '../design/driver-responses.ts';
import { keepEarResponses } from '../design/plant.ts';
import { requiredMeasurements, type RequiredMeasurement } from '../design/required-measurements.ts';
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

/**
 * Makes the measurements known that a document refers to: files of the hash that it names, in the folder of `--plant` or beside the
 * document. A document without a plant is given that of `--plant`.
 * @param plantPath a folder, or a file
 * @returns the document, with its plant
 * @throws CommandError naming file, what was looked for and the rule that is broken
 */
export async function withMeasurements(
  designPath: string,
  document: DesignDocument,
  plantPath?: string,
): Promise<DesignDocument> {
  const required = requiredMeasurements(document);
  const places = [...(plantPath === undefined ? [] : [plantPath]), dirname(designPath)];
  for (const one of required) await find(designPath, one, places);
  if (plantPath === undefined || required.some(({ kind }) => kind === 'plant')) return document;
  return onPlant(document, plantPath);
}

async function find(
  designPath: string,
  wanted: RequiredMeasurement,
  places: readonly string[],
): Promise<void> {
  for (const place of places) {
    for (const path of await wavsIn(place)) {
      // Music beside the design is not worth reading.
      if ((await stat(path)).size > LARGEST_WAV_BYTES) continue;
      const bytes = await readFile(path).catch((error: unknown) => {
        throw fileError(path, 'read', error);
      });
      if (hashOf(bytes) !== wanted.sha256) continue;
      refusing(path, () => keep(wanted, { name: basename(path), bytes }));
      return;
    }
  }
  const { name, sha256, kind } = wanted;
  const field = kind === 'plant' ? 'plant' : 'device.baffle';
  const what = `the measurement "${name}", a WAV file of SHA-256 ${sha256}`;
  throw new CommandError(`${designPath}: ${field}: expected ${what}, in ${places.join(' or ')}, got none`);
}

function keep({ kind, sha256 }: RequiredMeasurement, file: NamedFile): void {
  if (kind === 'plant') keepEarResponses(sha256, readEarResponses(file));
  else keepDriverResponses(sha256, readDriverResponses(file));
}

/** The document on responses at the ears that it does not yet refer to. */
async function onPlant(document: DesignDocument, path: string): Promise<DesignDocument> {
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
  const sha256 = hashOf(earResponsesFile(responses));
  keepEarResponses(sha256, responses);
  return parseDesign(withMeasurement(document, 'plant', { name: basename(path), sha256 }));
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
