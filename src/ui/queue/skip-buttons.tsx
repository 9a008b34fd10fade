import { SkipBack, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectQueueLength } from '../../store/index.ts';
import { IconButton } from '../kit/index.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';

/** One track back, on their left, and one on, on their right, of what stands between. */
export function SkipButtons(props: {
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode {
  const { nextTrack, previousTrack } = useActions();
  const isEmpty = useSoundstage(selectQueueLength) === 0;
  const look = { variant: 'quiet', className: props.className, disabled: isEmpty } as const;
  return (
    <>
      <IconButton {...look} label={queueText.previous} shortcut="P" onClick={() => void previousTrack()}>
        <SkipBack size={18} fill="currentColor" aria-hidden />
      </IconButton>
      {props.children}
      <IconButton {...look} label={queueText.next} shortcut="N" onClick={() => void nextTrack()}>
        <SkipForward size={18} fill="currentColor" aria-hidden />
      </IconButton>
    </>
  );
}
