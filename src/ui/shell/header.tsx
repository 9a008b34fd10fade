import { MonitorDown, Moon, RefreshCw, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectFace, selectSite, type Face } from '../../store/index.ts';
import { IconButton, SegmentedControl, useTheme } from '../kit/index.ts';
import { appText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { HelpPopover, ShortcutsPopover } from './help.tsx';
import styles from './shell.module.css';

const FACES = ['listen', 'design'] as const satisfies readonly Face[];

export function Header(): ReactNode {
  const { setFace } = useActions();
  const face = useSoundstage(selectFace);
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <Mark />
        <span className={styles.brandName}>{appText.name}</span>
      </h1>
      <SegmentedControl
        label={appText.faces.label}
        value={face}
        segments={FACES.map((value) => ({ value, label: appText.faces[value] }))}
        onChange={setFace}
      />
      <div className={styles.headActions}>
        <SiteButtons />
        <HelpPopover />
        <ShortcutsPopover />
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** Only while there is something to install or to renew. */
function SiteButtons(): ReactNode {
  const { installSite, updateSite } = useActions();
  const { isInstallable, isUpdateReady } = useSoundstage(selectSite);
  return (
    <>
      {isUpdateReady && (
        <IconButton variant="quiet" label={appText.site.update} onClick={updateSite}>
          <RefreshCw size={18} aria-hidden />
        </IconButton>
      )}
      {isInstallable && (
        <IconButton variant="quiet" label={appText.site.install} onClick={installSite}>
          <MonitorDown size={18} aria-hidden />
        </IconButton>
      )}
    </>
  );
}

/** The pair, the head, and the stage that opens between them. */
function Mark(): ReactNode {
  return (
    <svg className={styles.mark} viewBox="0 0 28 28" aria-hidden>
      <path className={styles.markLeft} d="M14 21 L3.5 8.5 A 16 16 0 0 1 10 4.6 Z" />
      <path className={styles.markRight} d="M14 21 L24.5 8.5 A 16 16 0 0 0 18 4.6 Z" />
      <path className={styles.markCentre} d="M14 21 L11.6 4.2 A 16 16 0 0 1 16.4 4.2 Z" />
      <circle className={styles.markHead} cx={14} cy={22} r={3.4} />
    </svg>
  );
}

function ThemeSwitch(): ReactNode {
  const { setTheme } = useActions();
  const dark = useTheme() === 'dark';
  return (
    <IconButton
      variant="quiet"
      label={dark ? appText.theme.toLight : appText.theme.toDark}
      onClick={() => setTheme(dark ? 'light' : 'dark')}
    >
      {dark ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
    </IconButton>
  );
}
