// Where everything of the listening-zone kernel lies in memory. Numbers over frequency lie in chunks of four frequencies:
// four real parts, then four imaginary parts. An instance is configured anew whenever a size changes, on the same memory.
import { allocateFloats } from '../kernel/memory';

export const CHUNK_BYTES: usize = 32;
export const HALF_CHUNK: usize = 16;
/** L and R of the cancellation stage, then L, R and C as they play. */
export const COLUMNS: i32 = 5;
export const PLAYED: i32 = 2;
export const EARS: i32 = 2;
/** What is looked up for one ear: first row, nine weights, amplitude, path in metres. */
export const EAR_FLOATS: i32 = 12;
/** Both ears, then row and weights of the driver's own directivity; a row below 0 for none. */
export const LOOKUP_FLOATS: i32 = 34;
export const RESULT_FLOATS: i32 = 12;
/** Lags of a correlation, 0 and up; the negative ones are their mirror images. */
export const LAGS: i32 = 16;

export let chunks: i32 = 0;
export let drivers: i32 = 0;
export let lowBins: i32 = 0;
export let bands: i32 = 0;
/** Bytes from one row of a table to the row of the next distance. */
export let headStride: usize = 0;
export let baseStride: usize = 0;

/** (frequencies,) turns of phase per metre. */
export let turns: usize = 0;
export let headTable: usize = 0;
export let baseTable: usize = 0;
/** (chunks, drivers, columns) */
export let filters: usize = 0;
/** (places, drivers, LOOKUP_FLOATS) */
export let lookups: usize = 0;
/** (places, RESULT_FLOATS) */
export let results: usize = 0;
/** Cosines and sines of the lags: (low frequencies, 2, LAGS). */
export let waves: usize = 0;
/** (bands + 1,) i32: low frequencies at which the bands of the coherence begin and end. */
export let edges: usize = 0;

/** One row of the directivity of the driver at hand: (chunks,). */
export let base: usize = 0;
/** (chunks, drivers, ears) */
export let transfers: usize = 0;
/** (columns, chunks, ears) */
export let pressures: usize = 0;
/** Cross-spectrum of the ears and their powers, one column's: (chunks,) each. */
export let cross: usize = 0;
export let powers: usize = 0;
/** Sums over frequency for every lag: Re·cos, Im·sin; of one band, and of all. */
export let bandLags: usize = 0;
export let allLags: usize = 0;

@inline
export function rowBytes(): usize {
  return <usize>chunks * CHUNK_BYTES;
}

/** Makes room. Tables have rows by distance and, within one distance, by angle. */
export function zoneConfigure(
  bins: i32,
  driverCount: i32,
  places: i32,
  headRows: i32,
  headAngles: i32,
  baseRows: i32,
  baseAngles: i32,
  low: i32,
  bandCount: i32,
): void {
  heap.reset();
  chunks = bins / 4;
  drivers = driverCount;
  lowBins = low;
  bands = bandCount;
  headStride = <usize>headAngles * rowBytes();
  baseStride = <usize>baseAngles * rowBytes();
  turns = allocateFloats(bins);
  headTable = allocateFloats(headRows * bins * 2);
  baseTable = allocateFloats(baseRows * bins * 2);
  filters = allocateFloats(bins * 2 * driverCount * COLUMNS);
  lookups = allocateFloats(places * driverCount * LOOKUP_FLOATS);
  results = allocateFloats(places * RESULT_FLOATS);
  waves = allocateFloats(low * 2 * LAGS);
  edges = allocateFloats(bandCount + 1);
  base = allocateFloats(bins * 2);
  transfers = allocateFloats(bins * 2 * driverCount * EARS);
  pressures = allocateFloats(bins * 2 * COLUMNS * EARS);
  cross = allocateFloats(bins * 2);
  powers = allocateFloats(bins * 2);
  bandLags = allocateFloats(2 * LAGS);
  allLags = allocateFloats(2 * LAGS);
}

export function zoneTurns(): usize {
  return turns;
}
export function zoneHead(): usize {
  return headTable;
}
export function zoneBase(): usize {
  return baseTable;
}
export function zoneFilters(): usize {
  return filters;
}
export function zoneLookups(): usize {
  return lookups;
}
export function zoneResults(): usize {
  return results;
}
export function zoneWaves(): usize {
  return waves;
}
export function zoneEdges(): usize {
  return edges;
}
