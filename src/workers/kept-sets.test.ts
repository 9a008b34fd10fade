import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import type { DesignOutcome, DesignRequest, HeardSet, SentOutcome } from '../protocol/designer-protocol.ts';
import { DesignRunner } from './design-runner.ts';
import { KeptSets } from './kept-sets.ts';

/** Short filters: nothing here depends on their length. */
const SHORT = { filterTaps: 512 };
const SPEAKER = { ...PRESETS['smart-speaker'], ...SHORT };
const REQUEST: DesignRequest = {
  document: SPEAKER,
  listening: { kind: 'headphones' },
  sampleRateHz: 48_000,
  slots: {
    A: { kind: 'original' },
    B: { kind: 'design', without: null },
    C: { kind: 'other', document: { ...PRESETS.laptop, ...SHORT } },
  },
};
const EDITED: DesignRequest = {
  ...REQUEST,
  document: { ...SPEAKER, centre: { beam: null } },
};

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

/** A worker that is asked over the boundary, and a page that keeps what comes. */
function connected() {
  const kept = new KeptSets();
  let runner = new DesignRunner(kernel);
  function ask(request: DesignRequest): { readonly sent: SentOutcome; readonly outcome: DesignOutcome } {
    const reply = runner.send(request, kept.ids());
    if (!reply.ok) throw new Error(String(reply.failure.said));
    const { original, spatial, slots } = reply.outcome;
    const transfer = [original, spatial, ...Object.values(slots)].flatMap((set) =>
      'prepared' in set ? [set.prepared.spectra.buffer as ArrayBuffer] : [],
    );
    const sent = structuredClone(reply.outcome, { transfer: [...new Set(transfer)] });
    const whole = kept.complete({ ok: true, outcome: sent });
    if (!whole.ok) throw new Error(String(whole.failure.said));
    return { sent, outcome: whole.outcome };
  }
  return { kept, ask, restart: () => void (runner = new DesignRunner(kernel)) };
}

/** The slots whose filters came along. */
const slotsSent = ({ slots }: SentOutcome) =>
  Object.entries(slots).flatMap(([slot, set]) => ('prepared' in set ? [slot] : []));

/** All that is played and measured of a set, a run of numbers; compared as bytes, since there are millions. */
const contentOf = ({ prepared, outputs, ears }: HeardSet) =>
  [prepared.spectra, prepared.header, outputs.firs, ears.firs].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );

/** What a worker that knows of nothing makes of it. */
function expectWhole({ slots, original, spatial }: DesignOutcome, request: DesignRequest): void {
  const reply = new DesignRunner(kernel).run(request);
  if (!reply.ok) throw new Error(String(reply.failure.said));
  const fresh = { ...reply.outcome.slots, O: reply.outcome.original, S: reply.outcome.spatial };
  for (const [name, set] of Object.entries({ ...slots, O: original, S: spatial })) {
    const expected = fresh[name as keyof typeof fresh]!;
    expect(set.upmix).toBe(expected.upmix);
    const content = contentOf(set);
    expect(contentOf(expected).map((bytes, n) => bytes.equals(content[n]!))).not.toContain(false);
  }
}

describe('KeptSets', () => {
  it('makes outcomes whole of which only what has changed was sent', () => {
    const { ask } = connected();
    expect(slotsSent(ask(REQUEST).sent)).toEqual(['A', 'B', 'C']);
    const { sent, outcome } = ask(EDITED);
    expect(slotsSent(sent)).toEqual(['B']);
    expectWhole(outcome, EDITED);
    expect(outcome.slots.A).toBe(outcome.original);
    expect(outcome.slots.B).toBe(outcome.spatial);
  });

  it('knows drafts and designs apart, and each again after the other', () => {
    const { ask } = connected();
    const draft = { ...REQUEST, isDraft: true };
    ask(REQUEST);
    // What is of no draft is there already.
    expect(slotsSent(ask(draft).sent)).toEqual(['A', 'B']);
    expect(slotsSent(ask({ ...EDITED, isDraft: true }).sent)).toEqual(['B']);
    expect(slotsSent(ask(EDITED).sent)).toEqual(['B']);
    const again = ask({ ...EDITED, isDraft: true });
    expect(slotsSent(again.sent)).toEqual([]);
    expectWhole(again.outcome, { ...EDITED, isDraft: true });
  });

  it('is sent all of it for another shape, whose spectra are others', () => {
    const { ask } = connected();
    const onDevice = (slots: NonNullable<DesignRequest['slots']>): DesignRequest => ({
      ...REQUEST,
      document: { ...PRESETS.soundbar, ...SHORT },
      listening: { kind: 'device', channels: 8 },
      slots,
    });
    const long = { ...PRESETS.soundbar, filterTaps: 1024 };
    const [short, both] = [
      onDevice({ B: { kind: 'design', without: null } }),
      onDevice({ B: { kind: 'design', without: null }, C: { kind: 'other', document: long } }),
    ];
    ask(short);
    const { sent, outcome } = ask(both);
    expect(slotsSent(sent)).toEqual(['B', 'C']);
    expectWhole(outcome, both);
  });

  it('takes no set of a worker that is gone for one of its successor’s', () => {
    const { ask, restart } = connected();
    ask(REQUEST);
    restart();
    const { sent, outcome } = ask(EDITED);
    expect(slotsSent(sent)).toEqual(['A', 'B', 'C']);
    expectWhole(outcome, EDITED);
  });

  it('refuses what it cannot make whole, and is sent all of it then', () => {
    const { kept, ask } = connected();
    const { sent } = ask(REQUEST);
    const strange = { ...sent, spatial: { id: -1, upmix: null } };
    expect(() => kept.complete({ ok: true, outcome: strange })).toThrow('left out set -1');
    expect(slotsSent(ask(REQUEST).sent)).toEqual(['A', 'B', 'C']);
  });
});
