import { describe, expect, it } from 'vitest';
import type { SlotChoice } from '../../store/index.ts';
import { slotWords, type SlotSurroundings } from './slot-words.ts';
import { phrase } from '../../refusal/phrase.ts';

const AROUND: SlotSurroundings = {
  designs: [],
  standIns: {},
  listening: 'headphones',
  drivers: 8,
  upmix: 'adaptive',
  hasAmounts: false,
  lacks: [],
};
const FAILURE = { code: 'schema', field: 'x', said: phrase('expected', 'x', phrase('a-number'), 'nothing') };
const SAVED: SlotChoice = { kind: 'saved', id: '1', name: 'Desk' };

describe('slotWords', () => {
  it('names what plays, and says what a choice comes to on what is listened to', () => {
    expect(slotWords('A', { kind: 'original' }, AROUND)).toMatchObject({
      name: 'Original',
      hint: 'as it is',
    });
    const design = { kind: 'design', without: null } as const;
    expect(slotWords('B', design, AROUND).hint).toBe('as designed');
    expect(slotWords('B', design, { ...AROUND, hasAmounts: true }).hint).toBe('with your amounts');
    const matrix = slotWords('C', { kind: 'matrix' }, { ...AROUND, drivers: 2 });
    expect(matrix.what).toContain('is the original again');
    const beam = { kind: 'design', without: 'beam' } as const;
    expect(slotWords('C', beam, { ...AROUND, lacks: ['beam'] }).what).toContain('the same as Spatial');
    expect(slotWords('C', beam, AROUND).what).not.toContain('the same');
  });

  it('tells of an upmix that has to come in', () => {
    const preset = { kind: 'preset', presetId: 'soundbar' } as const;
    expect(slotWords('C', preset, AROUND).what).not.toContain('upmix');
    const words = slotWords('C', preset, { ...AROUND, upmix: 'least-correlated' });
    expect(words.what).toContain('(adaptive) comes in a tenth of a second after');
  });

  it('calls a saved design as it is called now', () => {
    const designs = [{ id: '1', name: 'Kitchen', version: 2, savedAtMs: 0, document: null }];
    expect(slotWords('B', SAVED, { ...AROUND, designs }).name).toBe('Kitchen');
  });

  it.each([
    ['A', { kind: 'reference' }, { listening: 'loudspeakers' }, 'headphones alone. The original plays'],
    ['C', SAVED, {}, '“Desk” is in the library no more. This design plays'],
    ['C', SAVED, { designs: null }, 'being read'],
    ['C', { kind: 'preset', presetId: 'laptop' }, {}, 'cannot be designed here. This design plays'],
  ] as const)('says in %s why something stands in for it', (slot, choice, around, words) => {
    const shown = slotWords(slot, choice, { ...AROUND, ...around, standIns: { [slot]: FAILURE } });
    expect(shown.what).toContain(words);
    expect(shown.why).toEqual(choice.kind === 'preset' ? FAILURE.said : undefined);
    expect(shown.hint).toBe(slot === 'A' ? 'Original instead' : 'Spatial instead');
  });
});
