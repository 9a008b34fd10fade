import { FilterError } from './filter-error.ts';
import { fir, groupsOf, isMidSide, rowsOf } from './filter-rows.ts';
import type { Firs, Row, RowGroup } from './filter-rows.ts';
import { planPartitions, stageOffsets } from './partition-plan.ts';
import type { MatrixShape, PartitionStage } from './partition-plan.ts';
import { instantiate } from './wasm-instance.ts';
import type { KernelInstance } from './wasm-instance.ts';

/** What is known of a set without its spectra. */
export interface FilterHeader {
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  readonly sampleRateHz: number;
  readonly latencySamples: number;
  /** Partitions of the matrix they were prepared for. */
  readonly plan: readonly PartitionStage[];
  /** Outputs, rows, groups, partitions in use per stage, groups, outputs of the rows, differences of the rows. */
  readonly header: Int32Array;
}

/** Filters as the matrix reads them. `spectra.buffer` may be transferred. */
export interface PreparedFilters extends FilterHeader {
  /**
   * Per stage and group: cell of four bins, input, partition, row, real parts, imaginary parts. Behind the first stage,
   * the first partition stands before all others.
   */
  readonly spectra: Float32Array;
}

interface FilterExports {
  filtersConfigure(taps: number, longestBlock: number): number;
  filtersSpectrum(): number;
  filtersTransform(from: number, block: number): void;
}

interface Workbench {
  readonly kernel: KernelInstance<FilterExports>;
  readonly capacity: number;
  readonly taps: Float32Array;
  readonly spectrum: Float32Array;
}

/** A page may hold few memories, so a thread keeps one instance to prepare with. */
const workbenches = new WeakMap<WebAssembly.Module, Workbench>();

function workbench(module: WebAssembly.Module, taps: number, block: number): Workbench {
  const needed = Math.max(taps, block);
  const present = workbenches.get(module);
  if (present && present.capacity >= needed) return present;
  const kernel = instantiate<FilterExports>(module);
  const tapsAddress = kernel.exports.filtersConfigure(needed, needed);
  const { buffer } = kernel.memory;
  const made = {
    kernel,
    capacity: needed,
    taps: new Float32Array(buffer, tapsAddress, 2 * needed),
    spectrum: new Float32Array(buffer, kernel.exports.filtersSpectrum(), 2 * needed),
  };
  workbenches.set(module, made);
  return made;
}

/**
 * Filter spectra in the order in which the matrix reads them; for a thread other than the audio thread.
 * @param set (inputs, outputs, taps) FIR filters
 * @param shape of the matrix they are for; one that just fits the set where absent
 * @throws FilterError 'shape', 'rate' or 'not-finite', naming the field
 */
export function prepareFilters(
  module: WebAssembly.Module,
  set: Firs,
  shape: MatrixShape = { inputs: set.inputs, maxOutputs: set.outputs, maxTaps: set.taps },
): PreparedFilters {
  refuseUnfit(set, shape);
  const plan = planPartitions(shape);
  const rows = rowsOf(set);
  const groups = groupsOf(rows);
  const inUse = partitionsInUse(set, plan);
  const products = groups.reduce((sum, group) => sum + group.rows * group.inputs, 0);
  const floats = plan.reduce((sum, { block }, s) => sum + 2 * block * inUse[s]! * products, 0);
  const spectra = new Float32Array(floats);
  const bench = workbench(module, shape.maxTaps, plan.at(-1)!.block);
  let firstRow = 0;
  let before = 0;
  for (const group of groups) {
    for (let r = 0; r < group.rows; r++) {
      for (let i = 0; i < group.inputs; i++) {
        loadTaps(set, rows[firstRow + r]!, group.firstInput + i, bench.taps);
        fillRow(bench, plan, inUse, { group, before, products, row: r, input: i }, spectra);
      }
    }
    firstRow += group.rows;
    before += group.rows * group.inputs;
  }
  const { inputs, outputs, taps, sampleRateHz, latencySamples } = set;
  const header = headerOf(outputs, rows, groups, inUse);
  return { inputs, outputs, taps, sampleRateHz, latencySamples, plan, header, spectra };
}

function refuseUnfit(set: Firs, shape: MatrixShape): void {
  const whole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (set.inputs !== shape.inputs)
    throw new FilterError('shape', 'inputs', set.inputs, `${shape.inputs}, the matrix's`);
  if (!whole(set.outputs, shape.maxOutputs))
    throw new FilterError('shape', 'outputs', set.outputs, `1 to ${shape.maxOutputs}`);
  if (!whole(set.taps, shape.maxTaps))
    throw new FilterError('shape', 'taps', set.taps, `1 to ${shape.maxTaps}`);
  const length = set.inputs * set.outputs * set.taps;
  if (set.firs.length !== length)
    throw new FilterError('shape', 'firs.length', set.firs.length, `inputs × outputs × taps = ${length}`);
  if (!(set.sampleRateHz > 0)) throw new FilterError('rate', 'sampleRateHz', set.sampleRateHz, 'a rate > 0');
  const fault = set.firs.findIndex((tap) => !(Math.abs(tap) <= LARGEST_TAP));
  if (fault !== -1)
    throw new FilterError('not-finite', `firs[${fault}]`, set.firs[fault], `a number within ±${LARGEST_TAP}`);
}

/** Far beyond any gain, and small enough that no sum of products leaves Float32. */
const LARGEST_TAP = 1e4;

/** −400 dB: less could end in denormal products, which cost many processors a hundredfold. */
const SMALLEST_BIN = 1e-20;

/** Partitions per stage up to the last tap that is not zero in any filter. */
function partitionsInUse(set: Firs, plan: readonly PartitionStage[]): number[] {
  let used = 0;
  for (let at = 0; at < set.firs.length; at++) {
    if (set.firs[at] !== 0) used = Math.max(used, (at % set.taps) + 1);
  }
  const offsets = stageOffsets(plan);
  return plan.map(({ block, count }, s) =>
    Math.min(count, Math.max(0, Math.ceil((used - offsets[s]!) / block))),
  );
}

/** The filter of one row and input; left and right become difference and sum, halved. */
function loadTaps(set: Firs, row: Row, input: number, taps: Float32Array): void {
  taps.fill(0);
  if (!isMidSide(set.inputs) || input > 1) {
    taps.set(fir(set, input, row.source));
    return;
  }
  const left = fir(set, 0, row.source);
  const right = fir(set, 1, row.source);
  const sign = input === 0 ? -1 : 1;
  for (let t = 0; t < set.taps; t++) taps[t] = (left[t]! + sign * right[t]!) / 2;
}

interface Place {
  readonly group: RowGroup;
  /** Products of the groups before this one, and of all. */
  readonly before: number;
  readonly products: number;
  readonly row: number;
  readonly input: number;
}

/** Transforms all partitions of the taps that are loaded and puts their cells where the matrix expects them. */
function fillRow(
  bench: Workbench,
  plan: readonly PartitionStage[],
  inUse: readonly number[],
  place: Place,
  spectra: Float32Array,
): void {
  const offsets = stageOffsets(plan);
  let stageStart = 0;
  plan.forEach(({ block }, s) => {
    const partitions = inUse[s]!;
    const { rows, inputs } = place.group;
    const groupStart = stageStart + 2 * block * partitions * place.before;
    // Partitions that stand together: all of the first stage, the first of a later one, the rest of it.
    const first = s === 0 ? 0 : 1;
    for (let p = 0; p < partitions; p++) {
      bench.kernel.exports.filtersTransform(offsets[s]! + p * block, block);
      const isApart = p < first;
      const together = isApart ? first : partitions - first;
      const start = groupStart + (isApart ? 0 : 2 * block * first * inputs * rows);
      const cellStride = 8 * inputs * together * rows;
      let to = start + 8 * ((place.input * together + (isApart ? 0 : p - first)) * rows + place.row);
      for (let from = 0; from < 2 * block; from += 8, to += cellStride) {
        for (let n = 0; n < 8; n++) {
          const bin = bench.spectrum[from + n]!;
          spectra[to + n] = Math.abs(bin) < SMALLEST_BIN ? 0 : bin;
        }
      }
    }
    stageStart += 2 * block * partitions * place.products;
  });
}

function headerOf(
  outputs: number,
  rows: readonly Row[],
  groups: readonly RowGroup[],
  inUse: readonly number[],
): Int32Array {
  return Int32Array.from([
    ...[outputs, rows.length, groups.length],
    ...inUse,
    ...groups.flatMap((group) => [group.rows, group.firstInput, group.inputs]),
    ...rows.map((row) => row.output),
    ...rows.map((row) => row.difference),
  ]);
}
