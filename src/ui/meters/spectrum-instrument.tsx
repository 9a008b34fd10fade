import { useMemo, useState, type ReactNode } from 'react';
import type { SpectrumSource } from '../../store/index.ts';
import { SegmentedControl } from '../kit/index.ts';
import { metersText } from '../text/index.ts';
import { metersHelpText } from '../text/meters-help.ts';
import { useEngine } from '../use-soundstage.tsx';
import { Instrument } from './instrument.tsx';
import { MeterCanvas } from './meter-canvas.tsx';
import styles from './meters.module.css';
import { SpectrumPicture } from './spectrum-picture.ts';

const SOURCES = ['outputs', 'upmix'] as const;

/** The spectrum of what is played, or of left, right and centre as the upmix tells them apart. */
export function SpectrumInstrument(): ReactNode {
  const engine = useEngine();
  const [source, setSource] = useState<SpectrumSource>('outputs');
  const picture = useMemo(
    () => new SpectrumPicture(source, (into) => engine.readSpectrum(source, into)),
    [engine, source],
  );
  return (
    <Instrument
      title={metersText.spectrum}
      help={metersHelpText.spectrum}
      className={styles.spectrum}
      choice={
        <SegmentedControl
          label={metersText.spectrumSource}
          size="small"
          value={source}
          segments={SOURCES.map((value) => ({ value, label: metersText.spectrumOf[value].name }))}
          onChange={setSource}
        />
      }
    >
      <MeterCanvas label={metersText.spectrumOf[source].picture} picture={picture} />
    </Instrument>
  );
}
