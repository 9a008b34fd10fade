import { instantiate, type KernelInstance } from './wasm-instance.ts';

interface ZoneExports {
  zoneConfigure(
    bins: number,
    drivers: number,
    places: number,
    headRows: number,
    headAngles: number,
    baseRows: number,
    baseAngles: number,
    lowBins: number,
    bands: number,
  ): void;
  zoneTurns(): number;
  zoneHead(): number;
  zoneBase(): number;
  zoneFilters(): number;
  zoneLookups(): number;
  zoneResults(): number;
  zoneWaves(): number;
  zoneEdges(): number;
  zoneMix(places: number): void;
}

/** Responses row by row: rows of one distance by angle, and those of the next. */
interface Table {
  /** (rows, bins, re/im) */
  readonly values: Float32Array;
  readonly rows: number;
  readonly angles: number;
}

/** What is the same at all places. */
export interface ZoneMixData {
  readonly head: Table;
  readonly drivers: Table | null;
  readonly turnsPerM: Float32Array;
  /** (bins, drivers, columns), five columns. */
  readonly filters: {
    readonly bins: number;
    readonly rows: number;
    readonly columns: number;
    readonly re: Float64Array;
    readonly im: Float64Array;
  };
  readonly waves: Float32Array;
  readonly edges: Int32Array;
}

const LANES = 4;
const COLUMNS = 5;
const LOOKUP_FLOATS = 34;
const RESULT_FLOATS = 12;
const NO_TABLE: Table = { values: new Float32Array(), rows: 0, angles: 0 };

/**
 * The listening-zone kernel: columns of filters through interpolated transfers to both ears at very many places, reduced to
 * separations, powers, interaural lags and coherence, all in Float32.
 */
export class ZoneKernel {
  lookups: Float32Array = new Float32Array();
  results: Float32Array = new Float32Array();
  readonly #kernel: KernelInstance<ZoneExports>;
  /** Sizes that memory is laid out for, and the tables that lie in it. */
  #layout = '';
  #tables: readonly Table[] = [];

  constructor(module: WebAssembly.Module) {
    this.#kernel = instantiate<ZoneExports>(module);
  }

  /** Makes ready for up to `places` at once. @throws RangeError for bins that are not whole lanes */
  load(data: ZoneMixData, places: number): void {
    const { head, filters, turnsPerM, waves, edges } = data;
    const base = data.drivers ?? NO_TABLE;
    const { bins, rows: drivers, columns } = filters;
    if (bins % LANES !== 0 || columns !== COLUMNS) {
      throw new RangeError(
        `zone kernel: expected ${COLUMNS} columns and bins in fours, got ${columns}, ${bins}`,
      );
    }
    const lowBins = edges.at(-1)!;
    const { exports } = this.#kernel;
    const sizes = [
      bins,
      drivers,
      places,
      head.rows,
      head.angles,
      base.rows,
      base.angles,
      lowBins,
      edges.length - 1,
    ];
    const layout = sizes.join(' ');
    if (layout !== this.#layout) {
      exports.zoneConfigure(...(sizes as Parameters<ZoneExports['zoneConfigure']>));
      this.#layout = layout;
      this.#tables = [];
      this.lookups = this.#floats(exports.zoneLookups(), places * drivers * LOOKUP_FLOATS);
      this.results = this.#floats(exports.zoneResults(), places * RESULT_FLOATS);
    }
    if (this.#tables[0] !== head || this.#tables[1] !== base) {
      this.#place(head, bins, exports.zoneHead());
      this.#place(base, bins, exports.zoneBase());
      this.#tables = [head, base];
    }
    this.#placeFilters(filters, exports.zoneFilters());
    this.#floats(exports.zoneTurns(), bins).set(turnsPerM);
    this.#floats(exports.zoneWaves(), waves.length).set(waves);
    new Int32Array(this.#kernel.memory.buffer, exports.zoneEdges(), edges.length).set(edges);
  }

  run(places: number): void {
    this.#kernel.exports.zoneMix(places);
  }

  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#kernel.memory.buffer, address, length);
  }

  /** Rows of pairs as chunks of four real and four imaginary parts. */
  #place({ values, rows }: Table, bins: number, address: number): void {
    const to = this.#floats(address, rows * bins * 2);
    for (let at = 0; at < values.length; at += 2 * LANES) {
      for (let lane = 0; lane < LANES; lane++) {
        to[at + lane] = values[at + 2 * lane]!;
        to[at + LANES + lane] = values[at + 2 * lane + 1]!;
      }
    }
  }

  #placeFilters({ bins, rows, re, im }: ZoneMixData['filters'], address: number): void {
    const to = this.#floats(address, bins * rows * COLUMNS * 2);
    const width = rows * COLUMNS;
    for (let bin = 0; bin < bins; bin++) {
      const chunk = Math.floor(bin / LANES) * width * 2 * LANES + (bin % LANES);
      for (let i = 0; i < width; i++) {
        to[chunk + i * 2 * LANES] = re[bin * width + i]!;
        to[chunk + i * 2 * LANES + LANES] = im[bin * width + i]!;
      }
    }
  }
}
