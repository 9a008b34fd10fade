import { FolderOpen, LibraryBig } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { selectDesigns, selectLibraryProblem, selectRemoved } from '../../store/selectors.ts';
import { Button, Dialog, EmptyState, FileButton, Notice } from '../kit/index.ts';
import { designsText } from '../text/designs.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import barStyles from './design-bar.module.css';
import { LibraryEntry } from './library-entry.tsx';
import styles from './library.module.css';
import { reasonWords } from '../text/refusals.ts';

const text = designsText.library;

/** Every design that is kept in this browser. */
export function LibraryDialog(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <Dialog
      title={text.title}
      about={text.about}
      closeLabel={text.close}
      open={isOpen}
      onOpenChange={setOpen}
      actions={<ImportButton onOpened={close} />}
      trigger={
        <Button variant="quiet" size="small" className={barStyles.action}>
          <LibraryBig size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <div className={styles.content}>
        <Problem />
        <Removed />
        <Designs onOpened={close} />
      </div>
    </Dialog>
  );
}

function ImportButton({ onOpened }: { readonly onOpened: () => void }): ReactNode {
  const { importDesign } = useActions();
  return (
    <FileButton
      label={text.importFile}
      accept=".json,application/json"
      size="small"
      onFiles={([file]) => {
        onOpened();
        void importDesign(file);
      }}
    >
      <FolderOpen size={15} aria-hidden />
    </FileButton>
  );
}

function Problem(): ReactNode {
  const problem = useSoundstage(selectLibraryProblem);
  if (!problem) return null;
  const { title, body } = text.problem[problem.code];
  return (
    <Notice severity="error" title={title}>
      <p>{body}</p>
      {problem.detail !== '' && <p>{reasonWords(problem.detail)}</p>}
    </Notice>
  );
}

/** In the place of a question before deleting: it can be taken back. */
function Removed(): ReactNode {
  const removed = useSoundstage(selectRemoved);
  const { putBackRemoved } = useActions();
  return (
    <div role="status">
      {removed && (
        <Notice
          severity="info"
          title={text.removed(removed.name)}
          actions={
            <Button size="small" onClick={() => void putBackRemoved()}>
              {text.putBack}
            </Button>
          }
        />
      )}
    </div>
  );
}

function Designs({ onOpened }: { readonly onOpened: () => void }): ReactNode {
  const designs = useSoundstage(selectDesigns);
  const problem = useSoundstage(selectLibraryProblem);
  if (designs === null) return problem ? null : <p className={styles.quiet}>{text.reading}</p>;
  if (designs.length === 0)
    return (
      <EmptyState
        icon={<LibraryBig size={32} strokeWidth={1.5} aria-hidden />}
        title={text.empty}
        hint={text.emptyHint}
      />
    );
  return (
    <ul className={styles.list} aria-label={text.list}>
      {designs.map((design) => (
        <LibraryEntry key={design.id} design={design} onOpened={onOpened} />
      ))}
    </ul>
  );
}
