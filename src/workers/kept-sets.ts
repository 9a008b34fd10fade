import type {
  DesignReply,
  HeardSet,
  KeptIds,
  SentOutcome,
  SentReply,
  SentSet,
} from '../protocol/designer-protocol.ts';
import { isSameShape, type ChainShape, type Slot } from '../protocol/listening-protocol.ts';

interface Kept {
  readonly shape: ChainShape;
  readonly sets: ReadonlyMap<number, HeardSet>;
}

/**
 * The sets of what was designed last, and of the last draft: the worker makes and sends them once. An outcome is whole again
 * here; what came before it keeps its own.
 */
export class KeptSets {
  private readonly kept = new Map<'draft' | 'design', Kept>();

  /** For the next request. */
  ids(): KeptIds[] {
    return [...this.kept.values()].map(({ shape, sets }) => ({ shape, ids: [...sets.keys()] }));
  }

  /** @throws Error where a set is in neither: then nothing is kept, and another request brings all */
  complete(reply: SentReply): DesignReply {
    if (!reply.ok) return reply;
    const { outcome } = reply;
    const sets = new Map<number, HeardSet>();
    const whole = (sent: SentSet): HeardSet => {
      const set = sets.get(sent.id) ?? this.wholeOf(sent, outcome);
      sets.set(set.id, set);
      return set;
    };
    const slots: Partial<Record<Slot, HeardSet>> = {};
    for (const [slot, sent] of Object.entries(outcome.slots)) slots[slot as Slot] = whole(sent);
    const [original, spatial] = [whole(outcome.original), whole(outcome.spatial)];
    this.kept.set(outcome.isDraft ? 'draft' : 'design', { shape: outcome.shape, sets });
    return { ok: true, outcome: { ...outcome, original, spatial, slots } };
  }

  private wholeOf(sent: SentSet, { shape }: SentOutcome): HeardSet {
    if ('prepared' in sent) return sent;
    for (const kept of this.kept.values()) {
      const set = isSameShape(kept.shape, shape) ? kept.sets.get(sent.id) : undefined;
      // The same filters may be fed in another way than before.
      if (set) return set.upmix === sent.upmix ? set : { ...set, upmix: sent.upmix };
    }
    this.kept.clear();
    throw new Error(`the worker left out set ${sent.id}, which is not kept`);
  }
}
