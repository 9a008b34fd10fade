import type { ReactNode } from 'react';
import { selectQueueOpen } from '../../store/index.ts';
import { later } from '../shell/later.tsx';
import { useSoundstage } from '../use-soundstage.tsx';

const OpenQueue = later(() => import('./open-queue.tsx'));

/** The queue while it is open, fetched when it is first. @param props.id of the panel */
export function QueuePanel({ id }: { readonly id: string }): ReactNode {
  const isOpen = useSoundstage(selectQueueOpen);
  return isOpen && <OpenQueue id={id} />;
}
