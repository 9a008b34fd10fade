import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, fileError } from './command-error.ts';
import { DESIGN_HELP } from './help.ts';
import { metricsJson } from '../export/metrics-json.ts';
import { parseOptions } from './options.ts';
import { writeWhole } from './output-files.ts';
import type { OutputFiles } from './output-files.ts';
import { delayIn, profileOf } from './profile-option.ts';
import { designDocument, readDesign } from './read-design.ts';
import type { DesignDocument } from '../design/document.ts';
import { relativeSideSet } from '../design/rtf.ts';
import { EXPORT_FORMATS, exportBundle } from '../export/bundles.ts';
import type { ExportFormat } from '../export/bundles.ts';
import { inputTaps } from '../export/export-file.ts';
import type { ExportFile } from '../export/export-file.ts';
import { wavFile } from '../export/wav-file.ts';

const RULES = { values: ['out', 'plant', 'profile'], flags: ['help', 'rtf'], lists: ['format'] };

/** Files of a bundle under their names in a folder. */
async function writeBundle(files: OutputFiles, folder: string, bundle: readonly ExportFile[]): Promise<void> {
  await files.directory(folder);
  for (const { name, content } of bundle) {
    const path = join(folder, name);
    await writeFile(await files.place(path), content).catch((error: unknown) => {
      throw fileError(path, 'write', error);
    });
  }
}

function relativeFiles(document: DesignDocument): ExportFile[] {
  const set = relativeSideSet(document);
  return ['L', 'R'].map((name, input) => ({
    name: `filters-${name}-rtf.wav`,
    content: wavFile(inputTaps(set, input), set.sampleRateHz),
  }));
}

/** @throws CommandError naming a format that there is not */
function formatsOf(names: readonly string[]): ExportFormat[] {
  for (const name of names) {
    if (!(EXPORT_FORMATS as readonly string[]).includes(name)) {
      throw new CommandError(
        `--format: expected ${EXPORT_FORMATS.join(', ')}, got "${name}"; see soundstage design --help`,
      );
    }
  }
  return EXPORT_FORMATS.filter((format) => names.includes(format));
}

/** `soundstage design`: the filters of a document as files, and what they reach. */
export async function design(args: readonly string[]): Promise<void> {
  const { positionals, values, flags, lists } = parseOptions('design', args, RULES);
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
  const formats = formatsOf(lists['format']!);
  const profile = profileOf('design', values['profile']);
  const document = await readDesign(designPath, values['plant']);
  const { spatial, metrics } = designDocument(designPath, document, delayIn(profile, document));
  const source = { document, drivers: spatial.drivers };
  await writeWhole(async (files) => {
    await writeBundle(files, folder, [
      ...(await exportBundle('wav', source)),
      ...(flags.has('rtf') ? relativeFiles(document) : []),
      { name: 'metrics.json', content: metricsJson(metrics) },
    ]);
    for (const format of formats.filter((one) => one !== 'wav')) {
      await writeBundle(files, join(folder, format), await exportBundle(format, source));
    }
  });
}
