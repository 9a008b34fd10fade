import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectCanRedo, selectCanUndo } from '../../store/selectors.ts';
import { IconButton } from '../kit/index.ts';
import { designsText as text } from '../text/designs.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CopyLink } from './copy-link.tsx';
import styles from './design-bar.module.css';

/** What is worked on, and what can be done with the whole of it. */
export function DesignBar(): ReactNode {
  return (
    <div role="group" aria-label={text.bar} className={styles.bar}>
      <Steps />
      <CopyLink />
    </div>
  );
}

/** One step back and on. They stay focusable where there is none, so that the keyboard is not thrown off by the last. */
function Steps(): ReactNode {
  const { undo, redo } = useActions();
  const canUndo = useSoundstage(selectCanUndo);
  const canRedo = useSoundstage(selectCanRedo);
  return (
    <div className={styles.steps}>
      <IconButton
        label={text.undo}
        shortcut="Control+Z"
        variant="quiet"
        size="small"
        aria-disabled={!canUndo}
        onClick={undo}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={text.redo}
        shortcut="Control+Y"
        variant="quiet"
        size="small"
        aria-disabled={!canRedo}
        onClick={redo}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
