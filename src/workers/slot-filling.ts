import type { CentreAmounts } from '../design/amounts.ts';
import { plainMatrixSet, referencePairEars } from '../design/comparisons.ts';
import { DesignError } from '../design/design-error.ts';
import { createDesigner, type Design, type Designer, type HeardFilters } from '../design/designer.ts';
import type { DesignDocument, UpmixKind } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { lengthened } from '../design/lengthened.ts';
import type { Memo } from '../design/memo.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import { polarField } from '../design/polar-map.ts';
import { overAnyUpmix, withoutPart, type DesignPart } from '../design/variants.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import type { HeardSet, SlotPicture, SlotRequest } from '../protocol/designer-protocol.ts';
import type { Listening, Profile, Slot } from '../protocol/listening-protocol.ts';
import { DRAFT_MAP, WHOLE_MAP } from './design-view.ts';
import type { OtherDesign } from './other-designs.ts';
import { stageBeams } from './stage-beams.ts';
import { phrase } from '../refusal/phrase.ts';

/** A design that slots are filled from. */
export interface SlotBase {
  readonly listening: Listening;
  readonly sampleRateHz: number;
  readonly profile: Profile;
  /** As it was designed, at the length of a draft where it is one. */
  readonly document: DesignDocument;
  readonly design: Design;
  /** What is made of its centre. */
  readonly amounts: CentreAmounts;
  /** Of the filters as they are played. */
  readonly taps: number;
  readonly isDraft: boolean;
}

/** A set before it is prepared for the chain. */
export type MadeSet = Omit<HeardSet, 'prepared'>;

/** What a set is made of. */
export type MadeFilters = HeardFilters & Pick<HeardSet, 'picture'>;

/** What keeps sets and designers from one filling to the next. */
export interface SetMaker {
  /** @param dependsOn all that decides what is made under the name */
  heard(name: string, dependsOn: unknown, make: () => MadeFilters): Omit<MadeSet, 'upmix'>;
  designer(name: string): Designer;
  /** What the pictures of one set keep. */
  memo(name: string): Memo;
}

/** How long filters are by themselves. */
interface OwnLength {
  readonly taps: number;
  readonly latencySamples: number;
}

interface HowPlayed {
  readonly upmix?: UpmixKind;
  readonly own?: OwnLength;
  readonly picture?: SlotPicture | null;
}

/** One design's way into the slots. */
export class Filling {
  private readonly done = new Map<string, MadeSet>();
  private readonly draft: string;

  /** @param latencySamples what everything is late by */
  constructor(
    private readonly base: SlotBase,
    private readonly latencySamples: number,
    private readonly sets: SetMaker,
  ) {
    this.draft = base.isDraft ? 'draft' : 'design';
  }

  of(slot: Slot, request: SlotRequest, other: OtherDesign | undefined): MadeSet {
    switch (request.kind) {
      case 'original':
        return this.original();
      case 'matrix':
        return this.matrix();
      case 'reference':
        return this.reference();
      case 'design':
        return request.without === null ? this.spatial() : this.without(request.without);
      case 'other':
        if (other instanceof DesignError) throw other;
        return this.other(slot, other!);
    }
  }

  original(): MadeSet {
    return this.on('original', this.place(), null, () => this.played(this.base.design.original));
  }

  spatial(): MadeSet {
    const { design, document, amounts } = this.base;
    return this.on('design', [document, amounts], document.upmix.kind, () =>
      this.played(design.spatial, { upmix: document.upmix.kind }),
    );
  }

  private matrix(): MadeSet {
    return this.on('matrix', this.place(), null, () => {
      const { document } = this.base;
      const designer = this.sets.designer(`comparisons ${this.draft}`);
      const filters = designer.listen(document, plainMatrixSet(document, this.ownLatency()));
      return this.played(filters, { picture: this.picture('matrix', document, filters) });
    });
  }

  private reference(): MadeSet {
    if (this.base.listening.kind !== 'headphones') {
      throw new DesignError('headphones-only', '', '', phrase('headphones-only'));
    }
    return this.on('reference', this.place(), null, () => {
      const ears = referencePairEars(this.base.document, this.ownLatency());
      return this.played({ drivers: ears, ears });
    });
  }

  private without(part: DesignPart): MadeSet {
    const { document, design, amounts } = this.base;
    const reduced = withoutPart(document, part);
    const { kind } = reduced.upmix;
    const name = `without ${part}`;
    return this.on(name, [reduced, amounts, this.ownLatency()], kind, () => {
      // The same filters, fed in another way.
      if (part === 'upmix') return this.played(design.spatial, { upmix: kind });
      const filters = this.sets
        .designer(`${name} ${this.draft}`)
        .filters(reduced, this.ownLatency(), amounts);
      return this.played(filters, { upmix: kind, picture: this.picture(name, reduced, filters) });
    });
  }

  private other(slot: Slot, document: DesignDocument): MadeSet {
    const { profile, sampleRateHz } = this.base;
    const latency = modellingDelay(profile, document.filterTaps, sampleRateHz);
    const { kind } = document.upmix;
    return this.on(
      `other ${slot}`,
      [document, latency],
      kind,
      () => {
        const designer = createDesigner({ remember: false });
        const filters = designer.filters(document, latency);
        return this.played(filters, {
          upmix: kind,
          own: { taps: document.filterTaps, latencySamples: latency },
          picture: this.picture(`other ${slot}`, document, filters, designer.measure(document)),
        });
      },
      // It is never a draft.
      'design',
    );
  }

  private on(
    name: string,
    dependsOn: unknown,
    upmix: UpmixKind | null,
    make: () => MadeFilters,
    draft = this.draft,
  ): MadeSet {
    const known = this.done.get(name);
    if (known) return known;
    const { listening, profile, sampleRateHz } = this.base;
    const all = [listening, profile, sampleRateHz, this.latencySamples, dependsOn];
    const set = { ...this.sets.heard(`${draft} ${name}`, all, make), upmix };
    this.done.set(name, set);
    return set;
  }

  /** What decides how the original sounds on a device. */
  private place(): unknown {
    const { device, listener, plant, speedOfSoundMps, filterTaps } = this.base.document;
    return [device, listener, plant, speedOfSoundMps, filterTaps, this.base.taps];
  }

  private ownLatency(): number {
    return this.base.design.spatial.drivers.latencySamples;
  }

  private ownLength(): OwnLength {
    const { taps, profile, sampleRateHz } = this.base;
    return { taps, latencySamples: modellingDelay(profile, taps, sampleRateHz) };
  }

  /** Of the drivers, whatever is listened on. */
  private picture(
    name: string,
    document: DesignDocument,
    { drivers }: HeardFilters,
    metrics: DesignMetrics | null = null,
  ): SlotPicture {
    const { azimuthsDeg, frequenciesHz } = this.base.isDraft ? DRAFT_MAP : WHOLE_MAP;
    const memo = this.sets.memo(`${this.draft} ${name}`);
    const field = polarField(document, drivers, azimuthsDeg, frequenciesHz, memo);
    return { document, beams: stageBeams(field), metrics };
  }

  /** As it leaves the matrix and as it arrives at the ears, as late as everything. */
  private played(
    { drivers, ears }: HeardFilters,
    { upmix = 'adaptive', own = this.ownLength(), picture = null }: HowPlayed = {},
  ): MadeFilters {
    const taps = own.taps + this.latencySamples - own.latencySamples;
    const fit = (set: FilterSet): FilterSet => {
      const fed = overAnyUpmix(set, upmix);
      const isLong = fed.taps === taps && fed.latencySamples === this.latencySamples;
      return isLong ? fed : lengthened(fed, taps, this.latencySamples);
    };
    const atEars = fit(ears);
    // Drivers in the order of the document are the outputs; of two loudspeakers the left one comes first.
    return {
      drivers: this.base.listening.kind === 'headphones' ? atEars : fit(drivers),
      ears: atEars,
      picture,
    };
  }
}
