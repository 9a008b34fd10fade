import { PRESETS } from '../design/presets.ts';
import { DESIGN_PARTS } from '../design/variants.ts';
import type { DesignPart, SlotRequest, SlotRequests } from '../protocol/designer-protocol.ts';
import { SLOTS, type Slot } from '../protocol/listening-protocol.ts';
import { isSameValue } from './edit-steps.ts';
import type { PresetId, SoundstageState } from './state.ts';

/** What a listener puts into a slot. */
export type SlotChoice =
  | { readonly kind: 'original' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'design'; readonly without: DesignPart | null }
  | { readonly kind: 'preset'; readonly presetId: PresetId }
  /** The newest version in the library; the name it had, should it go. */
  | { readonly kind: 'saved'; readonly id: string; readonly name: string };

/** A and B always; C and D where they were added. */
export type SlotChoices = Readonly<Partial<Record<Slot, SlotChoice>> & Record<'A' | 'B', SlotChoice>>;

export const FIRST_SLOTS: SlotChoices = {
  A: { kind: 'original' },
  B: { kind: 'design', without: null },
};

/** What is drawn of what is heard: the design as it is or without its cancellation, other filters, or none. */
export type HeardAs = 'original' | 'matrix' | 'reference' | 'design' | 'uncancelled' | 'other';

/** The slots that there are, in order. */
export function slotsIn(choices: SlotChoices): readonly Slot[] {
  return SLOTS.filter((slot) => choices[slot] !== undefined);
}

/** What the designer is asked to fill the slots with; what cannot be had is asked for as no document, and refused. */
export function slotRequests({ player, library }: Pick<SoundstageState, 'player' | 'library'>): SlotRequests {
  const request = (choice: SlotChoice): SlotRequest => {
    switch (choice.kind) {
      case 'preset':
        return { kind: 'other', document: PRESETS[choice.presetId] };
      case 'saved':
        return {
          kind: 'other',
          document: library.designs?.find(({ id }) => id === choice.id)?.document ?? null,
        };
      default:
        return choice;
    }
  };
  return Object.fromEntries(slotsIn(player.slots).map((slot) => [slot, request(player.slots[slot]!)]));
}

/** What plays in a slot, or stands in for it. */
export function heardAs(slot: Slot, { slots, standIns }: SoundstageState['player']): HeardAs {
  if (standIns[slot]) return slot === 'A' ? 'original' : 'design';
  const choice = slots[slot];
  switch (choice?.kind) {
    case 'original':
    case 'matrix':
    case 'reference':
      return choice.kind;
    case 'design':
      if (choice.without === null) return 'design';
      return choice.without === 'cancellation' ? 'uncancelled' : 'other';
    default:
      return 'other';
  }
}

/** A slot that is free, and what is most worth hearing beside what there is; null where all are taken. */
export function nextSlot({ player, designer }: Pick<SoundstageState, 'player' | 'designer'>): {
  readonly slot: Slot;
  readonly choice: SlotChoice;
} | null {
  const slot = SLOTS.find((each) => player.slots[each] === undefined);
  if (slot === undefined) return null;
  const taken = Object.values(player.slots);
  const offered: readonly SlotChoice[] = [
    ...(designer.listening.kind === 'headphones' ? [{ kind: 'reference' } as const] : []),
    { kind: 'design', without: 'cancellation' },
    { kind: 'design', without: 'upmix' },
    { kind: 'matrix' },
    { kind: 'original' },
  ];
  const choice = offered.find((each) => !taken.some((other) => isSameValue(each, other)));
  return { slot, choice: choice ?? FIRST_SLOTS.A };
}

/** Reads remembered slots; those that are none are left out, A and B are as at first. */
export function readSlots(value: unknown): SlotChoices {
  const read = (slot: Slot): SlotChoice | undefined =>
    typeof value === 'object' && value !== null
      ? readChoice((value as Record<string, unknown>)[slot])
      : undefined;
  const [a, b, c, d] = SLOTS.map(read);
  return { A: a ?? FIRST_SLOTS.A, B: b ?? FIRST_SLOTS.B, ...(c && { C: c }), ...(d && { D: d }) };
}

function readChoice(value: unknown): SlotChoice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, without, presetId, id, name } = value as Record<string, unknown>;
  switch (kind) {
    case 'original':
    case 'matrix':
    case 'reference':
      return { kind };
    case 'design':
      return without === null || isPart(without) ? { kind, without } : undefined;
    case 'preset':
      return typeof presetId === 'string' && Object.hasOwn(PRESETS, presetId)
        ? { kind, presetId: presetId as PresetId }
        : undefined;
    case 'saved':
      return typeof id === 'string' && typeof name === 'string' ? { kind, id, name } : undefined;
    default:
      return undefined;
  }
}

function isPart(value: unknown): value is DesignPart {
  return (DESIGN_PARTS as readonly unknown[]).includes(value);
}
