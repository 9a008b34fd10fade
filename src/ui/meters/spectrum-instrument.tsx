import { useState, type ReactNode } from 'react';
import type { SpectrumSource } from '../../store/index.ts';
import { SegmentedControl } from '../kit/index.ts';
import { metersText } from '../text/index.ts';
import { metersHelpText } from '../text/meters-help.ts';
import { Instrument } from './instrument.tsx';
import { MeterCanvas } from './meter-canvas.tsx';
import styles from './meters.module.css';
import type { MetersPainter } from './meters-painter.ts';
import { SPECTRUM_DIAL } from './spectrum-dial.ts';

const SOURCES = ['outputs', 'upmix'] as const;

/** The spectrum of what is played, or of left, right and centre as the upmix tells them apart. */
export function SpectrumInstrument({ painter }: { readonly painter: MetersPainter }): ReactNode {
  const [source, setSource] = useState<SpectrumSource>('outputs');
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
      <MeterCanvas
        label={metersText.spectrumOf[source].picture}
        name={source}
        dial={SPECTRUM_DIAL}
        painter={painter}
      />
    </Instrument>
  );
}
