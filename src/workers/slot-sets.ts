import { DesignError } from '../design/design-error.ts';
import { createDesigner, type Designer } from '../design/designer.ts';
import { createMemo, type Memo } from '../design/memo.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import type {
  DesignFailure,
  KeptIds,
  SentOutcome,
  SentSet,
  SlotRequests,
} from '../protocol/designer-protocol.ts';
import { isSameShape, shapeFor, SLOTS, type ChainShape, type Slot } from '../protocol/listening-protocol.ts';
import { readOthers } from './other-designs.ts';
import { Filling, type MadeFilters, type MadeSet, type SetMaker, type SlotBase } from './slot-filling.ts';

const DEFAULT_SLOTS: SlotRequests = { A: { kind: 'original' }, B: { kind: 'design', without: null } };

/** What slots play, made of one design and of others; what has not changed since the last time is not made again. */
export class SlotSets implements SetMaker {
  private readonly made = createMemo();
  private readonly designers = new Map<string, Designer>();
  private readonly memos = new Map<string, Memo>();
  /** Beyond those of a worker whose place this one took: a thousand a millisecond are never made. */
  private count = 1000 * Date.now();

  constructor(private readonly kernel: WebAssembly.Module) {}

  /**
   * @param kept sets that are told of by their numbers alone
   * @returns every slot that was asked for, and the two sides that there always are; the longest filters among them: all are
   *   as late as those are
   */
  fill(
    base: SlotBase,
    requests: SlotRequests = DEFAULT_SLOTS,
    kept: readonly KeptIds[] = [],
  ): Pick<SentOutcome, 'shape' | 'original' | 'spatial' | 'slots' | 'standIns'> & {
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
        const { code, field, said } = error;
        standIns[slot] = { code, field, said };
        slots[slot] = slot === 'A' ? original : spatial;
      }
    }
    const shape = shapeOf([original, spatial, ...Object.values(slots)]);
    const prepare = this.preparing(shape, kept);
    return {
      shape,
      original: prepare(original),
      spatial: prepare(spatial),
      slots: Object.fromEntries(Object.entries(slots).map(([slot, set]) => [slot, prepare(set)])),
      standIns,
      longestTaps,
    };
  }

  /** The spectra are handed over to another thread and not kept here; of what stands in several places they are made once. */
  private preparing(shape: ChainShape, kept: readonly KeptIds[]): (set: MadeSet) => SentSet {
    const known = new Set(kept.flatMap((of) => (isSameShape(of.shape, shape) ? of.ids : [])));
    const done = new Map<number, SentSet>();
    return (set) => {
      const { id, upmix } = set;
      const sent = done.get(id) ?? (known.has(id) ? { id, upmix } : this.prepared(set, shape));
      done.set(id, sent);
      return sent;
    };
  }

  private prepared(set: MadeSet, shape: ChainShape): SentSet {
    return { ...set, prepared: prepareFilters(this.kernel, set.outputs, shape) };
  }

  heard(name: string, dependsOn: unknown, make: () => MadeFilters): Omit<MadeSet, 'upmix'> {
    const { id, filters } = this.made(name, dependsOn, () => ({ id: (this.count += 1), filters: make() }));
    return { id, outputs: filters.drivers, ears: filters.ears, picture: filters.picture };
  }

  memo(name: string): Memo {
    const memo = this.memos.get(name) ?? createMemo();
    this.memos.set(name, memo);
    return memo;
  }

  designer(name: string): Designer {
    const designer = this.designers.get(name) ?? createDesigner();
    this.designers.set(name, designer);
    return designer;
  }
}

/** One for all: what has fewer outputs, or shorter filters, fits as well. */
function shapeOf(sets: readonly MadeSet[]): ChainShape {
  return shapeFor({
    outputs: Math.max(...sets.map(({ outputs }) => outputs.outputs)),
    taps: Math.max(...sets.map(({ outputs }) => outputs.taps)),
  });
}
