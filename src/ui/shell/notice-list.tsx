import type { ReactNode } from 'react';
import type { Notice as Happened } from '../../store/index.ts';
import { Notice } from '../kit/index.ts';
import { appText, noticeText } from '../text/index.ts';
import { useActions } from '../use-soundstage.tsx';

/** Each in its words. */
export default function NoticeList(props: { readonly notices: readonly Happened[] }): ReactNode {
  const { dismiss } = useActions();
  return props.notices.map(({ id, severity, code, values, why }) => {
    const { title, body } = noticeText(code, values, why);
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
  });
}
