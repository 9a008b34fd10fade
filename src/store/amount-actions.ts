import { AS_DESIGNED, isAsDesigned, madeDesign, AMOUNT_RANGES, type Amounts } from '../design/amounts.ts';
import type { DesignHistory } from './design-history.ts';
import { isSameValue } from './edit-steps.ts';
import type { AmountActions } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** How much of the design is heard: the listener's, beside the document and kept through every edit of it. */
export function amountActions({ get, setDesigner, flow }: FlowWiring, history: DesignHistory): AmountActions {
  function use(amounts: Amounts): void {
    if (isSameValue(amounts, get().designer.amounts)) return;
    setDesigner({ amounts });
    void flow.redesign(true);
  }
  return {
    setAmounts: (change) => use({ ...get().designer.amounts, ...change }),
    resetAmounts: () => use(AS_DESIGNED),
    makeAmountsDesign() {
      const { document, amounts } = get().designer;
      if (isAsDesigned(amounts)) return;
      const made = madeDesign(document, amounts);
      setDesigner({ amounts: made.left });
      history.edit({ document: made.document });
    },
  };
}

/** Reads remembered amounts; what is out of range is as designed. */
export function readAmounts(value: unknown): Amounts {
  if (typeof value !== 'object' || value === null) return AS_DESIGNED;
  const stored = value as Record<string, unknown>;
  const read = <Key extends keyof Amounts>(key: Key): Amounts[Key] | number => {
    const { min, max } = AMOUNT_RANGES[key];
    const amount = stored[key];
    return typeof amount === 'number' && amount >= min && amount <= max ? amount : AS_DESIGNED[key];
  };
  return {
    centreDb: read('centreDb'),
    widthDeg: read('widthDeg'),
    cancellation: read('cancellation'),
    presence: read('presence'),
  };
}
