import { isDesignError } from '../design/is-design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import type { StudyReply, StudyRequest } from '../protocol/study-protocol.ts';
import type { StudyActions, StudiesState } from './state.ts';
import { reasonOf, whyOf, type Wiring } from './wiring.ts';

/** Studies of the design that is worked on and of another to hold it against, while somebody looks at them. */
export interface StudyFlow {
  readonly actions: StudyActions;
  /** There is a new design. */
  designed(): void;
  /** Reads the snapshots that are kept, now and whenever another tab has changed them. */
  follow(): Promise<void>;
}

export const initialStudies: StudiesState = {
  other: null,
  snapshots: [],
  ours: null,
  theirs: null,
  progress: null,
  failure: null,
};

type Side = 'ours' | 'theirs';
type Wanted = Pick<StudyRequest, 'profile' | 'isPrinted'> & { readonly document: DesignDocument };

/** Whether what is there has all that is wanted. */
function answers(there: Wanted | null, wanted: Wanted | null): boolean {
  return (
    there?.document === wanted?.document &&
    there?.profile === wanted?.profile &&
    (there?.isPrinted === true || wanted?.isPrinted !== true)
  );
}

export function createStudyFlow({ ports, get, set, notify }: Wiring): StudyFlow {
  const put = (partial: Partial<StudiesState>): void => set({ studies: { ...get().studies, ...partial } });
  /** What each side's study, or refusal, is of. */
  const studied: Record<Side, Wanted | null> = { ours: null, theirs: null };
  let watchers = 0;
  let isWorking = false;

  /** What cannot be read now is left as it was: who never compares is not bothered. */
  async function readSnapshots(): Promise<void> {
    const reply = await ports.snapshots.list();
    if (reply.ok) put({ snapshots: reply.value });
  }

  function wanted(side: Side): Wanted | null {
    const { designer, studies, player, reportOpen } = get();
    // Before the first design there is nothing that is known to be one.
    const ours = designer.view && designer.accepted;
    const document = side === 'ours' ? ours : (studies.other?.document ?? null);
    const isPrinted = side === 'ours' && reportOpen;
    return document && { document, profile: player.profile, isPrinted };
  }

  function isDue(side: Side): boolean {
    const now = wanted(side);
    return now !== null && !answers(studied[side], now);
  }

  function next(): Side | null {
    if (watchers === 0) return null;
    return isDue('ours') ? 'ours' : isDue('theirs') ? 'theirs' : null;
  }

  async function study(side: Side): Promise<void> {
    const request = wanted(side);
    if (request === null) return;
    put({ progress: 0 });
    const { sampleRateHz } = ports.engine;
    const reply = await ports.design
      .study({ ...request, sampleRateHz }, (progress) => isWorking && put({ progress }))
      .catch(workerFailure);
    // Another was chosen meanwhile: what came is of no use, unless it is this design, of which the last is better than none.
    const isWanted = answers(request, wanted(side));
    if (side === 'theirs' && !isWanted) return;
    studied[side] = request;
    if (reply.ok) put({ [side]: reply.study, failure: null });
    else put({ [side]: null, failure: reply.failure });
  }

  /** One after the other: while something is dragged, the newest is taken when the one before is done. */
  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    for (let side = next(); side !== null; side = next()) await study(side);
    isWorking = false;
    put({ progress: null });
  }

  return {
    actions: {
      watchStudies(on) {
        watchers += on ? 1 : -1;
        void work();
      },
      compareWith(other) {
        studied.theirs = null;
        put({ other, theirs: null, failure: null });
        void work();
      },
      async compareWithFile(file) {
        try {
          const { readDesignFile } = await import('./design-file.ts');
          const document = await readDesignFile(file);
          get().actions.compareWith({ origin: { kind: 'file', fileName: file.name }, document });
        } catch (error) {
          if (!isDesignError(error)) throw error;
          const values = { fileName: file.name };
          notify({ severity: 'error', code: 'design-file-refused', values, why: whyOf(error) });
        }
      },
      async pinSnapshot() {
        const reply = await ports.snapshots.keep(get().designer.accepted);
        if (!reply.ok) {
          notify({ severity: 'warning', code: 'snapshot-not-kept', values: { detail: reply.detail } });
        }
        await readSnapshots();
      },
      async removeSnapshot(id) {
        const reply = await ports.snapshots.remove(id);
        if (!reply.ok) {
          notify({ severity: 'error', code: `library-${reply.code}`, values: { detail: reply.detail } });
          return;
        }
        const { other } = get().studies;
        if (other?.origin.kind === 'snapshot' && other.origin.id === id) get().actions.compareWith(null);
        await readSnapshots();
      },
    },
    designed: () => void work(),
    follow() {
      ports.snapshots.onChange(() => void readSnapshots());
      return readSnapshots();
    },
  };
}

function workerFailure(error: unknown): StudyReply {
  return { ok: false, failure: { code: 'worker-failed', field: '', said: reasonOf(error) } };
}
