import { Radio } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { selectLive } from '../../store/index.ts';
import { Button, Popover } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { liveText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';

const LiveChoice = later(() => import('./live-choice.tsx'));

/** What can be listened to as it happens. */
export function LiveMenu(): ReactNode {
  const { source } = useSoundstage(selectLive);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      title={liveText.title}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" aria-pressed={source !== null}>
          <Radio size={15} aria-hidden />
          {liveText.open}
        </Button>
      }
    >
      <LiveChoice onStart={() => setOpen(false)} />
    </Popover>
  );
}
