import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectPlaying, type LiveInfo } from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { liveText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './live.module.css';

/** What is said of something live beside its name. */
export function LiveMeta({ source }: { readonly source: LiveInfo }): ReactNode {
  const playing = useSoundstage(selectPlaying);
  return `${liveText.kinds[source.kind]}, ${playing ? liveText.profile : liveText.waits}`;
}

/** In the place of the waveform. */
export function LiveStrip(): ReactNode {
  const { stopLive } = useActions();
  return (
    <div className={styles.strip}>
      <p>{liveText.flat}</p>
      <Button size="small" onClick={stopLive}>
        <Square size={13} fill="currentColor" aria-hidden />
        {liveText.stop}
      </Button>
    </div>
  );
}
