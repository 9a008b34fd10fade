import type { Ports } from '../ports.ts';
import { createFakeEngine } from './fake-engine.ts';
import {
  createFakeAddress,
  createFakeLibrary,
  createFakeShelf,
  createFakeSnapshots,
} from './fake-library.ts';
import { createFakeQueue } from './fake-queue.ts';
import { createFakeRehearsal } from './fake-rehearsal.ts';
import { createFakeSite } from './fake-site.ts';
import {
  createFakeDesign,
  createFakeExports,
  createFakeHeads,
  createFakeMeasurements,
} from './fake-workers.ts';

/** The whole outside, for a test that looks at a part of it alone. */
export function fakePorts(): Ports {
  return {
    engine: createFakeEngine().port,
    design: createFakeDesign().port,
    rehearsal: createFakeRehearsal().port,
    address: createFakeAddress().port,
    library: createFakeLibrary().port,
    exports: { make: createFakeExports().ask },
    site: createFakeSite().port,
    heads: createFakeHeads().port,
    shelf: createFakeShelf().port,
    snapshots: createFakeSnapshots().port,
    queue: createFakeQueue().port,
    measurements: createFakeMeasurements().port,
  };
}
