import { Play, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectRouting, type SoundCheck } from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { outputsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';

/** Starts a check, and stops it while it runs. */
export function CheckButton(props: {
  readonly check: SoundCheck;
  readonly label: string;
  readonly primary?: boolean;
}): ReactNode {
  const { startCheck, stopCheck } = useActions();
  const running = useSoundstage(selectRouting).check?.check.kind === props.check.kind;
  return (
    <Button
      variant={props.primary ? 'primary' : undefined}
      onClick={() => (running ? stopCheck() : void startCheck(props.check))}
    >
      {running ? <Square size={15} aria-hidden /> : <Play size={15} aria-hidden />}
      {running ? outputsText.stop : props.label}
    </Button>
  );
}
