import { Save } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { selectIsEdited, selectOpenDesign } from '../../store/selectors.ts';
import { Button, Popover } from '../kit/index.ts';
import { selectDeviceName } from '../listening/device-name.ts';
import { designsText } from '../text/designs.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './design-bar.module.css';
import { NameForm } from './name-form.tsx';

const text = designsText.save;

/** A new version of what is in the library; what is not yet is asked for its name first. */
export function SaveButton(): ReactNode {
  const { save } = useActions();
  const open = useSoundstage(selectOpenDesign);
  const isEdited = useSoundstage(selectIsEdited);
  if (open === null) return <SaveUnderName />;
  return (
    <Button
      variant="quiet"
      size="small"
      className={styles.action}
      aria-disabled={!isEdited}
      aria-label={text.newVersion(open.version + 1)}
      onClick={() => isEdited && void save()}
    >
      <Save size={15} aria-hidden />
      {text.open}
    </Button>
  );
}

function SaveUnderName(): ReactNode {
  const { save } = useActions();
  const [isOpen, setOpen] = useState(false);
  const proposed = useSoundstage(selectDeviceName).replace(/^“|”$/g, '');
  return (
    <Popover
      title={text.title}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" className={styles.action}>
          <Save size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <NameForm
        label={text.name}
        hint={text.hint}
        submitLabel={text.submit}
        proposed={proposed}
        onSubmit={(name) => {
          setOpen(false);
          void save(name);
        }}
      />
    </Popover>
  );
}
