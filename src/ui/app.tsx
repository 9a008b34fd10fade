import type { ReactNode } from 'react';
import { selectFace, selectReportOpen, selectTheme } from '../store/index.ts';
import styles from './app.module.css';
import './kit/base.css';
import { ThemeProvider } from './kit/index.ts';
import { AmountsPanel } from './listening/amounts-panel.tsx';
import { ListeningPanel } from './listening/listening-panel.tsx';
import { MetersPanel } from './meters/meters-panel.tsx';
import { Player } from './player/player.tsx';
import { DesignFace, ReportFace } from './shell/design-face.tsx';
import { DropZone } from './shell/drop-zone.tsx';
import { Header } from './shell/header.tsx';
import { Notices } from './shell/notices.tsx';
import { useEditSteps } from './shell/use-edit-steps.ts';
import { useFetchAhead } from './shell/use-fetch-ahead.ts';
import { useFocusInSight } from './shell/use-focus-in-sight.ts';
import { useShortcuts } from './shell/use-shortcuts.ts';
import { Stage } from './stage/stage.tsx';
import { appText } from './text/index.ts';
import { useSoundstage } from './use-soundstage.tsx';

/** The whole of what is seen; stands inside a `SoundstageProvider`. */
export function App(): ReactNode {
  const theme = useSoundstage(selectTheme);
  const reportOpen = useSoundstage(selectReportOpen);
  return (
    <ThemeProvider theme={reportOpen ? 'light' : theme}>
      {reportOpen ? <ReportFace /> : <Page />}
    </ThemeProvider>
  );
}

/** One page, two faces: stage and deck stay where they are, so that what plays keeps playing. */
function Page(): ReactNode {
  const face = useSoundstage(selectFace);
  useShortcuts();
  useFetchAhead();
  useEditSteps();
  useFocusInSight();
  return (
    <div className={styles.page} data-face={face}>
      <a className={styles.skip} href="#player">
        {appText.skip}
      </a>
      <Header />
      <main className={styles.main}>
        <div className={styles.stage}>
          <Stage />
        </div>
        {face === 'design' && <DesignFace className={styles.design} />}
        <div className={styles.side}>
          <ListeningPanel />
          <AmountsPanel />
        </div>
        <MetersPanel className={styles.meters} />
      </main>
      <Player className={styles.deck} compact={face === 'design'} />
      <Notices />
      <DropZone />
    </div>
  );
}
