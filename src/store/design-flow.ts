import { isAsDesigned } from '../design/amounts.ts';
import type { BeamTarget, CancellationTarget, DesignDocument } from '../design/document.ts';
import { MISSING_MEASUREMENT } from '../design/is-design-error.ts';
import { withoutMeasurements } from '../design/with-measurement.ts';
import type { DesignFailure, DesignOutcome } from '../protocol/designer-protocol.ts';
import type { Slot } from '../protocol/listening-protocol.ts';
import { after } from './after.ts';
import { slotRequests } from './compare-slots.ts';
import { isSameValue } from './edit-steps.ts';
import { heardListening } from './listening.ts';
import { createLoadJudge } from './load-verdict.ts';
import { createLoudnessFlow } from './loudness-flow.ts';
import { createOrder } from './request-order.ts';
import { createSounding, picturesOf } from './sounding.ts';
import type { DesignerState, LoudnessOf } from './state.ts';
import { reasonOf, type Wiring } from './wiring.ts';
import { createZoneFlow } from './zone-flow.ts';

/** The way from an edited document to what is heard and seen: design, filters, loudness, listening zone. */
export interface DesignFlow {
  /**
   * Designs the current document; on success everything that follows from it.
   * @param isEdit by hand, and more may follow: where a whole design takes this machine long, a draft comes first
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
  /** What the loudness of what plays is measured on is there. */
  measurable(of: LoudnessOf): Promise<void>;
  /** There is more of it, or something better. @returns whether that makes a difference */
  moreMeasurable(of: LoudnessOf): Promise<boolean>;
  /** The worklets run: hands over what was designed before they did. */
  engineStarted(): void;
  /** What is known of the machine has changed. */
  rehearsed(): void;
}

/** A design that takes longer than this does not follow a hand. */
const DRAFT_ABOVE_MS = 12;

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
  const sounding = createSounding(wiring);
  const loudness = createLoudnessFlow(wiring, sounding, sound);
  const zones = createZoneFlow(wiring);
  const judgeLoad = createLoadJudge(wiring);
  let outcome: DesignOutcome | null = null;
  /** The design that all has followed from. */
  let settledOn: DesignOutcome | null = null;
  /** How long this machine took for the last whole design whose transfers were known. */
  let wholeMs = 0;
  let engineRuns = false;
  /** What the slots were last asked to play, as JSON; null before the first design. */
  let asked: string | null = null;

  function updateReady(): void {
    setPlayer({ ready: engineRuns && outcome !== null && get().player.track !== null });
  }

  function sound(next: DesignOutcome): void {
    if (!engineRuns) return;
    sounding.sound(next);
    updateReady();
  }

  async function redesign(isEdit = false): Promise<void> {
    let ticket = designs.next();
    // While one edit follows another, the machine is the design's alone; what they come to is measured.
    if (loudness.giveUp()) settledOn = null;
    const isDraft = isEdit && restMs > 0 && (needsTransfers(get().designer) || wholeMs > DRAFT_ABOVE_MS);
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
    await Promise.all([loudness.rematch(outcome), zones.remap(outcome)]);
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
    const isNews = !isSameValue(listening, get().designer.listening);
    setDesigner({ designing: true, ...(isNews && { listening }) });
    const reply = await answer.catch((error: unknown) => failed('worker-failed', error));
    if (designs.isLatest(ticket) && !isDraft) setDesigner({ designing: false });
    if (reply === null || !designs.accept(ticket)) return;
    if (!reply.ok) {
      setDesigner({ failure: reply.failure, designing: false });
      return;
    }
    outcome = reply.outcome;
    if (!isDraft) wholeMs = stepsAfterTransfersMs(outcome);
    // Before it is heard.
    judgeLoad(outcome.view.document, outcome.shape.maxOutputs);
    const pictures = picturesOf(outcome);
    const hasPictures = Object.keys({ ...get().player.pictures, ...pictures }).length > 0;
    if (hasPictures || !isSameValue(outcome.standIns, get().player.standIns))
      setPlayer({ standIns: outcome.standIns, pictures });
    // What a hand moves is seen before it is heard, which takes the longer way; the screens draw before this goes on.
    setDesigner({ failure, accepted: document, view: outcome.view });
    await Promise.resolve();
    await loudness.bringIn(reply.outcome);
  }

  function applyRoutes(): void {
    if (outcome !== null && engineRuns) sounding.route(outcome);
  }

  return {
    redesign,
    remap: () => zones.remap(outcome),
    cancelRemap: zones.cancel,
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
    async measurable(of) {
      loudness.measurable(of);
      if (outcome !== null && (await loudness.bringIn(outcome))) await loudness.rematch(outcome);
    },
    async moreMeasurable(of) {
      loudness.measurable(of);
      return outcome !== null && loudness.renew(outcome);
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

/** What a new target costs. */
function stepsAfterTransfersMs({ view: { stepsMs } }: DesignOutcome): number {
  return Object.entries(stepsMs).reduce((sum, [step, ms]) => (step === 'transfers' ? sum : sum + ms), 0);
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

function failed(code: string, error: unknown) {
  return { ok: false, failure: { code, field: '', said: reasonOf(error) } } as const;
}
