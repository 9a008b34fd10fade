import type { ReactNode } from 'react';
import type { Reason } from '../../refusal/phrase.ts';
import { reasonSentence } from '../text/refusals.ts';

/** Why something was refused: words that the first screen does not need. */
export default function ReasonText({ reason }: { readonly reason: Reason }): ReactNode {
  return <p>{reasonSentence(reason)}</p>;
}
