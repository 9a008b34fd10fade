import { expose, transfer } from 'comlink';
import type { DesignerWorkerApi } from '../protocol/designer-protocol.ts';
import { DesignRunner } from './design-runner.ts';
import { knowMeasurements } from './known-measurements.ts';

let runner: DesignRunner | null = null;

const api: DesignerWorkerApi = {
  know: knowMeasurements,
  initialise(kernel) {
    runner = new DesignRunner(kernel);
  },
  design(request) {
    if (runner === null) throw new Error('the designer worker has not been initialised');
    const reply = runner.run(request);
    if (!reply.ok) return reply;
    const { original, spatial, slots } = reply.outcome;
    // The spectra are the bulk, and nothing here keeps them; one set may stand in several slots.
    const bulk = new Set(
      [original, spatial, ...Object.values(slots)].map((set) => set.prepared.spectra.buffer),
    );
    return transfer(reply, [...bulk]);
  },
};

expose(api);
