import { CircleHelp, Keyboard } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Button, Popover } from '../kit/index.ts';
import { selectSite } from '../../store/index.ts';
import { appText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import styles from './shell.module.css';

/** What the two sides are, and how to hear the difference. */
export function HelpPopover(): ReactNode {
  const { help } = appText;
  const { isKept } = useSoundstage(selectSite);
  return (
    <Popover
      title={help.title}
      trigger={
        <Button variant="quiet" className={styles.headButton} aria-label={help.open}>
          <CircleHelp size={18} aria-hidden />
          <span className={styles.wideOnly}>{help.open}</span>
        </Button>
      }
    >
      <div className={styles.prose}>
        {help.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <ul>
          {help.slots.map(({ name, text }) => (
            <li key={name}>
              <strong>{name}</strong>: {text}
            </li>
          ))}
        </ul>
        <p>{help.advice}</p>
        {isKept && <p>{appText.site.kept}</p>}
      </div>
    </Popover>
  );
}

export function ShortcutsPopover(): ReactNode {
  const { shortcuts } = appText;
  return (
    <Popover
      title={shortcuts.title}
      trigger={
        <Button
          variant="quiet"
          className={`${styles.headButton} ${styles.keyboardOnly}`}
          aria-label={shortcuts.open}
        >
          <Keyboard size={18} aria-hidden />
        </Button>
      }
    >
      <dl className={styles.keys}>
        {shortcuts.rows.map(({ keys, text }) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ` ${shortcuts.or} `}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles.keysNote}>{shortcuts.note}</p>
    </Popover>
  );
}
