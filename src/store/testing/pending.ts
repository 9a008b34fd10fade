/** A promise that the test settles, with what was asked. */
export interface Pending<Request, Reply> {
  readonly request: Request;
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

export function pendingList<Request, Reply>() {
  const list: Pending<Request, Reply>[] = [];
  const ask = (request: Request) =>
    new Promise<Reply>((resolve, reject) => list.push({ request, resolve, reject }));
  return { list, ask };
}
