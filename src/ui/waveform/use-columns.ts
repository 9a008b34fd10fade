import { useMemo } from 'react';
import { selectWaveformSeconds, type TrackInfo } from '../../store/index.ts';
import { useEngine, useSoundstage } from '../use-soundstage.tsx';
import { barCount } from './draw-waveform.ts';
import type { WaveView } from './wave-view.ts';
import { excursions, scaled } from './waveform-columns.ts';

/** Enough to find the loudest of a track, whatever is in sight of it. */
const COLUMNS_OF_ALL = 512;

/** What is to be drawn of a track in so many pixels: (bars,) 0…1. */
export function useColumns(track: TrackInfo, { from, to }: WaveView, widthPx: number): Float32Array {
  const engine = useEngine();
  const known = useSoundstage(selectWaveformSeconds);
  const bars = barCount(widthPx);
  const loudest = useMemo(
    () =>
      excursions(engine.peaks(0, track.durationSeconds, COLUMNS_OF_ALL)).reduce((a, b) => Math.max(a, b), 0),
    // The engine tells by what is known that there is more to be seen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [engine, track, known],
  );
  return useMemo(
    () => scaled(excursions(engine.peaks(from, to, bars)), loudest),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [engine, track, from, to, bars, known, loudest],
  );
}
