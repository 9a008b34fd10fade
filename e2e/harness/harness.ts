/**
 * The inside of the product on a page of its own, served from the sources: for tests that hold its audio against a
 * computation. No part of the site.
 */
import { loadKernel } from '../../src/engine/kernel-module.ts';
import { renderOffline } from '../../src/engine/offline.ts';
import { prepareFilters } from '../../src/kernel/prepare-filters.ts';
import { MATRIX_SHAPE } from '../../src/protocol/listening-protocol.ts';

export const harness = { loadKernel, renderOffline, prepareFilters, MATRIX_SHAPE };
export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;
