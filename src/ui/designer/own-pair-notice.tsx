import type { ReactNode } from 'react';
import { selectDocument, selectListening } from '../../store/selectors.ts';
import { Button, Notice } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';

const text = designerText.ownPair;

/** Says that the targets are designed for the listener's own pair, and leads to the device itself. */
export function OwnPairNotice(): ReactNode {
  const listening = useSoundstage(selectListening);
  const document = useSoundstage(selectDocument);
  const { setListening } = useActions();
  if (listening.kind !== 'loudspeakers') return null;
  const spacingCm = String(Number((listening.spacingM * 100).toFixed(1)));
  return (
    <Notice
      severity="info"
      title={text.title(spacingCm)}
      actions={
        <Button size="small" onClick={() => setListening({ kind: 'headphones' })}>
          {text.action}
        </Button>
      }
    >
      {text.body(document.name)}
    </Notice>
  );
}
