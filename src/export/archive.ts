import { zipSync, strToU8 } from 'fflate';
import type { DesignMetrics } from '../design/metrics.ts';
import { exportBundle, type ExportFormat } from './bundles.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { metricsJson } from './metrics-json.ts';

export interface ArchiveSource extends ExportSource {
  readonly metrics: DesignMetrics;
  /** The document as a file. */
  readonly designText: string;
}

/** A design in one format, with the design itself and what it reaches. */
export async function archiveFiles(format: ExportFormat, source: ArchiveSource): Promise<ExportFile[]> {
  return [
    ...(await exportBundle(format, source)),
    { name: 'design.json', content: source.designText },
    { name: 'metrics.json', content: metricsJson(source.metrics) },
  ];
}

/** Files in one folder of a ZIP archive. */
export function zipFiles(folder: string, files: readonly ExportFile[]): Uint8Array<ArrayBuffer> {
  const named = files.map(({ name, content }): [string, Uint8Array] => [
    `${folder}/${name}`,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(named));
}
