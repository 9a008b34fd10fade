import { ListMusic } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectQueueLength, selectQueueOpen } from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { queueText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';

/** Shows and hides the queue. */
export function QueueButton({ panelId }: { readonly panelId: string }): ReactNode {
  const { setQueueOpen } = useActions();
  const isOpen = useSoundstage(selectQueueOpen);
  const count = useSoundstage(selectQueueLength);
  return (
    <Button
      size="small"
      variant="quiet"
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      aria-label={queueText.openLabel(count)}
      data-state={isOpen ? 'open' : 'closed'}
      onClick={() => setQueueOpen(!isOpen)}
      onKeyDown={({ key }) => key === 'Escape' && setQueueOpen(false)}
    >
      <ListMusic size={15} aria-hidden />
      {queueText.open(count)}
    </Button>
  );
}
