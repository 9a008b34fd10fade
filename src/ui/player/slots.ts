import type { Listening, Slot } from '../../store/index.ts';

export const SLOTS: readonly Slot[] = ['A', 'B', 'reference'];

/** What can be compared on a way of listening: a real pair elsewhere can be heard on headphones alone. */
export function slotsOn({ kind }: Listening): readonly Slot[] {
  return kind === 'headphones' ? SLOTS : SLOTS.filter((slot) => slot !== 'reference');
}
