import type { ZoneBand } from '../design/zone-band.ts';
import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import { createOrder } from './request-order.ts';
import { warned, type Wiring } from './wiring.ts';

/** Maps of the listening zone, which take long: only where somebody sees them, and once for each design. */
export interface ZoneFlow {
  /** Maps the zone of a design, where it can be seen and is not mapped yet. */
  remap(outcome: DesignOutcome | null): Promise<void>;
  /** Gives up what is being mapped. */
  cancel(): void;
}

export function createZoneFlow({ ports, get, setDesigner, notify }: Wiring): ZoneFlow {
  const maps = createOrder();
  /** What the newest map is of. */
  let mapped: { readonly outcome: DesignOutcome; readonly bandHz: ZoneBand } | null = null;
  return {
    async remap(outcome) {
      const { face, designer, outputs } = get();
      if (outcome === null || (face !== 'design' && outputs.spot === null)) return;
      const bandHz = designer.zoneBandHz;
      if (mapped?.outcome === outcome && mapped.bandHz === bandHz) return;
      mapped = { outcome, bandHz };
      const ticket = maps.next();
      setDesigner({ zoneProgress: 0 });
      const { view, drivers, cancellation } = outcome;
      const zone = await ports.design
        .zones({ document: view.document, drivers, cancellation, bandHz }, (zone, zoneProgress) => {
          if (maps.isLatest(ticket)) setDesigner({ zone, zoneProgress });
        })
        .catch(warned(notify, 'zone-failed'));
      if (maps.isLatest(ticket)) setDesigner({ zoneProgress: null });
      if (zone !== null && maps.accept(ticket)) setDesigner({ zone });
    },
    cancel() {
      maps.next();
      ports.design.cancelZones();
      setDesigner({ zoneProgress: null });
    },
  };
}
