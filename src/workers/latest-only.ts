interface Waiting<Request, Reply> {
  readonly request: Request;
  readonly resolve: (reply: Promise<Reply> | null) => void;
}

/**
 * Runs one request at a time. Of those that come meanwhile only the newest waits; the ones it overtakes resolve to
 * `null` at once. A running request is never cut short: its answer is still the newest there is.
 */
export function latestOnly<Request, Reply>(
  run: (request: Request) => Promise<Reply>,
): (request: Request) => Promise<Reply | null> {
  let running = false;
  let waiting: Waiting<Request, Reply> | null = null;

  function begin({ request, resolve }: Waiting<Request, Reply>): void {
    running = true;
    const reply = run(request);
    resolve(reply);
    const goOn = () => {
      running = false;
      const next = waiting;
      waiting = null;
      if (next !== null) begin(next);
    };
    reply.then(goOn, goOn);
  }

  return (request) =>
    new Promise((resolve) => {
      const entry = { request, resolve };
      if (!running) {
        begin(entry);
        return;
      }
      waiting?.resolve(null);
      waiting = entry;
    });
}
