import type { PresetId, Slot, SlotChoice } from '../../store/index.ts';

/** D is the designer's key. */
export const SLOT_KEYS: Readonly<Record<Slot, readonly string[]>> = {
  A: ['A', '1'],
  B: ['B', '2'],
  C: ['C', '3'],
  D: ['4'],
};

/** A choice as the value of a list, and back. */
export function choiceKey(choice: SlotChoice): string {
  switch (choice.kind) {
    case 'design':
      return choice.without === null ? 'design' : `design ${choice.without}`;
    case 'preset':
      return `preset ${choice.presetId}`;
    case 'saved':
      return `saved ${choice.id}`;
    default:
      return choice.kind;
  }
}

/** What can be put into a slot, in the groups of the list. */
export interface OfferedChoices {
  readonly sides: readonly SlotChoice[];
  readonly parts: readonly SlotChoice[];
  readonly designs: readonly SlotChoice[];
}

const SIDES: readonly SlotChoice[] = [
  { kind: 'original' },
  { kind: 'design', without: null },
  { kind: 'matrix' },
  { kind: 'reference' },
];
const PARTS: readonly SlotChoice[] = [
  { kind: 'design', without: 'upmix' },
  { kind: 'design', without: 'cancellation' },
  { kind: 'design', without: 'beam' },
];

/**
 * @param saved the designs in the library
 * @param current what the slot plays: offered even when it is in the library no more
 */
export function offeredChoices(
  presets: readonly PresetId[],
  saved: readonly { readonly id: string; readonly name: string }[],
  current: SlotChoice,
): OfferedChoices {
  const designs: readonly SlotChoice[] = [
    ...presets.map((presetId): SlotChoice => ({ kind: 'preset', presetId })),
    ...saved.map(({ id, name }): SlotChoice => ({ kind: 'saved', id, name })),
  ];
  const isThere = [...SIDES, ...PARTS, ...designs].some((each) => choiceKey(each) === choiceKey(current));
  return { sides: SIDES, parts: PARTS, designs: isThere ? designs : [...designs, current] };
}
