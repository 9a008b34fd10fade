import type { ReactNode } from 'react';
import { selectQueueOpen } from '../../store/index.ts';
import { LazyPart } from '../shell/lazy-part.tsx';
import { appText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';

const openQueue = () => import('./open-queue.tsx');

/** The queue while it is open, fetched when it is first. @param props.id of the panel */
export function QueuePanel({ id }: { readonly id: string }): ReactNode {
  const isOpen = useSoundstage(selectQueueOpen);
  return isOpen && <LazyPart load={openQueue} text={appText.part} props={{ id }} />;
}
