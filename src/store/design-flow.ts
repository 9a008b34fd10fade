import { isAsDesigned } from '../design/amounts.ts';
import type { BeamTarget, CancellationTarget, DesignDocument } from '../design/document.ts';
import { MISSING_MEASUREMENT } from '../design/missing-measurement.ts';
import { withoutMeasurements } from '../design/with-measurement.ts';
import type { ZoneBand } from '../design/zone-band.ts';
import type { DesignFailure, DesignOutcome } from '../protocol/designer-protocol.ts';
import type { Slot } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../protocol/loudness-protocol.ts';
import { slotRequests } from './compare-slots.ts';
import { isSameValue } from './edit-steps.ts';
import { heardListening } from './listening.ts';
import { createLoadJudge } from './load-verdict.ts';
import { createSounding, loudnessRequest } from './sounding.ts';
import type { TrackInfo } from './ports.ts';
import type { DesignerState } from './state.ts';
import { reasonOf, type Wiring } from './wiring.ts';

/** The way from an edited document to what is heard and seen: design, filters, loudness, listening zone. */
export interface DesignFlow {
  /**
   * Designs the current document; on success everything that follows from it.
   * @param isEdit by hand, and more may follow: where all of the acoustics is new, a draft comes first
   */
  redesign(isEdit?: boolean): Promise<void>;
  /** Maps the listening zone, where it can be seen and is not mapped yet. */
  remap(): Promise<void>;
  /** Gives up what is being mapped. */
  cancelRemap(): void;
  /** Another slot is heard. */
  select(slot: Slot): void;
  /** Something else is to be in the slots, or may be: the library has changed. */
  slotsChanged(): void;
  /** Hands the matched gains, or the common one, to the engine. */
  applyGains(): void;
  /** Hands over where the outputs come out. */
  applyRoutes(): void;
  /** The output has more channels than before, or fewer. */
  channelsChanged(): void;
  /** Another track: whether all is there to be played. */
  trackChanged(): void;
  /** What its loudness is measured on is there. */
  trackMeasurable(): Promise<void>;
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

/**
 * @param show is told of designs that things have come to rest at, for what is drawn of them
 * @param restMs after the last design: while they follow each other, nothing else takes the machine's time
 */
export function createDesignFlow(
  wiring: Wiring,
  show: (outcome: DesignOutcome) => void,
  restMs: number,
): DesignFlow {
  const { ports, get, setPlayer, setDesigner } = wiring;
  const designs = createOrder();
  const swaps = createOrder();
  const matches = createOrder();
  const maps = createOrder();
  const sounding = createSounding(wiring);
  const judgeLoad = createLoadJudge(wiring);
  let outcome: DesignOutcome | null = null;
  /** The design that all has followed from. */
  let settledOn: DesignOutcome | null = null;
  /** What the newest map is of. */
  let mapped: { readonly outcome: DesignOutcome; readonly bandHz: ZoneBand } | null = null;
  /** The track that the loudness workers have. */
  let measurable: TrackInfo | null = null;
  let engineRuns = false;
  /** What the slots were last asked to play, as JSON; null before the first design. */
  let asked: string | null = null;

  /** A track comes before what its loudness is measured on. */
  function isMeasurable(): boolean {
    return measurable !== null && measurable === get().player.track;
  }

  function updateReady(): void {
    setPlayer({ ready: engineRuns && outcome !== null && get().player.track !== null });
  }

  function sound(next: DesignOutcome): void {
    if (!engineRuns) return;
    sounding.sound(next);
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
    if (!isMeasurable()) return enter();
    const ticket = matches.next();
    const take = (loudness: LoudnessMatch | null): LoudnessMatch | null => {
      if (loudness && matches.accept(ticket)) setPlayer({ loudness });
      return loudness;
    };
    const estimate = ports.design.estimateLoudness(loudnessRequest(next, get().player.slots));
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
    if (known === 'late')
      void estimate.then(
        () => sounding.applyGains(true),
        () => undefined,
      );
    return enter();
  }

  async function redesign(isEdit = false): Promise<void> {
    let ticket = designs.next();
    const isDraft = isEdit && restMs > 0 && needsTransfers(get().designer);
    await design(ticket, { document: get().designer.document, isDraft });
    const { failure: refused, document: wanted } = get().designer;
    if (outcome === null && refused?.code === MISSING_MEASUREMENT && designs.isLatest(ticket)) {
      // At the start there is nothing else to be heard: the model stands for what is missing.
      ticket = designs.next();
      await design(ticket, { document: withoutMeasurements(wanted), failure: refused });
    }
    if (restMs > 0) await after(restMs);
    if (!designs.isLatest(ticket)) return;
    if (outcome?.isDraft) {
      ticket = designs.next();
      // Where what is edited now cannot be designed, what is heard is still of the last that could.
      const { failure, document, accepted } = get().designer;
      await design(ticket, { document: failure === null ? document : accepted, failure });
    }
    if (outcome === null || outcome === settledOn || !designs.isLatest(ticket)) return;
    settledOn = outcome;
    show(outcome);
    await Promise.all([rematch(), remap()]);
  }

  /** @param task `failure`: what is wrong with what is edited, where that is another document than the one to design */
  async function design(
    ticket: number,
    {
      document,
      isDraft = false,
      failure = null,
    }: {
      readonly document: DesignDocument;
      readonly isDraft?: boolean;
      readonly failure?: DesignFailure | null;
    },
  ): Promise<void> {
    const listening = heardListening(get(), document);
    const { amounts } = get().designer;
    const { profile } = get().player;
    const slots = slotRequests(get());
    asked = JSON.stringify(slots);
    // Asked for before the screens hear of it: they take this thread's time.
    const answer = ports.design.design({
      document,
      listening,
      sampleRateHz: ports.engine.sampleRateHz,
      profile,
      slots,
      ...(!isAsDesigned(amounts) && { amounts }),
      ...(isDraft && { isDraft }),
    });
    setDesigner({ designing: true, listening });
    const reply = await answer.catch((error: unknown) => failed('worker-failed', error));
    if (designs.isLatest(ticket) && !isDraft) setDesigner({ designing: false });
    if (reply === null || !designs.accept(ticket)) return;
    if (!reply.ok) {
      setDesigner({ failure: reply.failure, designing: false });
      return;
    }
    outcome = reply.outcome;
    // Before it is heard.
    judgeLoad(outcome.view.document, outcome.shape.maxOutputs);
    // Sound before picture: drawing takes this thread longer.
    const coming = bringIn(outcome);
    setPlayer({ standIns: outcome.standIns });
    setDesigner({ failure, accepted: document, view: outcome.view });
    await coming;
  }

  async function rematch(): Promise<void> {
    if (outcome === null || !isMeasurable()) return;
    const ticket = matches.next();
    const loudness = await ports.design
      .matchLoudness(loudnessRequest(outcome, get().player.slots))
      .catch(tell<LoudnessMatch>('loudness-failed'));
    if (loudness === null || !matches.accept(ticket)) return;
    setPlayer({ loudness });
    sounding.applyGains(true);
  }

  async function remap(): Promise<void> {
    const { face, designer, outputs } = get();
    if (outcome === null || (face !== 'design' && outputs.spot === null)) return;
    if (mapped?.outcome === outcome && mapped.bandHz === designer.zoneBandHz) return;
    mapped = { outcome, bandHz: designer.zoneBandHz };
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

  function applyRoutes(): void {
    if (outcome !== null && engineRuns) sounding.route(outcome);
  }

  return {
    redesign,
    remap,
    cancelRemap() {
      maps.next();
      ports.design.cancelZones();
      setDesigner({ zoneProgress: null });
    },
    select(slot) {
      sounding.select(slot, outcome);
    },
    slotsChanged() {
      if (asked !== null && JSON.stringify(slotRequests(get())) !== asked) void redesign();
    },
    applyGains: () => sounding.applyGains(),
    applyRoutes,
    channelsChanged() {
      const { document, listening } = get().designer;
      if (!isSameValue(heardListening(get(), document), listening)) void redesign();
      else applyRoutes();
    },
    trackChanged: updateReady,
    async trackMeasurable() {
      measurable = get().player.track;
      if (outcome !== null && (await bringIn(outcome))) await rematch();
    },
    rehearsed() {
      if (outcome !== null) judgeLoad(outcome.view.document, outcome.shape.maxOutputs);
    },
    engineStarted() {
      engineRuns = true;
      if (outcome !== null) sound(outcome);
    },
  };
}

/** Whether more than targets and caps is another than in the last design: then transfers have to be computed for it. */
function needsTransfers({ document, accepted }: Pick<DesignerState, 'document' | 'accepted'>): boolean {
  return !isSameValue(acousticsOf(document), acousticsOf(accepted));
}

function acousticsOf({ device, listener, speedOfSoundMps, sides, centre, plant }: DesignDocument): unknown {
  const withoutTarget = (target: CancellationTarget | BeamTarget | null) =>
    target && { ...target, targetGainDb: null, maxEffortDb: null };
  const targets = [withoutTarget(sides.cancellation), withoutTarget(centre.beam)];
  return [device, listener, speedOfSoundMps, plant, ...targets];
}

function after(ms: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), ms));
}

function failed(code: string, error: unknown) {
  return { ok: false, failure: { code, field: '', message: reasonOf(error) } } as const;
}
