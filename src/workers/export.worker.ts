import { expose, transfer } from 'comlink';
import type { ExportWorkerApi } from '../protocol/export-protocol.ts';
import { makeExport } from './make-export.ts';
import { knowsMeasurements } from './known-measurements.ts';

const api: ExportWorkerApi = {
  ...knowsMeasurements,
  async make(request) {
    const reply = await makeExport(request);
    return reply.ok ? transfer(reply, [reply.archive.buffer]) : reply;
  },
};

expose(api);
