import { FolderOpen, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectHeads, selectHeard } from '../../../store/selectors.ts';
import { FileButton, IconButton, Progress, useLasting } from '../../kit/index.ts';
import { headsText as text } from '../../text/heads.ts';
import { designHelpText } from '../../text/design-help.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { ControlGroup } from '../workbench.tsx';
import { HeadSelect } from './head-select.tsx';
import styles from './heads.module.css';
import { formatNumber } from '../../format.ts';

/** The measured head beside the model: chosen, opened from a file, and what it says. */
export function HeadGroup(): ReactNode {
  const { removeHead } = useActions();
  const { chosen } = useSoundstage(selectHeads);
  return (
    <ControlGroup title={text.title} help={designHelpText.design.head} {...(!chosen && { hint: text.hint })}>
      <div className={styles.choice}>
        <HeadSelect />
        {chosen && (
          <IconButton
            label={text.remove(chosen.name)}
            variant="quiet"
            size="small"
            onClick={() => void removeHead(chosen.id)}
          >
            <Trash2 size={15} aria-hidden />
          </IconButton>
        )}
      </div>
      <OpenHead />
      {chosen && <HeadWords />}
    </ControlGroup>
  );
}

function OpenHead(): ReactNode {
  const { importHead } = useActions();
  const { reading } = useSoundstage(selectHeads);
  const isLong = useLasting(reading !== null);
  return (
    <div className={styles.open}>
      <FileButton label={text.open} accept=".sofa" size="small" onFiles={([file]) => void importHead(file)}>
        <FolderOpen size={15} aria-hidden />
      </FileButton>
      {isLong && reading !== null && <Progress label={text.reading(reading)} fraction={null} />}
    </div>
  );
}

/** What the head reaches, and how far it can be believed. */
export function HeadWords(): ReactNode {
  const heard = useSoundstage(selectHeard);
  if (!heard) return <p className={styles.words}>{text.waiting}</p>;
  const { separationDb, ildErrorRmsDb, itdErrorRmsUs } = heard.sides.summary;
  const number = (value: number | null, digits: number) =>
    value === null ? null : formatNumber(value, digits);
  return (
    <div className={styles.words}>
      <p className={styles.figures}>
        {text.figures(formatNumber(separationDb, 1), number(ildErrorRmsDb, 1), number(itdErrorRmsUs, 0))}
      </p>
      {text.fit(heard).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
