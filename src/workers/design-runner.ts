import { AS_DESIGNED, withAmounts } from '../design/amounts.ts';
import { atRate } from '../design/at-rate.ts';
import { DesignError } from '../design/design-error.ts';
import { createDesigner, type Design } from '../design/designer.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { lengthened } from '../design/lengthened.ts';
import { createMemo } from '../design/memo.ts';
import { POINTS_PER_OCTAVE } from '../design/metrics.ts';
import { parseDesign } from '../design/schema.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import type {
  DesignReply,
  DesignRequest,
  DesignView,
  KeptIds,
  SentReply,
} from '../protocol/designer-protocol.ts';
import { DRAFT_MAP, viewOf, WHOLE_MAP } from './design-view.ts';
import { documentOn } from './document-on.ts';
import { KeptSets } from './kept-sets.ts';
import { SlotSets } from './slot-sets.ts';

/** A draft's filters are so much shorter, but for a shortest. */
const DRAFT_SHARE = 4;
const LEAST_DRAFT_TAPS = 256;
const DRAFT_POINTS_PER_OCTAVE = 8;

/** What makes designs of one kind, and keeps what does not change from one to the next. */
class Bench {
  readonly designer = createDesigner({ now: () => performance.now() });
  readonly memo = createMemo();
}

/** Filters are designed at one length and played at another, with zeros around them. */
interface Lengths {
  readonly designed: { readonly taps: number; readonly latencySamples: number };
  readonly played: { readonly taps: number; readonly latencySamples: number };
}

/** From an edited document to what is played and shown. */
export class DesignRunner {
  private readonly bench = new Bench();
  private readonly draftBench = new Bench();
  private readonly slotSets: SlotSets;

  constructor(kernel: WebAssembly.Module) {
    this.slotSets = new SlotSets(kernel);
  }

  /** Never throws: errors lose their fields on the way between threads, so a refusal is data. */
  run(request: DesignRequest): DesignReply {
    return new KeptSets().complete(this.send(request, []));
  }

  /** The same for another thread. @param kept what need not be sent */
  send(request: DesignRequest, kept: readonly KeptIds[]): SentReply {
    const { listening, sampleRateHz, profile = 'music', isDraft = false, amounts = AS_DESIGNED } = request;
    try {
      const { played, shaped, lengths, design } = this.design(request, isDraft);
      const startedAt = performance.now();
      const { longestTaps, ...heard } = this.slotSets.fill(
        {
          ...{ document: shaped, design, amounts, taps: played.filterTaps },
          ...{ isDraft, listening, sampleRateHz, profile },
        },
        request.slots,
        kept,
      );
      const spectra = performance.now() - startedAt;
      const { latencySamples } = lengths.played;
      const metrics = { ...design.metrics, latencySamples };
      const view = this.view(
        { ...design, document: played, metrics, stepsMs: { ...design.stepsMs, spectra } },
        isDraft,
        longestTaps,
      );
      const fit = (set: FilterSet): FilterSet =>
        set.taps === lengths.played.taps ? set : lengthened(set, lengths.played.taps, latencySamples);
      const drivers = fit(design.spatial.drivers);
      const cancellation = fit(design.cancellation);
      return { ok: true, outcome: { isDraft, profile, listening, view, ...heard, drivers, cancellation } };
    } catch (error) {
      if (!(error instanceof DesignError)) throw error;
      const { code, field, said } = error;
      return { ok: false, failure: { code, field, said } };
    }
  }

  /** Makes drafts of a request that was designed follow a hand from the first one on: what they keep is computed now. */
  prepareDrafts(request: DesignRequest): void {
    try {
      const { played, design } = this.design(request, true);
      this.view({ ...design, document: played }, true);
    } catch (error) {
      // What it was designed on may have been forgotten since: whoever asks for a draft is told.
      if (!(error instanceof DesignError)) throw error;
    }
  }

  private design(request: DesignRequest, isDraft: boolean) {
    const { document, listening, sampleRateHz, profile = 'music', amounts = AS_DESIGNED } = request;
    const edited = withAmounts(parseDesign(document), amounts);
    const played = documentOn(atRate(edited, sampleRateHz), listening);
    const latencySamples = modellingDelay(profile, played.filterTaps, sampleRateHz);
    const lengths = lengthsOf(played.filterTaps, latencySamples, isDraft);
    const shaped = { ...played, filterTaps: lengths.designed.taps };
    const design = this.benchOf(isDraft).designer.design(
      shaped,
      lengths.designed.latencySamples,
      isDraft ? DRAFT_POINTS_PER_OCTAVE : POINTS_PER_OCTAVE,
      amounts,
    );
    return { played, shaped, lengths, design };
  }

  private view(design: Design, isDraft: boolean, longestTaps?: number): DesignView {
    return viewOf(design, this.benchOf(isDraft).memo, isDraft ? DRAFT_MAP : WHOLE_MAP, longestTaps);
  }

  private benchOf(isDraft: boolean): Bench {
    return isDraft ? this.draftBench : this.bench;
  }
}

function lengthsOf(taps: number, latencySamples: number, isDraft: boolean): Lengths {
  const played = { taps, latencySamples };
  if (!isDraft) return { designed: played, played };
  const short = Math.min(taps, Math.max(LEAST_DRAFT_TAPS, taps / DRAFT_SHARE));
  return { designed: { taps: short, latencySamples: Math.min(latencySamples, short / 2) }, played };
}
