import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { createGrid } from './grid.ts';
import { propagationSeconds } from './level.ts';
import { delayAt, multiply, scaleBins } from './matrices.ts';
import { realiseFilters } from './realise.ts';
import { gridColumns } from './spectrum.ts';

/**
 * What a set of driver filters sends to the listener's ears in free field: every driver's FIR through its transfers to the
 * ears, summed, as FIRs of the same length and latency. The common propagation delay from device to head is taken off.
 * @param ears (taps/2 + 1, 2, drivers) on the bins of the document's grid
 * @returns inputs of the set → left and right ear
 */
export function earSet(document: DesignDocument, drivers: FilterSet, ears: ComplexMatrices): FilterSet {
  const grid = createGrid(document, drivers.latencySamples);
  const seconds = propagationSeconds(document);
  const heard = gridColumns(drivers).map((column) => {
    const product = multiply(ears, column);
    scaleBins(product, (bin) => delayAt(grid.frequenciesHz[bin]!, -seconds));
    return product;
  });
  return realiseFilters(heard, grid);
}
