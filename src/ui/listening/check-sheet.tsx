import { useState, type ReactElement, type ReactNode } from 'react';
import { selectVolumeDb } from '../../store/index.ts';
import { Dialog, Notice } from '../kit/index.ts';
import { outputsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './checks.module.css';

const OFF_DB = -60;

/** A sheet in which something is found out by ear: whatever sounds for it ends with it. */
export function CheckSheet(props: {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly about: string;
  readonly actions?: ReactNode;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const { stopCheck } = useActions();
  const isOff = useSoundstage(selectVolumeDb) <= OFF_DB;
  return (
    <Dialog
      {...props}
      closeLabel={outputsText.close}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) stopCheck();
        props.onOpenChange?.(next);
      }}
    >
      <div className={styles.sheet}>
        {isOff && <Notice severity="warning" title={outputsText.volumeOff} />}
        {props.children}
      </div>
    </Dialog>
  );
}
