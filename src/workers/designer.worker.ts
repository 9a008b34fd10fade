import { expose, transfer } from 'comlink';
import type { DesignerWorkerApi, DesignRequest } from '../protocol/designer-protocol.ts';
import { DesignRunner } from './design-runner.ts';
import { knowsMeasurements } from './known-measurements.ts';

/** Nothing has been asked for so long. */
const REST_MS = 100;

let runner: DesignRunner | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;

function prepareDrafts(request: DesignRequest): void {
  resting = setTimeout(() => runner?.prepareDrafts(request), REST_MS);
}

const api: DesignerWorkerApi = {
  ...knowsMeasurements,
  initialise(kernel) {
    runner = new DesignRunner(kernel);
  },
  design(request, kept) {
    clearTimeout(resting);
    if (runner === null) throw new Error('the designer worker has not been initialised');
    const reply = runner.send(request, kept);
    if (!reply.ok) return reply;
    if (!request.isDraft) prepareDrafts(request);
    const { original, spatial, slots } = reply.outcome;
    // The spectra are the bulk, and nothing here keeps them; one set may stand in several slots.
    const bulk = new Set(
      [original, spatial, ...Object.values(slots)].flatMap((set) =>
        'prepared' in set ? [set.prepared.spectra.buffer] : [],
      ),
    );
    return transfer(reply, [...bulk]);
  },
};

expose(api);
