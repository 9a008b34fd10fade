import type { LibraryReply } from '../ports.ts';

/** Replies of a store that can be made to refuse. */
export function createFailing() {
  const failing = {
    reply: null as Extract<LibraryReply<never>, { ok: false }> | null,
    answer: <Value>(value: () => Value): Promise<LibraryReply<Value>> =>
      Promise.resolve(failing.reply ?? { ok: true, value: value() }),
  };
  return failing;
}
