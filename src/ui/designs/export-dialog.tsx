import { FileDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  fileStem,
  selectDocument,
  selectProfile,
  type ExportFormat,
  type ExportReply,
  type Profile,
} from '../../store/index.ts';
import { Button, ChoiceList, Dialog, Notice, Progress, SegmentedControl } from '../kit/index.ts';
import { saveBlob } from '../designer/plot/save-file.ts';
import { designsText } from '../text/designs.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import barStyles from './design-bar.module.css';
import styles from './export.module.css';
import { saveDesignFile } from './save-design-file.ts';
import { reasonWords } from '../text/refusals.ts';

const text = designsText.export;

type Kind = ExportFormat | 'design';
const KINDS = Object.keys(text.formats) as Kind[];
const PROFILES = Object.keys(text.profiles) as Profile[];

/** What became of an export: under way, handed over, or why not. */
type Outcome =
  'making' | { readonly fileName: string; readonly files: number } | { readonly failure: string };

/** The design for other programs: format and latency are chosen, and one file is saved. */
export function ExportDialog(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={text.title}
      about={text.about}
      closeLabel={text.close}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" className={barStyles.action}>
          <FileDown size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <ExportForm />
    </Dialog>
  );
}

function ExportForm(): ReactNode {
  const { exportDesign } = useActions();
  const document = useSoundstage(selectDocument);
  const [kind, setKind] = useState<Kind>('camilladsp');
  const [profile, setProfile] = useState(useSoundstage(selectProfile));
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function save(): Promise<void> {
    if (kind === 'design') {
      saveDesignFile(document);
      return;
    }
    setOutcome('making');
    const fileName = `${fileStem(document.name)}-${kind}.zip`;
    setOutcome(handOver(await exportDesign(kind, profile), fileName));
  }

  return (
    <div className={styles.content}>
      <ChoiceList
        label={text.format}
        value={kind}
        choices={KINDS.map((value) => ({
          value,
          name: text.formats[value].name,
          about: text.formats[value].inside,
        }))}
        onChange={setKind}
      />
      {kind !== 'design' && <ProfileChoice profile={profile} onChange={setProfile} />}
      <div className={styles.foot}>
        <Button
          variant="primary"
          aria-disabled={outcome === 'making'}
          onClick={() => outcome !== 'making' && void save()}
        >
          <FileDown size={16} aria-hidden />
          {kind === 'design' ? text.saveDesign : text.save}
        </Button>
        {kind !== 'design' && <p className={styles.also}>{text.also}</p>}
      </div>
      <div role="status">
        <OutcomeWords outcome={outcome} />
      </div>
    </div>
  );
}

function handOver(reply: ExportReply, fileName: string): Outcome {
  if (!reply.ok) return { failure: reasonWords(reply.said) };
  saveBlob(new Blob([reply.archive], { type: 'application/zip' }), fileName);
  return { fileName, files: reply.files.length };
}

function ProfileChoice(props: {
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}): ReactNode {
  return (
    <div className={styles.profile}>
      <h3 className={styles.label}>{text.profile}</h3>
      <SegmentedControl
        label={text.profile}
        value={props.profile}
        segments={PROFILES.map((value) => ({ value, label: text.profiles[value] }))}
        onChange={props.onChange}
      />
      <p className={styles.hint}>{text.profileHints[props.profile]}</p>
    </div>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome | null }): ReactNode {
  if (outcome === null) return null;
  if (outcome === 'making') return <Progress label={text.making} fraction={null} />;
  if ('failure' in outcome) {
    return (
      <Notice severity="error" title={text.failed}>
        <p>{outcome.failure}</p>
      </Notice>
    );
  }
  return <Notice severity="info" title={text.saved(outcome.fileName, outcome.files)} />;
}
