import { atRate } from '../design/at-rate.ts';
import { DesignError } from '../design/design-error.ts';
import { referencePairEars } from '../design/comparisons.ts';
import { createDesigner, type Design } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import { createMemo } from '../design/memo.ts';
import { parseDesign } from '../design/schema.ts';
import { onTwoLoudspeakers } from '../design/two-loudspeakers.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import type { DesignReply, DesignRequest, HeardSet } from '../protocol/designer-protocol.ts';
import { MATRIX_SHAPE, type Listening } from '../protocol/listening-protocol.ts';
import { viewOf } from './design-view.ts';

/** From an edited document to what is played and shown. Keeps what does not change from one design to the next. */
export class DesignRunner {
  private readonly designer = createDesigner({ now: () => performance.now() });
  private readonly memo = createMemo();

  constructor(private readonly kernel: WebAssembly.Module) {}

  /** Never throws: errors lose their fields on the way between threads, so a refusal is data. */
  run({ document, listening, sampleRateHz, profile = 'music' }: DesignRequest): DesignReply {
    try {
      const edited = atRate(parseDesign(document), sampleRateHz);
      const played = listening.kind === 'loudspeakers' ? onTwoLoudspeakers(edited, listening) : edited;
      const latencySamples = modellingDelay(profile, played.filterTaps, sampleRateHz);
      const design = this.designer.design(played, latencySamples);
      const startedAt = performance.now();
      const original = this.heard(design.original, listening);
      const spatial = this.heard(design.spatial, listening);
      const reference = listening.kind === 'headphones' ? this.referencePair(played, latencySamples) : null;
      const spectra = performance.now() - startedAt;
      const view = viewOf(played, { ...design, stepsMs: { ...design.stepsMs, spectra } }, this.memo);
      const { cancellation } = design;
      const { drivers } = design.spatial;
      return { ok: true, outcome: { profile, view, original, spatial, reference, drivers, cancellation } };
    } catch (error) {
      if (!(error instanceof DesignError)) throw error;
      const { code, field, message } = error;
      return { ok: false, failure: { code, field, message } };
    }
  }

  private heard({ drivers, ears }: Design['spatial'], listening: Listening): HeardSet {
    // Two drivers in the order of the document, left first, are the two outputs.
    const outputs = listening.kind === 'loudspeakers' ? drivers : ears;
    return { prepared: prepareFilters(this.kernel, outputs, MATRIX_SHAPE), outputs, ears };
  }

  private referencePair(document: DesignDocument, latencySamples: number): HeardSet {
    const { device, listener, speedOfSoundMps, filterTaps, sampleRateHz } = document;
    const ears = this.memo(
      'reference',
      [device, listener, speedOfSoundMps, filterTaps, sampleRateHz, latencySamples],
      () => referencePairEars(document, latencySamples),
    );
    return { prepared: prepareFilters(this.kernel, ears, MATRIX_SHAPE), outputs: ears, ears };
  }
}
