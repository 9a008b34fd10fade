import type { ReactNode } from 'react';
import type { Notice as Happened } from '../../store/index.ts';
import { Notice } from '../kit/index.ts';
import { appText, noticeText } from '../text/index.ts';
import { useActions } from '../use-soundstage.tsx';
import { usePassing } from './use-passing.ts';

/** Each in its words. */
export default function NoticeList(props: { readonly notices: readonly Happened[] }): ReactNode {
  return props.notices.map((notice) => <Told key={notice.id} notice={notice} />);
}

/** What is good to know goes away by itself; what is wrong stays until it is dismissed. */
function Told({ notice }: { readonly notice: Happened }): ReactNode {
  const { dismiss } = useActions();
  const { id, severity, code, values, why } = notice;
  const hold = usePassing(severity === 'info', () => dismiss(id));
  const { title, body } = noticeText(code, values, why);
  return (
    <div {...hold}>
      <Notice
        severity={severity}
        title={title}
        dismissLabel={`${appText.dismiss}: ${title}`}
        onDismiss={() => dismiss(id)}
      >
        {body}
      </Notice>
    </div>
  );
}
