import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_STEPS, NO_HISTORY, redone, undone, withStep, type Travelled } from './history.ts';

type Act = { readonly edit: number } | 'undo' | 'redo';

const start: Travelled<number> = { present: 0, history: NO_HISTORY };
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ edit: fc.integer() }) },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

function after(acts: readonly Act[], from = start): Travelled<number> {
  return acts.reduce((at, next) => {
    if (next === 'undo') return undone(at) ?? at;
    if (next === 'redo') return redone(at) ?? at;
    return { present: next.edit, history: withStep(at.history, at.present) };
  }, from);
}

describe('history', () => {
  it('is where it was after undo and redo, and after redo and undo, wherever that is', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 150 }), (acts) => {
        const here = after(acts);
        const back = undone(here);
        if (back) expect(redone(back)).toEqual(here);
        const on = redone(here);
        if (on) expect(undone(on)).toEqual(here);
      }),
    );
  });

  it('goes back through the last hundred edits, one by one, and no further', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 140 }), (edits) => {
        const all = [0, ...edits];
        let at: Travelled<number> | null = after(edits.map((edit) => ({ edit })));
        const seen: number[] = [];
        for (; at !== null; at = undone(at)) seen.unshift(at.present);
        expect(seen).toEqual(all.slice(-(MOST_STEPS + 1)));
      }),
    );
  });

  it('forgets what was undone with the next edit', () => {
    const { present, history } = after([{ edit: 1 }, { edit: 2 }, 'undo', { edit: 3 }]);
    expect(present).toBe(3);
    expect(history).toEqual({ past: [0, 1], future: [] });
  });
});
