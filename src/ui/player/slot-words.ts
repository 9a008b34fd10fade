import {
  PRESETS,
  type DesignDocument,
  type Listening,
  type SavedDesign,
  type Slot,
  type SlotChoice,
  type SoundstageState,
  type UpmixKind,
} from '../../store/index.ts';
import type { Reason } from '../../refusal/phrase.ts';
import { listeningText, slotsText, type SlotWords } from '../text/index.ts';

/** What the words of a slot depend on. */
export interface SlotSurroundings {
  readonly designs: readonly SavedDesign[] | null;
  readonly standIns: SoundstageState['player']['standIns'];
  readonly listening: Listening['kind'];
  /** Of what is listened to. */
  readonly drivers: number;
  /** How it is upmixed. */
  readonly upmix: UpmixKind | null;
  /** Whether it is heard otherwise than designed. */
  readonly hasAmounts: boolean;
  /** Parts that it does not have. */
  readonly lacks: readonly string[];
}

export interface HeardWords extends SlotWords {
  /** Why something else is heard, where the design itself is the reason. */
  readonly why?: Reason;
}

/** A choice by its name, whatever becomes of it. */
export function choiceWords(choice: SlotChoice, around: SlotSurroundings): SlotWords {
  const { designs, drivers, lacks } = around;
  switch (choice.kind) {
    case 'original':
    case 'reference':
      return slotsText[choice.kind];
    case 'matrix':
      return { ...slotsText.matrix, what: drivers === 2 ? slotsText.matrixOfTwo : slotsText.matrix.what };
    case 'design': {
      if (choice.without === null) return around.hasAmounts ? slotsText.amounted : slotsText.design;
      const part = slotsText.without[choice.without];
      return lacks.includes(choice.without) ? { ...part, what: slotsText.lacking[choice.without] } : part;
    }
    case 'preset':
      return withUpmix(
        slotsText.preset(listeningText.presets[choice.presetId].name),
        PRESETS[choice.presetId],
        around,
      );
    case 'saved': {
      const found = designs?.find(({ id }) => id === choice.id);
      return withUpmix(slotsText.saved(found?.name ?? choice.name), found?.document ?? null, around);
    }
  }
}

/** There is one upmix at a time; filters stand for those that only add and subtract. */
function withUpmix(
  words: SlotWords,
  document: DesignDocument | null,
  { upmix }: SlotSurroundings,
): SlotWords {
  const own = document?.upmix.kind;
  if (own === undefined || own === upmix || own === 'off' || own === 'mid-side') return words;
  return { ...words, what: `${words.what} ${slotsText.upmixed(own)}` };
}

/** What a slot plays, and where something stands in for it, what and why. */
export function slotWords(slot: Slot, choice: SlotChoice, around: SlotSurroundings): HeardWords {
  const words = choiceWords(choice, around);
  const failure = around.standIns[slot];
  if (!failure) return words;
  const { standIn } = slotsText;
  const reason = reasonFor(choice, around);
  return {
    name: words.name,
    hint: slot === 'A' ? standIn.A : standIn.other,
    what: standIn.because(reason, slot),
    ...(reason === slotsText.refused && { why: failure.said }),
  };
}

function reasonFor(choice: SlotChoice, { designs, listening }: SlotSurroundings): string {
  if (choice.kind === 'reference' && listening !== 'headphones') return slotsText.referenceElsewhere;
  if (choice.kind !== 'saved') return slotsText.refused;
  if (designs === null) return slotsText.reading;
  const found = designs.find(({ id }) => id === choice.id);
  if (!found) return slotsText.gone(choice.name);
  return found.document === null ? slotsText.newer(found.name) : slotsText.refused;
}
