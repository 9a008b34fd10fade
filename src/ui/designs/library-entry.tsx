import { Copy, FileDown, History, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SavedDesign } from '../../store/index.ts';
import { selectOpenDesign, selectVersions } from '../../store/selectors.ts';
import { Button, IconButton } from '../kit/index.ts';
import { formatWhen } from '../format.ts';
import { designsText } from '../text/designs.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './library.module.css';
import { NameForm } from './name-form.tsx';
import { saveDesignFile } from './save-design-file.ts';
import { Thumbnail } from './thumbnail.tsx';

const text = designsText.library;

interface EntryProps {
  readonly design: SavedDesign;
  readonly onOpened: () => void;
}

/** A design in the library: what it looks like, what can be done with it, and its versions on request. */
export function LibraryEntry(props: EntryProps): ReactNode {
  const { design } = props;
  const [isRenaming, setRenaming] = useState(false);
  const isOpen = useSoundstage(selectOpenDesign)?.id === design.id;
  const versions = useSoundstage(selectVersions);
  return (
    <li className={styles.entry} data-open={isOpen}>
      <div className={styles.picture}>{design.document && <Thumbnail document={design.document} />}</div>
      <div className={styles.words}>
        {isRenaming ? (
          <Rename design={design} onDone={() => setRenaming(false)} />
        ) : (
          <h3 className={styles.name}>
            {design.name}
            {isOpen && <span className={styles.badge}>{text.current}</span>}
          </h3>
        )}
        <p className={styles.meta}>{metaOf(design)}</p>
      </div>
      <EntryActions {...props} onRename={() => setRenaming(true)} />
      {versions?.id === design.id && <Versions list={versions.list} onOpened={props.onOpened} />}
    </li>
  );
}

function metaOf({ version, document, savedAtMs }: SavedDesign): string {
  const when = formatWhen(savedAtMs);
  return document ? text.meta(version, document.device.drivers.length, when) : text.unreadable(when);
}

function Rename({
  design,
  onDone,
}: {
  readonly design: SavedDesign;
  readonly onDone: () => void;
}): ReactNode {
  const { renameSaved } = useActions();
  return (
    <NameForm
      label={text.newName}
      submitLabel={text.renameSubmit}
      proposed={design.name}
      onCancel={onDone}
      onSubmit={(name) => {
        onDone();
        void renameSaved(design.id, name);
      }}
    />
  );
}

function EntryActions(props: EntryProps & { readonly onRename: () => void }): ReactNode {
  const { design } = props;
  const { id, name, document } = design;
  const { openSaved, duplicateSaved, removeSaved, showVersions } = useActions();
  const areShown = useSoundstage(selectVersions)?.id === id;
  const icon = { size: 16, 'aria-hidden': true } as const;
  const look = { variant: 'quiet', size: 'small' } as const;
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        disabled={document === null}
        aria-label={text.openDesign(name)}
        onClick={() => {
          openSaved(design);
          props.onOpened();
        }}
      >
        {text.openShort}
      </Button>
      <div className={styles.icons}>
        <IconButton
          {...look}
          label={text.versions(name)}
          aria-expanded={areShown}
          onClick={() => void showVersions(areShown ? null : id)}
        >
          <History {...icon} />
        </IconButton>
        <IconButton {...look} label={text.rename(name)} onClick={props.onRename}>
          <Pencil {...icon} />
        </IconButton>
        <IconButton
          {...look}
          label={text.duplicate(name)}
          disabled={document === null}
          onClick={() => void duplicateSaved(design, text.copyOf(name))}
        >
          <Copy {...icon} />
        </IconButton>
        <IconButton
          {...look}
          label={text.exportFile(name)}
          disabled={document === null}
          onClick={() => document && saveDesignFile({ ...document, name })}
        >
          <FileDown {...icon} />
        </IconButton>
        <IconButton {...look} label={text.remove(name)} onClick={() => void removeSaved(id)}>
          <Trash2 {...icon} />
        </IconButton>
      </div>
    </div>
  );
}

function Versions(props: {
  readonly list: readonly SavedDesign[];
  readonly onOpened: () => void;
}): ReactNode {
  const { openSaved } = useActions();
  return (
    <ol className={styles.versions} aria-label={text.versions(props.list[0].name)}>
      {props.list.map((saved) => (
        <li key={saved.version} className={styles.version}>
          <span>{text.version(saved.version, formatWhen(saved.savedAtMs))}</span>
          <Button
            variant="quiet"
            size="small"
            disabled={saved.document === null}
            aria-label={text.openVersion(saved.version, saved.name)}
            onClick={() => {
              openSaved(saved);
              props.onOpened();
            }}
          >
            {text.openShort}
          </Button>
        </li>
      ))}
    </ol>
  );
}
