import { Maximize2, Repeat2, X, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectLoop } from '../../store/index.ts';
import { Button, IconButton } from '../kit/index.ts';
import { playerText } from '../text/index.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import type { WaveViewControl } from './use-wave-view.ts';
import { ZOOM_STEP } from './wave-view.ts';
import styles from './waveform.module.css';

const LOOK = { variant: 'quiet', size: 'small' } as const;

/** What is looped, and how near the waveform is seen. */
export function WaveTools({ control }: { readonly control: WaveViewControl }): ReactNode {
  const text = playerText.wave;
  return (
    <div className={styles.tools} role="group" aria-label={text.label}>
      <LoopTools />
      <IconButton
        {...LOOK}
        label={text.zoomOut}
        disabled={control.isWhole}
        onClick={() => control.zoom(1 / ZOOM_STEP)}
      >
        <ZoomOut size={16} aria-hidden />
      </IconButton>
      <IconButton {...LOOK} label={text.zoomIn} onClick={() => control.zoom(ZOOM_STEP)}>
        <ZoomIn size={16} aria-hidden />
      </IconButton>
      {!control.isWhole && (
        <IconButton {...LOOK} label={text.showAll} onClick={control.showAll}>
          <Maximize2 size={15} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

function LoopTools(): ReactNode {
  const { setLoopPoint, turnLoop, clearLoop } = useActions();
  const engine = useEngine();
  const { inSeconds, outSeconds, isOn } = useSoundstage(selectLoop);
  const text = playerText.loop;
  return (
    <>
      <Button
        {...LOOK}
        aria-keyshortcuts="I"
        aria-label={text.setIn}
        onClick={() => setLoopPoint('inSeconds', engine.positionSeconds())}
      >
        {text.in}
      </Button>
      <Button
        {...LOOK}
        aria-keyshortcuts="O"
        aria-label={text.setOut}
        onClick={() => setLoopPoint('outSeconds', engine.positionSeconds())}
      >
        {text.out}
      </Button>
      <IconButton {...LOOK} label={text.loop} shortcut="L" aria-pressed={isOn} onClick={() => turnLoop()}>
        <Repeat2 size={17} aria-hidden />
      </IconButton>
      {(inSeconds !== null || outSeconds !== null) && (
        <IconButton {...LOOK} label={text.clear} onClick={clearLoop}>
          <X size={15} aria-hidden />
        </IconButton>
      )}
    </>
  );
}
