import { useId, type ReactNode } from 'react';
import { isSameValue, madeDesign, selectAmounts, selectDocument } from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { amountsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './amounts-panel.module.css';

/**
 * Turns the amounts into the design, as far as a design can say them; nothing where it can say none of them.
 * @param props.onPress is told of the button before it goes
 */
export function MakeDesignButton(props: { readonly onPress: (button: Element) => void }): ReactNode {
  const { makeAmountsDesign } = useActions();
  const amounts = useSoundstage(selectAmounts);
  const document = useSoundstage(selectDocument);
  const noteId = useId();
  if (isSameValue(madeDesign(document, amounts).left, amounts)) return null;
  return (
    <div className={styles.make}>
      <Button
        size="small"
        onClick={({ currentTarget }) => {
          props.onPress(currentTarget);
          makeAmountsDesign();
        }}
        aria-describedby={noteId}
      >
        {amountsText.make}
      </Button>
      <p id={noteId}>{amountsText.makeHint}</p>
    </div>
  );
}
