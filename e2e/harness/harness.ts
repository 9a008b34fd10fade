/**
 * The inside of the product on a page of its own, served from the sources: for tests that hold its audio against a
 * computation. No part of the site.
 */
import { PRESETS } from '../../src/design/presets.ts';
import { loadKernels } from '../../src/engine/kernel-module.ts';
import { renderOffline } from '../../src/engine/offline.ts';
import { createRehearsal } from '../../src/engine/rehearsal.ts';
import { measureShare } from '../../src/engine/trial.ts';
import { prepareFilters } from '../../src/kernel/prepare-filters.ts';
import { noiseFilters } from '../../src/kernel/testing/convolution.ts';
import { MATRIX_SHAPE } from '../../src/protocol/listening-protocol.ts';
import { integratedLoudness } from '../../src/design/loudness.ts';
import { DesignRunner } from '../../src/workers/design-runner.ts';
import { matchOf } from '../../src/workers/loudness-client.ts';
import { LoudnessMeasurer } from '../../src/workers/loudness-measurer.ts';
import { buildAndDisposeChains } from './chains.ts';
import { loadOfBurning } from './load.ts';
import { renderLoop } from './loops.ts';
import { metersOfSines, metersOfTwoTracks, storeChangesWhileLimiting } from './live-meters.ts';
import { playedOffline, programme, spatialFilters } from './programme.ts';
import { switchWhilePlaying } from './profile-switch.ts';
import { routed } from './routing.ts';
import { playSources, readDamaged, readInPieces } from './sources.ts';
import { convolveInFloat64, decodeExcerpt, expectedOutputs } from './reference-path.ts';

export const harness = {
  PRESETS,
  LoudnessMeasurer,
  matchOf,
  integratedLoudness,
  MATRIX_SHAPE,
  prepareFilters,
  noiseFilters,
  DesignRunner,
  loadKernels,
  renderOffline,
  createRehearsal,
  measureShare,
  decodeExcerpt,
  convolveInFloat64,
  expectedOutputs,
  programme,
  spatialFilters,
  playedOffline,
  routed,
  buildAndDisposeChains,
  loadOfBurning,
  switchWhilePlaying,
  playSources,
  renderLoop,
  readDamaged,
  readInPieces,
  metersOfSines,
  metersOfTwoTracks,
  storeChangesWhileLimiting,
};
export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;
