import { releaseProxy, wrap, type Remote } from 'comlink';

/** A worker that hangs longer than this is taken for dead: no request of ours comes near it. */
const PATIENCE_MS = 60_000;

export interface SupervisedWorker<Api> {
  /**
   * Calls the worker, started on the first call and again after it died. When it dies meanwhile another one is called;
   * rejects when that dies too, or when it has hung.
   */
  call<Reply>(use: (api: Remote<Api>) => Promise<Reply>): Promise<Reply>;
  terminate(): void;
  /** Has another take its place, which is asked what this one was asked and has not answered. */
  replace(): void;
}

interface Running<Api> {
  readonly api: Remote<Api>;
  readonly ready: Promise<void>;
  isReady: boolean;
  /** Rejects when the worker dies; never resolves. */
  readonly death: Promise<never>;
  readonly kill: (reason: Error) => void;
}

/** The worker is gone, and not for good: its successor may well answer. */
class WorkerCrash extends Error {}

/**
 * A comlink worker that is replaced when it fails: an uncaught error, a module that does not load, or silence.
 * @param create makes a new worker
 * @param prepare brings a new worker into the state that calls expect
 */
export function superviseWorker<Api>(
  create: () => Worker,
  prepare: (api: Remote<Api>) => Promise<void>,
  patienceMs: number = PATIENCE_MS,
): SupervisedWorker<Api> {
  let running: Running<Api> | null = null;

  function begin(): Running<Api> {
    const worker = create();
    const api = wrap<Api>(worker);
    let kill!: (reason: Error) => void;
    const death = new Promise<never>((_, reject) => {
      kill = (reason) => {
        if (running?.api === api) running = null;
        api[releaseProxy]();
        worker.terminate();
        reject(reason);
      };
    });
    // Whoever waits sees it through the race; with nobody waiting it is no unhandled rejection.
    death.catch(() => undefined);
    worker.addEventListener('error', (event) =>
      kill(new WorkerCrash(event.message || 'the worker could not be loaded')),
    );
    worker.addEventListener('messageerror', () =>
      kill(new WorkerCrash('an unreadable message from the worker')),
    );
    const ready = prepare(api);
    const begun: Running<Api> = { api, ready, isReady: false, death, kill };
    ready.then(
      () => (begun.isReady = true),
      () => undefined,
    );
    return begun;
  }

  async function callOnce<Reply>(use: (api: Remote<Api>) => Promise<Reply>): Promise<Reply> {
    running ??= begin();
    const { api, ready, isReady, death, kill } = running;
    const timer = setTimeout(() => kill(new Error('no answer from the worker')), patienceMs);
    try {
      // At once where it can be: whatever the page does next would come first.
      return await Promise.race([isReady ? use(api) : ready.then(() => use(api)), death]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async call(use) {
      try {
        return await callOnce(use);
      } catch (error) {
        if (!(error instanceof WorkerCrash)) throw error;
        return callOnce(use);
      }
    },
    terminate() {
      running?.kill(new Error('terminated'));
    },
    replace() {
      running?.kill(new WorkerCrash('replaced'));
    },
  };
}
