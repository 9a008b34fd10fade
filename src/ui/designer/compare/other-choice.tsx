import { Camera, FolderOpen, Trash2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { selectDesigns, selectOrigin, selectStudies } from '../../../store/selectors.ts';
import { Button, FileButton, Select } from '../../kit/index.ts';
import { compareText as text } from '../../text/compare.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import styles from './compare.module.css';
import { choosable, keyOf } from './origins.ts';

const NOTHING = { value: '', label: text.nothing };

/** Which design the one that is worked on is held against. */
export function OtherChoice(): ReactNode {
  const { compareWith, compareWithFile, pinSnapshot, removeSnapshot } = useActions();
  const { other, snapshots } = useSoundstage(selectStudies);
  const designs = useSoundstage(selectDesigns);
  const before = useSoundstage(selectOrigin);
  const choices = useMemo(
    () => choosable({ before, snapshots, saved: designs ?? [], chosen: other }),
    [before, snapshots, designs, other],
  );
  const pinned = other?.origin.kind === 'snapshot' ? other.origin.id : null;
  const key = other ? keyOf(other.origin) : '';
  return (
    <div className={styles.choice}>
      <Select
        label={text.with}
        value={choices.some((choice) => choice.key === key) ? key : ''}
        options={[NOTHING, ...choices.map(({ key: value, label }) => ({ value, label }))]}
        onChange={(value) => compareWith(choices.find((choice) => choice.key === value) ?? null)}
      />
      <FileButton
        label={text.openFile}
        accept=".json,application/json"
        onFiles={([file]) => void compareWithFile(file)}
      >
        <FolderOpen size={15} aria-hidden />
      </FileButton>
      <Button onClick={() => void pinSnapshot()}>
        <Camera size={15} aria-hidden />
        {text.pin}
      </Button>
      {pinned !== null && (
        <Button onClick={() => void removeSnapshot(pinned)}>
          <Trash2 size={15} aria-hidden />
          {text.forget(pinned)}
        </Button>
      )}
      <p className={styles.pinned} role="status">
        {snapshots.length > 0 && text.pinned(snapshots.length)}
      </p>
    </div>
  );
}
