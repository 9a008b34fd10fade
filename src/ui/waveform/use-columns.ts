import { useMemo } from 'react';
import { selectWaveformSeconds, type EnginePort, type TrackInfo } from '../../store/index.ts';
import { useEngine, useSoundstage } from '../use-soundstage.tsx';
import { barCount } from './draw-waveform.ts';
import type { WaveView } from './wave-view.ts';
import { excursions, scaled } from './waveform-columns.ts';

/** Enough to find the loudest of a track, whatever is in sight of it. */
const COLUMNS_OF_ALL = 512;

/** What is known of a track's waveform. */
interface KnownWaveform {
  readonly durationSeconds: number;
  readonly knownSeconds: number;
  readonly peaks: EnginePort['peaks'];
}

/** Another one with each track, and whenever the engine tells that it knows more of it. */
function useWaveform(track: TrackInfo): KnownWaveform {
  const engine = useEngine();
  const knownSeconds = useSoundstage(selectWaveformSeconds);
  return useMemo(
    () => ({
      durationSeconds: track.durationSeconds,
      knownSeconds,
      peaks: (from, to, columns) => engine.peaks(from, to, columns),
    }),
    [engine, track, knownSeconds],
  );
}

/** What is to be drawn of a track in so many pixels: (bars,) 0…1. */
export function useColumns(track: TrackInfo, { from, to }: WaveView, widthPx: number): Float32Array {
  const waveform = useWaveform(track);
  const bars = barCount(widthPx);
  const loudest = useMemo(
    () =>
      excursions(waveform.peaks(0, waveform.durationSeconds, COLUMNS_OF_ALL)).reduce(
        (a, b) => Math.max(a, b),
        0,
      ),
    [waveform],
  );
  return useMemo(
    () => scaled(excursions(waveform.peaks(from, to, bars)), loudest),
    [waveform, from, to, bars, loudest],
  );
}
