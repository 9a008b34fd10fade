import { useState, type ReactNode } from 'react';
import { metersText } from '../text/index.ts';
import { metersHelpText } from '../text/meters-help.ts';
import { useMeters } from '../use-meters.ts';
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

/** What is drawn of the levels, fetched when it is first opened. */
export default function Instruments(): ReactNode {
  const [pictures] = useState(() => ({
    levels: new LevelsPicture(),
    image: new ImagePicture(),
    reduction: new ReductionPicture(),
  }));
  return (
    <>
      <Stopped />
      <ManyOutputs />
      <div className={styles.instruments}>
        <Instrument title={metersText.levels} help={metersHelpText.levels} className={styles.levels}>
          <MeterCanvas label={metersText.levelsPicture} picture={pictures.levels} />
        </Instrument>
        <Instrument title={metersText.loudness} help={metersHelpText.loudness} className={styles.loudness}>
          <MeterCanvas label={metersText.loudnessPicture} picture={LOUDNESS_PICTURE} />
          <LoudnessFigures />
        </Instrument>
        <Instrument title={metersText.image} help={metersHelpText.image} className={styles.image}>
          <MeterCanvas label={metersText.imagePicture} picture={pictures.image} />
          <MeterCanvas
            label={metersText.correlationPicture}
            picture={CORRELATION_PICTURE}
            className={styles.correlation}
          />
        </Instrument>
        <SpectrumInstrument />
        <Instrument title={metersText.limiter.title} help={metersHelpText.limiter} className={styles.limiter}>
          <MeterCanvas label={metersText.limiter.picture} picture={pictures.reduction} />
        </Instrument>
      </div>
    </>
  );
}

/** What is measured where, if not two outputs are played on. */
function ManyOutputs(): ReactNode {
  const [outputs, setOutputs] = useState(2);
  useMeters(({ reading }) => {
    if (reading.running && reading.outputs !== outputs) setOutputs(reading.outputs);
  });
  return outputs > 2 && <p className={styles.many}>{metersText.many(outputs)}</p>;
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
