import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addTracks,
  EMPTY_ORDER,
  listAs,
  listAsBefore,
  moveTrack,
  playOrder,
  removeTracks,
  setShuffle,
  stepBack,
  stepOn,
  type QueueOrder,
  type StepRules,
} from './queue-order.ts';

/** mulberry32: the same chances in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const of = (ids: string, currentId: string | null = null): QueueOrder => ({
  ...EMPTY_ORDER,
  ids: [...ids],
  currentId,
});
const rules = (more: Partial<StepRules> = {}): StepRules => ({
  isPlayable: () => true,
  chance: chances(1),
  ...more,
});
/** What is heard one after the other, at most so many. */
function heard(order: QueueOrder, count: number, more: Partial<StepRules> = {}): string {
  let text = '';
  const all = rules({ isAutomatic: true, ...more });
  for (let at: QueueOrder | null = order; at && text.length < count; at = stepOn(at, all))
    text += at.currentId;
  return text;
}

describe('the order of a queue', () => {
  it('plays from first to last and ends', () => {
    expect(heard(of('abc', 'a'), 9)).toBe('abc');
    expect(stepOn(of(''), rules())).toBeNull();
    expect(stepOn(of('ab'), rules())?.currentId).toBe('a');
  });

  it('repeats all, or one until another is asked for', () => {
    expect(heard({ ...of('abc', 'b'), repeat: 'all' }, 6)).toBe('bcabca');
    const one = { ...of('abc', 'b'), repeat: 'one' } as const;
    expect(heard(one, 3)).toBe('bbb');
    expect(stepOn(one, rules())?.currentId).toBe('c');
    expect(stepOn({ ...one, currentId: 'c' }, rules())?.currentId).toBe('a');
  });

  it('passes over what cannot be played, and ends where nothing can', () => {
    const isPlayable = (id: string) => id !== 'b';
    expect(heard(of('abc', 'a'), 9, { isPlayable })).toBe('ac');
    expect(stepBack(of('abc', 'c'), isPlayable)?.currentId).toBe('a');
    expect(stepOn({ ...of('b', 'b'), repeat: 'all' }, rules({ isPlayable }))).toBeNull();
    expect(stepOn({ ...of('bb', 'b'), repeat: 'one' }, rules({ isPlayable, isAutomatic: true }))).toBeNull();
  });

  it('goes back, and round only where all is repeated', () => {
    expect(stepBack(of('abc', 'b'), () => true)?.currentId).toBe('a');
    expect(stepBack(of('abc', 'a'), () => true)).toBeNull();
    expect(stepBack({ ...of('abc', 'a'), repeat: 'all' }, () => true)?.currentId).toBe('c');
    expect(stepBack(of('abc'), () => true)?.currentId).toBe('c');
  });

  it('moves a track among the others, and nothing for one that is not there', () => {
    expect(moveTrack(of('abcd'), 'a', 2).ids.join('')).toBe('bcad');
    expect(moveTrack(of('abcd'), 'd', -1).ids.join('')).toBe('dabc');
    expect(moveTrack(of('abcd'), 'b', 9).ids.join('')).toBe('acdb');
    const order = of('ab');
    expect(moveTrack(order, 'x', 0)).toBe(order);
  });

  it('is listed in another order, and as before again without what went, and with what came last', () => {
    const order = of('cab', 'a');
    const sorted = listAs(order, [...'abc']);
    expect(sorted).toEqual(of('abc', 'a'));
    expect(listAs(sorted, [...'abc'])).toBe(sorted);
    expect(listAsBefore(sorted, order.ids)).toEqual(order);
    const since = addTracks(removeTracks(sorted, new Set(['b'])), ['x'], chances(1));
    expect(listAsBefore(since, order.ids).ids.join('')).toBe('cax');
  });

  it('lets what plays go when it is removed', () => {
    const order = removeTracks(setShuffle(of('abc', 'b'), true, chances(2)), new Set(['b']));
    expect(order).toMatchObject({ ids: ['a', 'c'], currentId: null });
    expect([...order.shuffled!].sort()).toEqual(['a', 'c']);
  });

  it('goes on after it with what followed, however many of that are removed as well', () => {
    const automatic = rules({ isAutomatic: true });
    const order = removeTracks(of('abcd', 'b'), new Set(['b']));
    expect(stepOn(order, automatic)?.currentId).toBe('c');
    expect(stepOn(removeTracks(order, new Set(['c'])), automatic)?.currentId).toBe('d');
    expect(stepOn(removeTracks(of('ab', 'b'), new Set(['b'])), automatic)).toBeNull();
  });

  it('begins by itself only where a track of it was played', () =>
    expect(stepOn(of('abc'), rules({ isAutomatic: true }))).toBeNull());
});

describe('a shuffled queue', () => {
  it('keeps what plays first, holds every track once, and is as listed again when it is off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), fc.integer(), (count, at, seed) => {
        const ids = Array.from({ length: count }, (_, n) => `t${n}`);
        const currentId = ids[at % count]!;
        const listed = { ...EMPTY_ORDER, ids, currentId };
        const order = setShuffle(listed, true, chances(seed));
        expect(order.shuffled![0]).toBe(currentId);
        expect(new Set(order.shuffled)).toEqual(new Set(ids));
        expect(order.shuffled).toHaveLength(count);
        expect(setShuffle(order, false, chances(seed))).toEqual(listed);
      }),
    );
  });

  it('is fair: each of the others is the next one as often', () => {
    const chance = chances(7);
    const counts = new Map<string, number>();
    const rounds = 6000;
    for (let n = 0; n < rounds; n++) {
      const next = setShuffle(of('abcd', 'a'), true, chance).shuffled![1]!;
      counts.set(next, (counts.get(next) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['b', 'c', 'd']);
    // Five standard deviations of a fair third.
    const allowed = 5 * Math.sqrt(rounds * (1 / 3) * (2 / 3));
    for (const count of counts.values()) expect(Math.abs(count - rounds / 3)).toBeLessThan(allowed);
  });

  it('takes what is added among those still to come, never before what plays', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = chances(seed);
        const playing = stepOn(setShuffle(of('abcd', 'a'), true, chance), rules())!;
        const order = addTracks(playing, ['x', 'y'], chance);
        expect(order.ids.join('')).toBe('abcdxy');
        const at = order.shuffled!.indexOf(order.currentId!);
        for (const id of 'xy') expect(order.shuffled!.indexOf(id)).toBeGreaterThan(at);
        expect(new Set(order.shuffled)).toEqual(new Set('abcdxy'));
      }),
    );
  });

  it('is shuffled anew for each round, and no track comes twice in a row', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = chances(seed);
        const order = { ...setShuffle(of('abcd', 'a'), true, chance), repeat: 'all' } as const;
        const text = heard(order, 16, { chance });
        for (let round = 0; round < 16; round += 4)
          expect([...text.slice(round, round + 4)].sort().join('')).toBe('abcd');
        for (let n = 1; n < 16; n++) expect(text[n]).not.toBe(text[n - 1]);
      }),
    );
  });

  it('changes the list alone when a track is moved, or all are sorted', () => {
    const order = setShuffle(of('abcd', 'a'), true, chances(3));
    expect(playOrder(moveTrack(order, 'd', 0))).toEqual(order.shuffled);
    expect(playOrder(listAs(order, [...'dcba']))).toEqual(order.shuffled);
  });
});
