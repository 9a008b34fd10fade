import type { ReactNode } from 'react';
import { selectNotices } from '../../store/index.ts';
import { NoticeRegion } from '../kit/index.ts';
import { appText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import { later } from './later.tsx';
import styles from './shell.module.css';

const NoticeList = later(() => import('./notice-list.tsx'));

/** What happened and what to do about it, over the page until it is dismissed. */
export function Notices(): ReactNode {
  const notices = useSoundstage(selectNotices);
  return (
    <NoticeRegion label={appText.notices} className={styles.notices}>
      {notices.length > 0 && <NoticeList notices={notices} />}
    </NoticeRegion>
  );
}
