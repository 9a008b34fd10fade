import { useMemo } from 'react';
import {
  isAsDesigned,
  selectAmounts,
  selectDesigns,
  selectListening,
  selectSlots,
  selectStandIns,
  selectView,
  slotsIn,
  type Slot,
  type SlotChoice,
} from '../../store/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import { slotWords, type HeardWords, type SlotSurroundings } from './slot-words.ts';

export interface ShownSlot {
  readonly slot: Slot;
  readonly choice: SlotChoice;
  readonly words: HeardWords;
}

/** What the words of the slots depend on, as it is now. */
export function useSlotSurroundings(): SlotSurroundings {
  const designs = useSoundstage(selectDesigns);
  const standIns = useSoundstage(selectStandIns);
  const listening = useSoundstage(selectListening).kind;
  const document = useSoundstage(selectView)?.document;
  const hasAmounts = !isAsDesigned(useSoundstage(selectAmounts));
  return useMemo(
    () => ({
      designs,
      standIns,
      listening,
      drivers: document?.device.drivers.length ?? 0,
      upmix: document?.upmix.kind ?? null,
      hasAmounts,
      lacks: document
        ? [
            ...(document.upmix.kind === 'off' ? ['upmix'] : []),
            ...(document.sides.cancellation ? [] : ['cancellation']),
            ...(document.centre.beam ? [] : ['beam']),
          ]
        : [],
    }),
    [designs, standIns, listening, document, hasAmounts],
  );
}

/** The slots that there are, each with what it plays in words. */
export function useShownSlots(): readonly ShownSlot[] {
  const choices = useSoundstage(selectSlots);
  const around = useSlotSurroundings();
  return useMemo(
    () =>
      slotsIn(choices).map((slot) => {
        const choice = choices[slot]!;
        return { slot, choice, words: slotWords(slot, choice, around) };
      }),
    [choices, around],
  );
}
