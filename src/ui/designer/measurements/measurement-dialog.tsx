import { FolderOpen, Ruler } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DesignDocument, MeasurementKind } from '../../../store/index.ts';
import { selectMeasurements } from '../../../store/selectors.ts';
import { Button, Dialog, FileButton, Notice, Progress, useLasting } from '../../kit/index.ts';
import { measuredText as text } from '../../text/measured.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { DraftForm } from './draft-form.tsx';
import styles from './measured.module.css';
import { reasonWords } from '../../text/refusals.ts';

const ACCEPT = { plant: '.wav', drivers: '.wav,.csv,.frd,.txt,.sofa' } as const;

/** Opens files as a measurement: what they hold is shown and put right before a design is made on it. */
export function MeasurementDialog(props: {
  readonly kind: MeasurementKind;
  readonly drivers: DesignDocument['device']['drivers'];
}): ReactNode {
  const { dropMeasurement } = useActions();
  const [isOpen, setOpen] = useState(false);
  const words = text.kinds[props.kind];
  return (
    <Dialog
      trigger={
        <Button size="small">
          <Ruler size={15} aria-hidden />
          {words.open}
        </Button>
      }
      title={words.dialog}
      about={words.about}
      closeLabel={text.close}
      open={isOpen}
      onOpenChange={(open) => {
        dropMeasurement();
        setOpen(open);
      }}
    >
      <div className={styles.sheet}>
        <Files kind={props.kind} />
        <Found {...props} onTaken={() => setOpen(false)} />
      </div>
    </Dialog>
  );
}

/** Where files come in. */
function Files({ kind }: { readonly kind: MeasurementKind }): ReactNode {
  const { inspectMeasurement } = useActions();
  const [isOver, setOver] = useState(false);
  const read = (files: readonly File[]): void => void inspectMeasurement(kind, files);
  return (
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        // The page would take them for music.
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        if (event.dataTransfer.files.length > 0) read([...event.dataTransfer.files]);
      }}
    >
      <p className={styles.rules}>{text.kinds[kind].rules}</p>
      <div className={styles.actions}>
        <FileButton label={text.choose} accept={ACCEPT[kind]} multiple onFiles={read}>
          <FolderOpen size={15} aria-hidden />
        </FileButton>
        <span className={styles.words}>{text.orDrop}</span>
      </div>
    </div>
  );
}

/** What they hold, or why it is no such measurement. */
function Found(props: {
  readonly kind: MeasurementKind;
  readonly drivers: DesignDocument['device']['drivers'];
  readonly onTaken: () => void;
}): ReactNode {
  const { takeMeasurement } = useActions();
  const { draft, isReading, refusal } = useSoundstage(selectMeasurements);
  const isLong = useLasting(isReading);
  return (
    <>
      {isLong && <Progress label={text.reading} fraction={null} />}
      <div role="alert">
        {refusal !== null && (
          <Notice severity="error" title={text.refused}>
            <p>{reasonWords(refusal)}</p>
            <p>{text.nothingLost}</p>
          </Notice>
        )}
      </div>
      {draft?.found.kind === props.kind && (
        <DraftForm
          // Other files are another form.
          key={draft.files.map(({ name }) => name).join('/')}
          draft={draft}
          driverIds={props.drivers.map(({ id }) => id)}
          onTake={(name, answer) =>
            void takeMeasurement(name, answer).then((isTaken) => isTaken && props.onTaken())
          }
        />
      )}
    </>
  );
}
