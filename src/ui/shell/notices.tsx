import { useRef, type ReactNode } from 'react';
import { selectNotices } from '../../store/index.ts';
import { Button, Notice, NoticeRegion, useSheetsMissed, wantSheets } from '../kit/index.ts';
import { appText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import { later } from './later.tsx';
import styles from './shell.module.css';
import { useEscape, useNoticesEnd } from './use-notices.ts';

const NoticeList = later(() => import('./notice-list.tsx'));

/** What happened and what to do about it, over the page until it is dismissed. */
export function Notices(): ReactNode {
  const notices = useSoundstage(selectNotices);
  const region = useRef<HTMLElement>(null);
  useEscape(notices.at(-1)?.id ?? null);
  useNoticesEnd(region);
  return (
    <NoticeRegion ref={region} label={appText.notices} className={styles.notices}>
      <SheetsMissed />
      {notices.length > 0 && <NoticeList notices={notices} />}
    </NoticeRegion>
  );
}

/** Said when something was to open over the page and could not be fetched. */
function SheetsMissed(): ReactNode {
  const isMissed = useSheetsMissed();
  const { title, body, retry } = appText.part.failed;
  return (
    isMissed && (
      <Notice
        severity="error"
        title={title}
        actions={
          <Button size="small" onClick={wantSheets}>
            {retry}
          </Button>
        }
      >
        {body}
      </Notice>
    )
  );
}
