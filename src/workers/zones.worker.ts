import { expose, transfer } from 'comlink';
import { createMemo } from '../design/memo.ts';
import { ZoneRows } from '../design/zone-maps.ts';
import { ZoneKernel } from '../kernel/zone-kernel.ts';
import type { ZonesWorkerApi } from '../protocol/zones-protocol.ts';
import { knowsMeasurements } from './known-measurements.ts';

const memo = createMemo();
let kernel: ZoneKernel | null = null;
let zone: ZoneRows | null = null;

const api: ZonesWorkerApi = {
  ...knowsMeasurements,
  initialise(module) {
    kernel = new ZoneKernel(module);
  },
  prepare({ document, drivers, cancellation, bandHz }) {
    if (kernel === null) throw new Error('the zones worker has not been initialised');
    zone = new ZoneRows(document, drivers, cancellation, bandHz, kernel, memo);
    return { grid: zone.grid, seat: zone.seat };
  },
  rows(stride, rows) {
    if (zone === null) throw new Error('the zones worker has been given no design');
    const current = zone;
    const found = rows.map((row) => current.row(stride, row));
    return transfer(
      found,
      found.map(({ buffer }) => buffer),
    );
  },
};

expose(api);
