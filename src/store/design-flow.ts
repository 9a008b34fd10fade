import type { DesignOutcome, HeardSet } from '../protocol/designer-protocol.ts';
import { SLOTS, type Slot } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch, LoudnessRequest } from '../protocol/loudness-protocol.ts';
import { createLoadJudge } from './load-verdict.ts';
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
  /** What is known of the machine has changed. */
  rehearsed(): void;
}

/** A new set that waits longer than this for its gains comes in with those of the one before. */
const HOLD_MS = 500;

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
  return loudness.gainDb[slot] ?? loudness.unmatchedGainDb;
}

/** What is heard comes in first. */
function inOrder(first: Slot): readonly Slot[] {
  return [first, ...SLOTS.filter((slot) => slot !== first)];
}

/** @param show is told of every new design, for what is drawn of it */
export function createDesignFlow(wiring: Wiring, show: (outcome: DesignOutcome) => void): DesignFlow {
  const { ports, get, setPlayer, setDesigner } = wiring;
  const designs = createOrder();
  const swaps = createOrder();
  const matches = createOrder();
  const maps = createOrder();
  const judgeLoad = createLoadJudge(wiring);
  let outcome: DesignOutcome | null = null;
  let engineRuns = false;

  function updateReady(): void {
    setPlayer({ ready: engineRuns && outcome !== null && get().player.track !== null });
  }

  function sound(next: DesignOutcome): void {
    if (!engineRuns) return;
    const { player } = get();
    ports.engine.setProfile(next.profile);
    ports.engine.setUpmix(next.view.document.upmix.kind);
    for (const slot of inOrder(player.slot)) {
      const heard = heardIn(next, slot);
      if (heard) ports.engine.setFilters(slot, heard.prepared, slotGainDb(slot, player));
    }
    updateReady();
  }

  /** Holds an outcome until its gains are known, so that it comes in at the loudness of what it takes the place of; at once
   *  where they are known at once.
   *  @returns false when something newer is on its way instead */
  function bringIn(next: DesignOutcome): boolean | Promise<boolean> {
    const swap = swaps.next();
    const enter = (): boolean => {
      if (!swaps.accept(swap)) return false;
      sound(next);
      return true;
    };
    if (get().player.track === null) return enter();
    const ticket = matches.next();
    const take = (loudness: LoudnessMatch | null): LoudnessMatch | null => {
      if (loudness && matches.accept(ticket)) setPlayer({ loudness });
      return loudness;
    };
    const estimate = ports.design.estimateLoudness(loudnessRequest(next));
    if (!(estimate instanceof Promise)) {
      take(estimate);
      return enter();
    }
    return hold(estimate.then(take), enter);
  }

  async function hold(estimate: Promise<LoudnessMatch | null>, enter: () => boolean): Promise<boolean> {
    // One that failed is none: the measurement will tell.
    const known = await Promise.race([estimate.catch(() => 'late' as const), after(HOLD_MS)]);
    if (known === null) return false;
    if (known === 'late') void estimate.then(applyGains, () => undefined);
    return enter();
  }

  function applyGains(): void {
    for (const slot of SLOTS) ports.engine.setGainDb(slot, slotGainDb(slot, get().player));
  }

  async function redesign(): Promise<void> {
    const ticket = designs.next();
    setDesigner({ designing: true });
    const { document, listening } = get().designer;
    const { profile } = get().player;
    const reply = await ports.design
      .design({ document, listening, sampleRateHz: ports.engine.sampleRateHz, profile })
      .catch((error: unknown) => failed('worker-failed', error));
    if (designs.isLatest(ticket)) setDesigner({ designing: false });
    if (reply === null || !designs.accept(ticket)) return;
    if (!reply.ok) {
      setDesigner({ failure: reply.failure });
      return;
    }
    outcome = reply.outcome;
    // Before it is heard.
    judgeLoad(outcome.view.document);
    // Sound before picture: drawing takes this thread longer.
    const coming = bringIn(outcome);
    setDesigner({ failure: null, accepted: document, view: outcome.view });
    show(outcome);
    if (await coming) await Promise.all([rematch(), remap()]);
  }

  async function rematch(): Promise<void> {
    if (outcome === null || get().player.track === null) return;
    const ticket = matches.next();
    const loudness = await ports.design
      .matchLoudness(loudnessRequest(outcome))
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
          drivers: outcome.drivers,
          cancellation: outcome.cancellation,
          bandHz: get().designer.zoneBandHz,
        },
        (zone, zoneProgress) => {
          if (maps.isLatest(ticket)) setDesigner({ zone, zoneProgress });
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
    async trackChanged() {
      updateReady();
      if (outcome !== null && (await bringIn(outcome))) await rematch();
    },
    rehearsed() {
      if (outcome !== null) judgeLoad(outcome.view.document);
    },
    engineStarted() {
      engineRuns = true;
      if (outcome !== null) sound(outcome);
    },
  };
}

function after(ms: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), ms));
}

function heardIn({ original, spatial, reference }: DesignOutcome, slot: Slot): HeardSet | null {
  return { A: original, B: spatial, reference }[slot];
}

function loudnessRequest(outcome: DesignOutcome): LoudnessRequest {
  const measured = ({ ears, outputs }: HeardSet) => ({ ears, outputs });
  const { profile, view, original, spatial, reference } = outcome;
  return {
    upmix: view.document.upmix.kind,
    profile,
    sets: {
      A: measured(original),
      B: measured(spatial),
      ...(reference && { reference: measured(reference) }),
    },
  };
}

function failed(code: string, error: unknown) {
  return { ok: false, failure: { code, field: '', message: reasonOf(error) } } as const;
}
