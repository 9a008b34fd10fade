import { atRate } from '../design/at-rate.ts';
import { DesignError } from '../design/design-error.ts';
import { referencePairEars } from '../design/comparisons.ts';
import { createDesigner, type Design } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { lengthened } from '../design/lengthened.ts';
import { createMemo, type Memo } from '../design/memo.ts';
import { POINTS_PER_OCTAVE } from '../design/metrics.ts';
import { parseDesign } from '../design/schema.ts';
import { onTwoLoudspeakers } from '../design/two-loudspeakers.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import type { DesignReply, DesignRequest, HeardSet } from '../protocol/designer-protocol.ts';
import { MATRIX_SHAPE, type Listening } from '../protocol/listening-protocol.ts';
import { DRAFT_MAP, viewOf, WHOLE_MAP } from './design-view.ts';

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

  constructor(private readonly kernel: WebAssembly.Module) {}

  /** Never throws: errors lose their fields on the way between threads, so a refusal is data. */
  run({ document, listening, sampleRateHz, profile = 'music', isDraft = false }: DesignRequest): DesignReply {
    try {
      const edited = atRate(parseDesign(document), sampleRateHz);
      const played = listening.kind === 'loudspeakers' ? onTwoLoudspeakers(edited, listening) : edited;
      const latencySamples = modellingDelay(profile, played.filterTaps, sampleRateHz);
      const lengths = lengthsOf(played.filterTaps, latencySamples, isDraft);
      const { designer, memo } = isDraft ? this.draftBench : this.bench;
      const shaped = { ...played, filterTaps: lengths.designed.taps };
      const design = designer.design(
        shaped,
        lengths.designed.latencySamples,
        isDraft ? DRAFT_POINTS_PER_OCTAVE : POINTS_PER_OCTAVE,
      );
      const startedAt = performance.now();
      const fit = (set: FilterSet): FilterSet =>
        set.taps === lengths.played.taps ? set : lengthened(set, lengths.played.taps, latencySamples);
      const heard = (set: Design['spatial']): HeardSet => this.heard(set, listening, fit);
      const original = heard(design.original);
      const spatial = heard(design.spatial);
      const reference =
        listening.kind === 'headphones'
          ? this.pairSet(fit(referencePair(shaped, lengths.designed.latencySamples, memo)))
          : null;
      const spectra = performance.now() - startedAt;
      const metrics = { ...design.metrics, latencySamples };
      const view = viewOf(
        played,
        { ...design, metrics, stepsMs: { ...design.stepsMs, spectra } },
        memo,
        isDraft ? DRAFT_MAP : WHOLE_MAP,
      );
      const drivers = fit(design.spatial.drivers);
      const cancellation = fit(design.cancellation);
      return {
        ok: true,
        outcome: { isDraft, profile, view, original, spatial, reference, drivers, cancellation },
      };
    } catch (error) {
      if (!(error instanceof DesignError)) throw error;
      const { code, field, message } = error;
      return { ok: false, failure: { code, field, message } };
    }
  }

  private heard(
    { drivers, ears }: Design['spatial'],
    listening: Listening,
    fit: (set: FilterSet) => FilterSet,
  ): HeardSet {
    const atEars = fit(ears);
    // Two drivers in the order of the document, left first, are the two outputs.
    const outputs = listening.kind === 'loudspeakers' ? fit(drivers) : atEars;
    return { prepared: prepareFilters(this.kernel, outputs, MATRIX_SHAPE), outputs, ears: atEars };
  }

  private pairSet(ears: FilterSet): HeardSet {
    return { prepared: prepareFilters(this.kernel, ears, MATRIX_SHAPE), outputs: ears, ears };
  }
}

function lengthsOf(taps: number, latencySamples: number, isDraft: boolean): Lengths {
  const played = { taps, latencySamples };
  if (!isDraft) return { designed: played, played };
  const short = Math.min(taps, Math.max(LEAST_DRAFT_TAPS, taps / DRAFT_SHARE));
  return { designed: { taps: short, latencySamples: Math.min(latencySamples, short / 2) }, played };
}

function referencePair(document: DesignDocument, latencySamples: number, memo: Memo): FilterSet {
  const { device, listener, speedOfSoundMps, filterTaps, sampleRateHz } = document;
  return memo(
    'reference',
    [device, listener, speedOfSoundMps, filterTaps, sampleRateHz, latencySamples],
    () => referencePairEars(document, latencySamples),
  );
}
