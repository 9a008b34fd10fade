import { brutefirBundle } from './brutefir.ts';
import { camillaBundle } from './camilladsp.ts';
import { csvBundle } from './csv.ts';
import { equalizerApoBundle } from './equalizer-apo.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { sofaBundle } from './sofa.ts';
import { wavBundle } from './wav-set.ts';

const BUNDLES = {
  wav: wavBundle,
  camilladsp: camillaBundle,
  'equalizer-apo': equalizerApoBundle,
  brutefir: brutefirBundle,
  csv: csvBundle,
  sofa: (source) => sofaBundle(source),
} as const satisfies Readonly<Record<string, (source: ExportSource) => ExportFile[] | Promise<ExportFile[]>>>;

export type ExportFormat = keyof typeof BUNDLES;

/** Every format there is, in the order they are offered. */
export const EXPORT_FORMATS = Object.keys(BUNDLES) as readonly ExportFormat[];

/** A design in one format: the files of a folder, or of an archive. */
export async function exportBundle(format: ExportFormat, source: ExportSource): Promise<ExportFile[]> {
  return BUNDLES[format](source);
}
