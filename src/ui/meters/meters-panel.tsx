import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { createMeterReading, selectMetersOpen } from '../../store/index.ts';
import { classNames } from '../kit/index.ts';
import { helpText, metersText } from '../text/index.ts';
import { useMeters } from '../use-meters.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CORRELATION_PICTURE } from './correlation-picture.ts';
import { ImagePicture } from './image-picture.ts';
import { Instrument } from './instrument.tsx';
import { LevelsPicture } from './levels-picture.ts';
import { LoudnessFigures } from './loudness-figures.tsx';
import { LOUDNESS_PICTURE } from './loudness-picture.ts';
import { MeterCanvas } from './meter-canvas.tsx';
import styles from './meters.module.css';
import { ReductionPicture } from './reduction-picture.ts';
import { SpectrumInstrument } from './spectrum-instrument.tsx';
import { Summary } from './summary.tsx';

/** What is measured of the sound that is played, folded until one wants to see it; folded it measures and draws nothing. */
export function MetersPanel({ className }: { readonly className?: string | undefined }): ReactNode {
  const open = useSoundstage(selectMetersOpen);
  const { setMetersOpen } = useActions();
  const bodyId = useId();
  return (
    <section className={classNames(styles.panel, className)} aria-label={metersText.title}>
      <header className={styles.head}>
        <h2>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setMetersOpen(!open)}
          >
            <ChevronDown size={16} aria-hidden />
            {metersText.title}
          </button>
        </h2>
        {open ? <Summary /> : <p className={styles.hint}>{metersText.hint}</p>}
      </header>
      <div id={bodyId} hidden={!open}>
        {open && <Instruments />}
      </div>
    </section>
  );
}

function Instruments(): ReactNode {
  const [pictures] = useState(() => ({
    levels: new LevelsPicture(createMeterReading().peakDb.length),
    image: new ImagePicture(),
    reduction: new ReductionPicture(),
  }));
  return (
    <>
      <Stopped />
      <div className={styles.instruments}>
        <Instrument title={metersText.levels} help={helpText.meters.levels} className={styles.levels}>
          <MeterCanvas label={metersText.levelsPicture} picture={pictures.levels} />
        </Instrument>
        <Instrument title={metersText.loudness} help={helpText.meters.loudness} className={styles.loudness}>
          <MeterCanvas label={metersText.loudnessPicture} picture={LOUDNESS_PICTURE} />
          <LoudnessFigures />
        </Instrument>
        <Instrument title={metersText.image} help={helpText.meters.image} className={styles.image}>
          <MeterCanvas label={metersText.imagePicture} picture={pictures.image} />
          <MeterCanvas
            label={metersText.correlationPicture}
            picture={CORRELATION_PICTURE}
            className={styles.correlation}
          />
        </Instrument>
        <SpectrumInstrument />
        <Instrument
          title={metersText.limiter.title}
          help={helpText.meters.limiter}
          className={styles.limiter}
        >
          <MeterCanvas label={metersText.limiter.picture} picture={pictures.reduction} />
        </Instrument>
      </div>
    </>
  );
}

/** Said while music plays that no meter reads. */
function Stopped(): ReactNode {
  const [stopped, setStopped] = useState(false);
  useMeters(({ reading, resting }) => {
    const now = !reading.running && !resting;
    if (now !== stopped) setStopped(now);
  });
  return stopped && <p className={styles.stopped}>{metersText.stopped}</p>;
}
