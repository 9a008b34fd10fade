import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, fileError } from './command-error.ts';
import { DESIGN_HELP } from './help.ts';
import { parseOptions } from './options.ts';
import { writeWhole } from './output-files.ts';
import type { OutputFiles } from './output-files.ts';
import { designDocument, readDesign } from './read-design.ts';
import { WavWriter } from './wav-writer.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { relativeSideSet } from '../design/rtf.ts';

const RULES = { values: ['out'], flags: ['help', 'rtf'], unavailable: ['format'] };
/** Inputs of a filter set, in its order. */
const INPUT_NAMES = ['L', 'R', 'C'];

/** The filters of one input, a channel per output. */
async function writeFilters(files: OutputFiles, path: string, set: FilterSet, input: number): Promise<void> {
  const { outputs, taps, sampleRateHz, firs } = set;
  const planes = Array.from({ length: outputs }, (_, output) =>
    firs.subarray((input * outputs + output) * taps, (input * outputs + output + 1) * taps),
  );
  const writer = await WavWriter.create(path, await files.place(path), outputs, sampleRateHz, taps);
  try {
    await writer.write(planes, 0, taps);
    await writer.finish();
  } finally {
    await writer.close();
  }
}

/** Typed arrays as JSON lists; numbers that JSON cannot hold as null. */
function asJson(value: unknown): string {
  const plain = (_: string, entry: unknown) =>
    ArrayBuffer.isView(entry) ? Array.from(entry as Float64Array) : entry;
  return `${JSON.stringify(value, plain, 1)}\n`;
}

/** `soundstage design`: the filters of a document as files, and what they reach. */
export async function design(args: readonly string[]): Promise<void> {
  const { positionals, values, flags } = parseOptions('design', args, RULES);
  if (flags.has('help')) {
    process.stdout.write(DESIGN_HELP);
    return;
  }
  const usage = (reason: string) => new CommandError(`design: ${reason}; see soundstage design --help`);
  const [designPath, ...more] = positionals;
  if (designPath === undefined || more.length > 0) {
    throw usage(`expected FILE.json, got ${positionals.join(' ') || 'nothing'}`);
  }
  const folder = values['out'];
  if (folder === undefined) throw usage('--out: expected the folder to write into, got nothing');
  const document = await readDesign(designPath);
  const { spatial, metrics } = designDocument(designPath, document);
  const relative = flags.has('rtf') ? relativeSideSet(document) : null;
  await writeWhole(async (files) => {
    await files.directory(folder);
    for (const [input, name] of INPUT_NAMES.entries()) {
      await writeFilters(files, join(folder, `filters-${name}.wav`), spatial.drivers, input);
    }
    for (const [input, name] of relative ? ['L', 'R'].entries() : []) {
      await writeFilters(files, join(folder, `filters-${name}-rtf.wav`), relative!, input);
    }
    const metricsPath = join(folder, 'metrics.json');
    await writeFile(await files.place(metricsPath), asJson(metrics)).catch((error: unknown) => {
      throw fileError(metricsPath, 'write', error);
    });
  });
}
