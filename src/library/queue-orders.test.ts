import { describe, expect, it } from 'vitest';
import { arrangementOf, listedElsewhere, withOwn, type Arrangements } from './queue-orders.ts';

const listed = (...ids: string[]) => ({ ids, shuffled: null });
const tabs = (own: string, ...open: string[]) => ({ own, open: new Set([own, ...open]) });

/** First and second are open, third was closed; second was used last. */
const NOW: Arrangements = {
  ...listed('b', 'a'),
  tabs: { first: listed('a', 'b', 'c'), second: listed('b', 'a'), third: listed('d') },
};

describe('the orders of the queue', () => {
  it('take the place of a tab’s own, and forget those of tabs that are closed', () => {
    const shuffled = ['b', 'c'];
    const next = withOwn(NOW, tabs('first', 'second'), { ids: ['c', 'b'], shuffled });
    expect(next).toEqual({
      ids: ['c', 'b'],
      shuffled,
      tabs: { first: { ids: ['c', 'b'], shuffled }, second: listed('b', 'a') },
    });
    expect(withOwn(undefined, tabs('first'), listed('a'))).toEqual({
      ...listed('a'),
      tabs: { first: listed('a') },
    });
  });

  it('keep what another open tab lists', () => {
    expect([...listedElsewhere(NOW, tabs('second', 'first'))]).toEqual(['a', 'b', 'c']);
    expect([...listedElsewhere(NOW, tabs('first'))]).toEqual([]);
    // As an earlier page left it.
    expect([...listedElsewhere(listed('a'), tabs('first', 'second'))]).toEqual([]);
  });

  it('begin with a tab’s own, else with that of the one used last, and end with all the rest', () => {
    const kept = ['d', 'c', 'b', 'a'];
    const now = tabs('new', 'first', 'second');
    expect(arrangementOf(NOW, kept, 'first', tabs('first', 'second')).ids).toEqual(['a', 'b', 'c', 'd']);
    expect(arrangementOf(NOW, kept, null, now).ids).toEqual(['b', 'a', 'd', 'c']);
    expect(arrangementOf(NOW, kept, 'unknown', now).ids).toEqual(['b', 'a', 'd', 'c']);
    expect(arrangementOf(NOW, ['a'], null, now).ids).toEqual(['a']);
    expect(arrangementOf(undefined, ['a', 'b'], null, now)).toEqual(listed('a', 'b'));
  });

  it('do not bring back with a reload what a tab has removed and another keeps', () => {
    expect(arrangementOf(NOW, ['a', 'b', 'c', 'd'], 'second', tabs('second', 'first')).ids).toEqual([
      'b',
      'a',
      'd',
    ]);
  });
});
