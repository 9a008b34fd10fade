import type { CentreAmounts } from '../design/amounts.ts';
import { plainMatrixSet, referencePairEars } from '../design/comparisons.ts';
import { DesignError } from '../design/design-error.ts';
import { createDesigner, type Design, type Designer, type HeardFilters } from '../design/designer.ts';
import type { DesignDocument, UpmixKind } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { lengthened } from '../design/lengthened.ts';
import { createMemo } from '../design/memo.ts';
import { overAnyUpmix, withoutPart, type DesignPart } from '../design/variants.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import type {
  DesignFailure,
  DesignOutcome,
  HeardSet,
  SlotRequest,
  SlotRequests,
} from '../protocol/designer-protocol.ts';
import {
  shapeFor,
  SLOTS,
  type ChainShape,
  type Listening,
  type Profile,
  type Slot,
} from '../protocol/listening-protocol.ts';
import { readOthers, type OtherDesign } from './other-designs.ts';

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
type MadeSet = Omit<HeardSet, 'prepared'>;

const DEFAULT_SLOTS: SlotRequests = { A: { kind: 'original' }, B: { kind: 'design', without: null } };

/** What slots play, made of one design and of others; what has not changed since the last time is not made again. */
export class SlotSets {
  private readonly made = createMemo();
  private readonly designers = new Map<string, Designer>();
  private count = 0;

  constructor(private readonly kernel: WebAssembly.Module) {}

  /**
   * @param longestTaps told of the longest filters among the slots: all are as late as those are
   * @returns every slot that was asked for, and the two sides that there always are
   */
  fill(
    base: SlotBase,
    requests: SlotRequests = DEFAULT_SLOTS,
  ): Pick<DesignOutcome, 'shape' | 'original' | 'spatial' | 'slots' | 'standIns'> & {
    readonly longestTaps: number;
  } {
    const others = readOthers(requests, base);
    const longestTaps = Math.max(
      base.taps,
      ...[...others.values()].map((other) => (other instanceof DesignError ? 0 : other.filterTaps)),
    );
    const run = new Filling(base, modellingDelay(base.profile, longestTaps, base.sampleRateHz), this);
    const original = run.original();
    const spatial = run.spatial();
    const slots: Partial<Record<Slot, MadeSet>> = {};
    const standIns: Partial<Record<Slot, DesignFailure>> = {};
    for (const slot of SLOTS) {
      const request = requests[slot];
      if (!request) continue;
      try {
        slots[slot] = run.of(slot, request, others.get(slot));
      } catch (error) {
        if (!(error instanceof DesignError)) throw error;
        const { code, field, message } = error;
        standIns[slot] = { code, field, message };
        slots[slot] = slot === 'A' ? original : spatial;
      }
    }
    const shape = shapeOf([original, spatial, ...Object.values(slots)]);
    const prepare = this.preparing(shape);
    return {
      shape,
      original: prepare(original),
      spatial: prepare(spatial),
      slots: Object.fromEntries(Object.entries(slots).map(([slot, set]) => [slot, prepare(set)])),
      standIns,
      longestTaps,
    };
  }

  /** The spectra are handed over to another thread, so they are made each time; once of what stands in several places. */
  private preparing(shape: ChainShape): (set: MadeSet) => HeardSet {
    const done = new Map<number, HeardSet>();
    return (set) => {
      const known = done.get(set.id) ?? { ...set, prepared: prepareFilters(this.kernel, set.outputs, shape) };
      done.set(set.id, known);
      return known;
    };
  }

  /** @param dependsOn all that decides what is made under the name */
  heard(name: string, dependsOn: unknown, make: () => HeardFilters): Omit<MadeSet, 'upmix'> {
    const { id, filters } = this.made(name, dependsOn, () => ({ id: (this.count += 1), filters: make() }));
    return { id, outputs: filters.drivers, ears: filters.ears };
  }

  designer(name: string): Designer {
    const designer = this.designers.get(name) ?? createDesigner();
    this.designers.set(name, designer);
    return designer;
  }
}

/** One design's way into the slots. */
class Filling {
  private readonly done = new Map<string, MadeSet>();
  private readonly draft: string;

  /** @param latencySamples what everything is late by */
  constructor(
    private readonly base: SlotBase,
    private readonly latencySamples: number,
    private readonly sets: SlotSets,
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
      this.played(design.spatial, document.upmix.kind),
    );
  }

  private matrix(): MadeSet {
    return this.on('matrix', this.place(), null, () => {
      const { document } = this.base;
      const designer = this.sets.designer(`comparisons ${this.draft}`);
      return this.played(designer.listen(document, plainMatrixSet(document, this.ownLatency())));
    });
  }

  private reference(): MadeSet {
    if (this.base.listening.kind !== 'headphones') {
      throw new DesignError('headphones-only', '', '', 'a real pair can be heard on headphones alone');
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
    return this.on(name, [reduced, amounts, this.ownLatency()], kind, () =>
      this.played(
        // The same filters, fed in another way.
        part === 'upmix'
          ? design.spatial
          : this.sets.designer(`${name} ${this.draft}`).filters(reduced, this.ownLatency(), amounts),
        kind,
      ),
    );
  }

  private other(slot: Slot, document: DesignDocument): MadeSet {
    const { profile, sampleRateHz } = this.base;
    const latency = modellingDelay(profile, document.filterTaps, sampleRateHz);
    const { kind } = document.upmix;
    return this.on(
      `other ${slot}`,
      [document, latency],
      kind,
      () =>
        this.played(createDesigner({ remember: false }).filters(document, latency), kind, {
          taps: document.filterTaps,
          latencySamples: latency,
        }),
      // It is never a draft.
      'design',
    );
  }

  private on(
    name: string,
    dependsOn: unknown,
    upmix: UpmixKind | null,
    make: () => HeardFilters,
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

  /** As it leaves the matrix and as it arrives at the ears, as late as everything. */
  private played(
    { drivers, ears }: HeardFilters,
    upmix: UpmixKind = 'adaptive',
    own = {
      taps: this.base.taps,
      latencySamples: modellingDelay(this.base.profile, this.base.taps, this.base.sampleRateHz),
    },
  ): HeardFilters {
    const taps = own.taps + this.latencySamples - own.latencySamples;
    const fit = (set: FilterSet): FilterSet => {
      const fed = overAnyUpmix(set, upmix);
      const isLong = fed.taps === taps && fed.latencySamples === this.latencySamples;
      return isLong ? fed : lengthened(fed, taps, this.latencySamples);
    };
    const atEars = fit(ears);
    // Drivers in the order of the document are the outputs; of two loudspeakers the left one comes first.
    return { drivers: this.base.listening.kind === 'headphones' ? atEars : fit(drivers), ears: atEars };
  }
}

/** One for all: what has fewer outputs, or shorter filters, fits as well. */
function shapeOf(sets: readonly MadeSet[]): ChainShape {
  return shapeFor({
    outputs: Math.max(...sets.map(({ outputs }) => outputs.outputs)),
    taps: Math.max(...sets.map(({ outputs }) => outputs.taps)),
  });
}
