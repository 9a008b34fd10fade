import { FileText, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectCanRedo, selectCanUndo, selectOpenDesign } from '../../store/selectors.ts';
import { Button, IconButton } from '../kit/index.ts';
import { selectDeviceName } from '../listening/device-name.ts';
import { designsText as text } from '../text/designs.ts';
import { reportText } from '../text/report.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CopyLink } from './copy-link.tsx';
import styles from './design-bar.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { LibraryDialog } from './library-dialog.tsx';
import { SaveButton } from './save-button.tsx';
import { useStateInWords } from './state-in-words.ts';

/** What is worked on, and what can be done with the whole of it. */
export function DesignBar(): ReactNode {
  const { openReport } = useActions();
  return (
    <div role="group" aria-label={text.bar} className={styles.bar}>
      <NameAndState />
      <div className={styles.actions}>
        <Steps />
        <SaveButton />
        <LibraryDialog />
        <CopyLink />
        <ExportDialog />
        <Button variant="quiet" size="small" className={styles.action} onClick={openReport}>
          <FileText size={15} aria-hidden />
          {reportText.open}
        </Button>
      </div>
    </div>
  );
}

function NameAndState(): ReactNode {
  const open = useSoundstage(selectOpenDesign);
  const device = useSoundstage(selectDeviceName);
  const state = useStateInWords();
  return (
    <p className={styles.what}>
      <strong className={styles.name}>{open ? open.name : device}</strong>
      <span className={styles.state}>{state}</span>
    </p>
  );
}

/** One step back and on. They stay focusable where there is none, so that the keyboard is not thrown off by the last. */
function Steps(): ReactNode {
  const { undo, redo } = useActions();
  const canUndo = useSoundstage(selectCanUndo);
  const canRedo = useSoundstage(selectCanRedo);
  const steps = [
    { label: text.undo, shortcut: 'Control+Z', can: canUndo, Icon: Undo2, go: undo },
    { label: text.redo, shortcut: 'Control+Y', can: canRedo, Icon: Redo2, go: redo },
  ];
  return (
    <div className={styles.steps}>
      {steps.map(({ label, shortcut, can, Icon, go }) => (
        <IconButton
          key={label}
          label={label}
          shortcut={shortcut}
          variant="quiet"
          size="small"
          aria-disabled={!can}
          onClick={go}
        >
          <Icon size={16} aria-hidden />
        </IconButton>
      ))}
    </div>
  );
}
