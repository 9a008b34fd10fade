import { MATRIX_SHAPE, MOST_OUTPUTS } from '../protocol/listening-protocol.ts';
import { TRACE_POINTS } from '../protocol/meter-protocol.ts';
import { IMAGE_LENGTH } from '../protocol/stage-bands.ts';

export { IMAGE_LENGTH, IMAGE_TERM_COUNT, IMAGE_TERMS, STAGE_BANDS_HZ } from '../protocol/stage-bands.ts';

/**
 * What is read of the outputs as they are played, behind the limiter. Made once and filled again and again. Levels are in
 * dB re full scale, −∞ for silence. Two outputs are left and right (loudspeaker or ear). More are the drivers of a device,
 * in their order: loudness and image are then those of the programme before filters and volume, with as much of the centre
 * on either side.
 */
export interface MeterReading {
  /** False where there is no meter, or none any more: the rest is then silence. */
  running: boolean;
  /** How many are played on; the arrays have room for as many as there can be. */
  outputs: number;
  /** Largest sample of each output since the last reading. */
  readonly peakDb: Float32Array;
  /** Root mean square of each output over 300 ms; a full-scale sine has −3.0. */
  readonly rmsDb: Float32Array;
  /** Loudness over 400 ms and over 3 s, LUFS. */
  momentaryLufs: number;
  shortTermLufs: number;
  /** Gated loudness since the programme began, LUFS: since the track was loaded or the meters were restarted. */
  integratedLufs: number;
  /** Loudness range since then, LU; 0 until 3 s of it were heard. */
  rangeLu: number;
  maxMomentaryLufs: number;
  maxShortTermLufs: number;
  /** Largest true peak of all outputs, dBTP: since the last reading, and since the programme began. */
  truePeakDb: number;
  maxTruePeakDb: number;
  /** Of left and right over 300 ms: 1 alike, 0 unrelated or one of them silent, −1 opposite. */
  correlation: number;
  /** Strongest reduction by the limiter since the last reading, dB ≥ 0. */
  reductionDb: number;
  /** Newest samples of left and right, in turn, the oldest first: 512 points of some 21 ms. */
  readonly trace: Float32Array;
  /** Of the upmix's left, right and centre: (bands, terms) mean squares over some 80 ms, before the filters. */
  readonly image: Float32Array;
}

/** What is looked at: what is sent to each output, or the upmix's left, right and centre. */
export type SpectrumSource = 'outputs' | 'upmix';

/** Channels of a source, at most. */
export const SPECTRUM_CHANNELS: Readonly<Record<SpectrumSource, number>> = {
  outputs: MOST_OUTPUTS,
  upmix: MATRIX_SHAPE.inputs,
};

/** What was played lately, by frequency. The caller chooses the frequencies. */
export interface SpectrumReading {
  /** Ascending. */
  readonly frequenciesHz: Float32Array;
  /** How many there are now; there is room for as many as there can be. */
  channels: number;
  /** Of each channel at each frequency, averaged over some 100 ms, dB: a tone's own level, a full-scale sine 0. */
  readonly levelsDb: readonly Float32Array[];
}

export function createMeterReading(): MeterReading {
  return {
    running: false,
    outputs: MATRIX_SHAPE.maxOutputs,
    peakDb: new Float32Array(MOST_OUTPUTS).fill(-Infinity),
    rmsDb: new Float32Array(MOST_OUTPUTS).fill(-Infinity),
    momentaryLufs: -Infinity,
    shortTermLufs: -Infinity,
    integratedLufs: -Infinity,
    rangeLu: 0,
    maxMomentaryLufs: -Infinity,
    maxShortTermLufs: -Infinity,
    truePeakDb: -Infinity,
    maxTruePeakDb: -Infinity,
    correlation: 0,
    reductionDb: 0,
    trace: new Float32Array(2 * TRACE_POINTS),
    image: new Float32Array(IMAGE_LENGTH),
  };
}

/** @param frequencies from 20 Hz to 20 kHz, evenly spaced in their logarithm */
export function createSpectrumReading(source: SpectrumSource, frequencies: number): SpectrumReading {
  return {
    frequenciesHz: Float32Array.from({ length: frequencies }, (_, k) => 20 * 1000 ** (k / (frequencies - 1))),
    channels: Math.min(SPECTRUM_CHANNELS[source], MATRIX_SHAPE.inputs),
    levelsDb: Array.from({ length: SPECTRUM_CHANNELS[source] }, () =>
      new Float32Array(frequencies).fill(-Infinity),
    ),
  };
}
