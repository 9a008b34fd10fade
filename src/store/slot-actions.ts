import type { Slot } from '../protocol/listening-protocol.ts';
import { nextSlot } from './compare-slots.ts';
import type { SlotActions } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** What is compared, and which of it is heard. */
export function slotActions({ get, setPlayer, flow }: FlowWiring): SlotActions {
  function select(slot: Slot): void {
    if (get().player.slots[slot] === undefined) return;
    setPlayer({ slot });
    flow.select(slot);
  }
  return {
    select,
    fillSlot(slot, choice) {
      setPlayer({ slots: { ...get().player.slots, [slot]: choice } });
      flow.slotsChanged();
    },
    addSlot() {
      const next = nextSlot(get());
      if (next === null) return;
      setPlayer({ slots: { ...get().player.slots, [next.slot]: next.choice } });
      flow.slotsChanged();
    },
    removeSlot(slot) {
      const { A, B, C, D } = get().player.slots;
      // What is heard goes on in a slot that stays.
      if (get().player.slot === slot) select('B');
      setPlayer({ slots: { A, B, ...(slot !== 'C' && C && { C }), ...(slot !== 'D' && D && { D }) } });
      flow.slotsChanged();
    },
  };
}
