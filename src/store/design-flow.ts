import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import { SLOTS, type Slot } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../protocol/loudness-protocol.ts';
import type { PlayerState } from './state.ts';
import { reasonOf, type Wiring } from './wiring.ts';

/** The way from an edited document to what is heard and seen: design, filters, loudness, listening zone. */
export interface DesignFlow {
  /** Designs the current document; on success everything that follows from it. */
  redesign(): Promise<void>;
  /** Maps the listening zone again. */
  remap(): Promise<void>;
  /** Hands the matched gains, or the common one, to the engine. */
  applyGains(): void;
  /** Another track: its loudness, and whether all is there to be played. */
  trackChanged(): Promise<void>;
  /** The worklets run: hands over what was designed before they did. */
  engineStarted(): void;
}

/** Gives each request a number; an answer counts when no later request has been answered before. */
function createOrder() {
  let asked = 0;
  let answered = 0;
  return {
    next: () => (asked += 1),
    isLatest: (ticket: number) => ticket === asked,
    accept(ticket: number): boolean {
      if (ticket <= answered) return false;
      answered = ticket;
      return true;
    },
  };
}

export function slotGainDb(slot: Slot, { matchLoudness, loudness }: PlayerState): number {
  if (loudness === null) return 0;
  if (!matchLoudness) return loudness.unmatchedGainDb;
  return slot === 'A' ? loudness.originalGainDb : loudness.spatialGainDb;
}

export function createDesignFlow(wiring: Wiring): DesignFlow {
  const { ports, get, setPlayer, setDesigner } = wiring;
  const designs = createOrder();
  const matches = createOrder();
  const maps = createOrder();
  let outcome: DesignOutcome | null = null;
  let engineRuns = false;

  function updateReady(): void {
    setPlayer({ ready: engineRuns && outcome !== null && get().player.track !== null });
  }

  function sound(): void {
    if (outcome === null || !engineRuns) return;
    ports.engine.setUpmix(outcome.view.document.upmix.kind);
    ports.engine.setFilters('A', outcome.original.prepared);
    ports.engine.setFilters('B', outcome.spatial.prepared);
    updateReady();
  }

  function applyGains(): void {
    for (const slot of SLOTS) ports.engine.setSlotGainDb(slot, slotGainDb(slot, get().player));
  }

  async function redesign(): Promise<void> {
    const ticket = designs.next();
    setDesigner({ designing: true });
    const { document, listening } = get().designer;
    const reply = await ports.design
      .design({ document, listening, sampleRateHz: ports.engine.sampleRateHz })
      .catch((error: unknown) => failed('worker-failed', error));
    if (designs.isLatest(ticket)) setDesigner({ designing: false });
    if (reply === null || !designs.accept(ticket)) return;
    if (!reply.ok) {
      setDesigner({ failure: reply.failure });
      return;
    }
    outcome = reply.outcome;
    setDesigner({ failure: null, view: outcome.view });
    sound();
    await Promise.all([rematch(), remap()]);
  }

  async function rematch(): Promise<void> {
    if (outcome === null || get().player.track === null) return;
    const ticket = matches.next();
    const loudness = await ports.design
      .matchLoudness({
        upmix: outcome.view.document.upmix.kind,
        original: { ears: outcome.original.ears, outputs: outcome.original.outputs },
        spatial: { ears: outcome.spatial.ears, outputs: outcome.spatial.outputs },
      })
      .catch(tell<LoudnessMatch>('loudness-failed'));
    if (loudness === null || !matches.accept(ticket)) return;
    setPlayer({ loudness });
    applyGains();
  }

  async function remap(): Promise<void> {
    if (outcome === null) return;
    const ticket = maps.next();
    setDesigner({ zoneProgress: 0 });
    const zone = await ports.design
      .zones(
        {
          document: outcome.view.document,
          cancellation: outcome.cancellation,
          thresholdDb: get().designer.zoneThresholdDb,
        },
        (fraction) => {
          if (maps.isLatest(ticket)) setDesigner({ zoneProgress: fraction });
        },
      )
      .catch(tell<never>('zone-failed'));
    if (maps.isLatest(ticket)) setDesigner({ zoneProgress: null });
    if (zone !== null && maps.accept(ticket)) setDesigner({ zone });
  }

  function tell<T>(code: string): (error: unknown) => T | null {
    return (error) => {
      wiring.notify({ severity: 'warning', code, values: { detail: reasonOf(error) } });
      return null;
    };
  }

  return {
    redesign,
    remap,
    applyGains,
    trackChanged() {
      updateReady();
      return rematch();
    },
    engineStarted() {
      engineRuns = true;
      sound();
      applyGains();
    },
  };
}

function failed(code: string, error: unknown) {
  return { ok: false, failure: { code, field: '', message: reasonOf(error) } } as const;
}
