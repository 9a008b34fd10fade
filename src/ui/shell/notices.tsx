import type { ReactNode } from 'react';
import { selectNotices } from '../../store/index.ts';
import { Notice, NoticeRegion } from '../kit/index.ts';
import { appText, noticeText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './shell.module.css';

/** What happened and what to do about it, over the page until it is dismissed. */
export function Notices(): ReactNode {
  const notices = useSoundstage(selectNotices);
  const { dismiss } = useActions();
  return (
    <NoticeRegion label={appText.notices} className={styles.notices}>
      {notices.map(({ id, severity, code, values }) => {
        const { title, body } = noticeText(code, values);
        return (
          <Notice
            key={id}
            severity={severity}
            title={title}
            dismissLabel={`${appText.dismiss}: ${title}`}
            onDismiss={() => dismiss(id)}
          >
            {body}
          </Notice>
        );
      })}
    </NoticeRegion>
  );
}
