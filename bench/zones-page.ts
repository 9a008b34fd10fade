import { createDesigner } from '../src/design/designer.ts';
import type { DesignDocument } from '../src/design/document.ts';
import { createMemo } from '../src/design/memo.ts';
import { PRESETS } from '../src/design/presets.ts';
import { BROADBAND } from '../src/design/zone-band.ts';
import type { ZoneMixer } from '../src/design/zone-field.ts';
import { ZONE_CELLS } from '../src/design/zone-grid.ts';
import { ZoneRows } from '../src/design/zone-maps.ts';
import { loadZoneKernel } from '../src/engine/kernel-module.ts';
import type { ZoneRequest } from '../src/protocol/zones-protocol.ts';
import { createZoneClient } from '../src/workers/zone-client.ts';
import { PlainZones } from './plain-zones.ts';

/** Rows that the rival computes of the finest map; its time is scaled up. */
const RIVAL_ROWS = [40, 90, 150, 190];

function requestOf(document: DesignDocument): ZoneRequest {
  const { spatial, cancellation } = createDesigner({ now: () => performance.now() }).design(document);
  return { document, drivers: spatial.drivers, cancellation, bandHz: BROADBAND };
}

/** Listening zones of the eight-driver soundbar as the app computes them, and in plain JavaScript. */
class ZonesPage {
  readonly #client = createZoneClient(
    () => loadZoneKernel(),
    () => null,
  );
  readonly #symmetric = requestOf(PRESETS.soundbar);
  /** A head a hand's breadth to the side: nothing is to be mirrored. */
  readonly #other: ZoneRequest = {
    ...this.#symmetric,
    document: {
      ...PRESETS.soundbar,
      listener: { ...PRESETS.soundbar.listener, positionM: [2.2, 0.1, 0] },
    },
  };

  /** Milliseconds to the finest map, and to the coarsest. */
  async time(isSymmetric: boolean): Promise<{ finestMs: number; coarsestMs: number }> {
    const startedAt = performance.now();
    let coarsestMs = NaN;
    await this.#client.zones(isSymmetric ? this.#symmetric : this.#other, () => {
      if (Number.isNaN(coarsestMs)) coarsestMs = performance.now() - startedAt;
    });
    return { finestMs: performance.now() - startedAt, coarsestMs };
  }

  /** Milliseconds of the same map in one thread of plain code. */
  timePlain(): number {
    const mixer: ZoneMixer = new PlainZones();
    const { document, drivers, cancellation, bandHz } = this.#other;
    const zone = new ZoneRows(document, drivers, cancellation, bandHz, mixer, createMemo());
    zone.row(8, RIVAL_ROWS[0]!);
    // At the coarsest stride a row has every eighth place.
    const startedAt = performance.now();
    for (const row of RIVAL_ROWS) zone.row(8, 8 * Math.floor(row / 8));
    const places = RIVAL_ROWS.length * Math.ceil(ZONE_CELLS / 8);
    return ((performance.now() - startedAt) * ZONE_CELLS ** 2) / places;
  }
}

const page = new ZonesPage();
export type { ZonesPage };
Object.assign(window, { zonesPage: page });
