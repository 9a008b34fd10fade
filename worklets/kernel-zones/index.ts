// The listening-zone kernel: at many places of a head, what the columns of a design give at its ears.
import { drivers, LOOKUP_FLOATS, lookups, PLAYED, RESULT_FLOATS, results } from './layout';
import { mixColumns } from './mix';
import { imageAndCoherence, imageLag, meanLogRatio, meanPowers } from './reduce';
import { fillTransfers } from './transfers';

export {
  zoneBase,
  zoneConfigure,
  zoneEdges,
  zoneFilters,
  zoneHead,
  zoneLookups,
  zoneResults,
  zoneTurns,
  zoneWaves,
} from './layout';

/**
 * The first `places` of the lookups into as many results: mean log₂ separation of L and R, mean powers at the left and right
 * ear of L, R and C, lags of L, R and C, coherence of C.
 */
export function zoneMix(places: i32): void {
  for (let place = 0; place < places; place++) {
    fillTransfers(lookups + ((<usize>(place * drivers * LOOKUP_FLOATS)) << 2));
    mixColumns();
    const to = results + ((<usize>(place * RESULT_FLOATS)) << 2);
    store<f32>(to, meanLogRatio(0));
    store<f32>(to, -meanLogRatio(1), 4);
    meanPowers(PLAYED, to + 8);
    meanPowers(PLAYED + 1, to + 16);
    meanPowers(PLAYED + 2, to + 24);
    store<f32>(to, imageLag(PLAYED), 32);
    store<f32>(to, imageLag(PLAYED + 1), 36);
    imageAndCoherence(PLAYED + 2, to + 40);
  }
}
