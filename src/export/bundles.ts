import { brutefirBundle } from './brutefir.ts';
import { camillaBundle } from './camilladsp.ts';
import { csvBundle } from './csv.ts';
import { equalizerApoBundle } from './equalizer-apo.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { wavBundle } from './wav-set.ts';

const BUNDLES = {
  wav: wavBundle,
  camilladsp: camillaBundle,
  'equalizer-apo': equalizerApoBundle,
  brutefir: brutefirBundle,
  csv: csvBundle,
} as const satisfies Readonly<Record<string, (source: ExportSource) => ExportFile[]>>;

export type ExportFormat = keyof typeof BUNDLES;

/** Every format there is, in the order they are offered. */
export const EXPORT_FORMATS = Object.keys(BUNDLES) as readonly ExportFormat[];

/** A design in one format: the files of a folder, or of an archive. */
export function exportBundle(format: ExportFormat, source: ExportSource): Promise<ExportFile[]> {
  return Promise.resolve(BUNDLES[format](source));
}
