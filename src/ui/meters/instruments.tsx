import { useState, type ReactNode } from 'react';
import { metersText } from '../text/index.ts';
import { metersHelpText } from '../text/meters-help.ts';
import { useMeters } from '../use-meters.ts';
import { useEngine } from '../use-soundstage.tsx';
import { CORRELATION_DIAL } from './correlation-dial.ts';
import { ImageDial } from './image-dial.ts';
import { Instrument } from './instrument.tsx';
import { LevelsDial } from './levels-dial.ts';
import { LOUDNESS_DIAL } from './loudness-dial.ts';
import { LoudnessFigures } from './loudness-figures.tsx';
import { MeterCanvas } from './meter-canvas.tsx';
import { MetersPainter } from './meters-painter.ts';
import styles from './meters.module.css';
import { ReductionDial } from './reduction-dial.ts';
import { SpectrumInstrument } from './spectrum-instrument.tsx';

/** What is drawn of the levels, fetched when it is first opened. */
export default function Instruments(): ReactNode {
  const engine = useEngine();
  const [still, setStill] = useState(false);
  const [dials] = useState(() => ({
    levels: new LevelsDial(),
    image: new ImageDial(),
    reduction: new ReductionDial(),
  }));
  const [painter] = useState(() => new MetersPainter(engine, dials.image, () => setStill(true)));
  // After the dials, which subscribe before: a picture is painted as its dial says.
  useMeters((frame) => painter.show(frame));
  return (
    <>
      <Stopped />
      {still && <p className={styles.stopped}>{metersText.still}</p>}
      <ManyOutputs />
      <div className={styles.instruments}>
        <Instrument title={metersText.levels} help={metersHelpText.levels} className={styles.levels}>
          <MeterCanvas label={metersText.levelsPicture} name="levels" dial={dials.levels} painter={painter} />
        </Instrument>
        <Instrument title={metersText.loudness} help={metersHelpText.loudness} className={styles.loudness}>
          <MeterCanvas
            label={metersText.loudnessPicture}
            name="loudness"
            dial={LOUDNESS_DIAL}
            painter={painter}
          />
          <LoudnessFigures />
        </Instrument>
        <Instrument title={metersText.image} help={metersHelpText.image} className={styles.image}>
          <MeterCanvas label={metersText.imagePicture} name="image" dial={dials.image} painter={painter} />
          <MeterCanvas
            label={metersText.correlationPicture}
            name="correlation"
            dial={CORRELATION_DIAL}
            painter={painter}
            className={styles.correlation}
          />
        </Instrument>
        <SpectrumInstrument painter={painter} />
        <Instrument title={metersText.limiter.title} help={metersHelpText.limiter} className={styles.limiter}>
          <MeterCanvas
            label={metersText.limiter.picture}
            name="reduction"
            dial={dials.reduction}
            painter={painter}
          />
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
