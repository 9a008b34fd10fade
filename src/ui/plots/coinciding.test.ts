import { describe, expect, it } from 'vitest';
import { withoutHidden } from './coinciding.ts';

const left = { name: 'left', values: [1, 2, NaN], color: 'blue' };
const dashes = (values: readonly number[], color = 'red', before = left) =>
  withoutHidden([before, { name: 'right', values, color }], [-20, 5]).map(({ dash }) => dash);

describe('curves of which none hides another', () => {
  it('are dashed where they lie on one before', () => {
    // Within 0.1 dB of 25.
    expect(dashes([1.09, 1.92, NaN])).toEqual([undefined, '7px,7px']);
  });

  it('stay as they are where they can be told apart, or are of one colour, or lie on dashes', () => {
    expect(dashes([1, 2.2, NaN])).toEqual([undefined, undefined]);
    expect(dashes([1, 2, NaN], 'blue')).toEqual([undefined, undefined]);
    expect(
      withoutHidden(
        [
          { ...left, dash: 'dot' },
          { ...left, color: 'red' },
        ],
        [0, 1],
      )[1]!.dash,
    ).toBeUndefined();
  });
});
