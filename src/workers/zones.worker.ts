import { expose } from 'comlink';
import { separationRows, zoneFrequenciesHz, type ZoneGrid } from '../design/listening-zone.ts';
import { spectrumColumns } from '../design/spectrum.ts';
import type { ZonesWorkerApi } from '../protocol/zones-protocol.ts';

/** Cells along each side of the map. */
const CELLS = 101;
/** The map reaches this many listening distances to the front and to each side. */
const DEPTH = 1.5;
const HALF_WIDTH = 0.5;
/** Messages are looked after this often, so that a newer request need not wait. */
const BREATH_MS = 30;

let newest = 0;

const api: ZonesWorkerApi = {
  async map({ document, cancellation, thresholdDb }, onProgress) {
    const ticket = (newest += 1);
    const frequenciesHz = zoneFrequenciesHz();
    const rows = separationRows(
      document.device,
      document.listener,
      document.speedOfSoundMps,
      spectrumColumns(cancellation, frequenciesHz),
      frequenciesHz,
      gridAround(document.listener.positionM),
      thresholdDb,
    );
    let breathedAt = performance.now();
    for (;;) {
      const { done, value } = rows.next();
      if (done) return value;
      if (performance.now() - breathedAt < BREATH_MS) continue;
      onProgress(value);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (ticket !== newest) return null;
      breathedAt = performance.now();
    }
  },
};

function gridAround([front, left]: readonly number[]): ZoneGrid {
  const distanceM = Math.hypot(front!, left!);
  const axis = (fromM: number, toM: number) =>
    Float64Array.from({ length: CELLS }, (_, i) => fromM + ((toM - fromM) * i) / (CELLS - 1));
  return {
    frontM: axis(0, DEPTH * distanceM),
    leftM: axis(-HALF_WIDTH * distanceM, HALF_WIDTH * distanceM),
  };
}

expose(api);
