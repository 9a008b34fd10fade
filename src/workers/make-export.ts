import { DesignError } from '../design/design-error.ts';
import { createDesigner } from '../design/designer.ts';
import { parseDesign } from '../design/schema.ts';
import { archiveFiles, zipFiles } from '../export/archive.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import type { ExportReply, ExportRequest } from '../protocol/export-protocol.ts';

/** From a document to an archive, by the code of the headless command. Refusals are data: errors lose their fields between threads. */
export async function makeExport(request: ExportRequest): Promise<ExportReply> {
  const { format, profile, folder, designText } = request;
  try {
    const document = parseDesign(request.document);
    const delay = modellingDelay(profile, document.filterTaps, document.sampleRateHz);
    const { spatial, metrics } = createDesigner({ remember: false }).design(document, delay);
    const files = await archiveFiles(format, { document, drivers: spatial.drivers, metrics, designText });
    return { ok: true, archive: zipFiles(folder, files), files: files.map(({ name }) => name) };
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    return { ok: false, said: error.said };
  }
}
