import type { PreparedFilters } from '../protocol/designer-protocol.ts';
import type { FilterMatrixCommand, FilterMatrixReport } from '../protocol/filter-matrix-protocol.ts';

/** Floats of a piece: what is looked through, or copied besides, at once on the audio thread takes some 10 µs. */
const WRITTEN_PIECE = 262_144;
const SENT_PIECE = 65_536;

interface Delivery {
  readonly number: number;
  readonly set: number;
  readonly prepared: PreparedFilters;
  readonly gain: number | undefined;
  /** Floats handed over so far. */
  done: number;
  readonly finish: () => void;
}

export interface CourierSetup {
  readonly send: (command: FilterMatrixCommand, transfer?: Transferable[]) => void;
  /** The matrix's memory where it is shared: spectra are written into it from here. */
  readonly memory: WebAssembly.Memory | null;
}

/**
 * Brings filters to the matrix, very long ones in pieces, each when it is wanted, so that the audio thread is never held
 * up. One delivery is under way at a time; of several for one set only the newest is brought.
 */
export class FilterCourier {
  private readonly waiting = new Map<number, Delivery>();
  private underWay: Delivery | null = null;
  private last = 0;
  private gone = false;

  constructor(private readonly setup: CourierSetup) {}

  /**
   * @param gain linear, comes in with the filters; what the set has where absent
   * @returns settled when the filters are in, refused, or overtaken by newer ones
   */
  deliver(set: number, prepared: PreparedFilters, gain?: number): Promise<void> {
    if (this.gone) return Promise.resolve();
    this.waiting.get(set)?.finish();
    return new Promise((finish) => {
      const number = (this.last += 1);
      this.waiting.set(set, { number, set, prepared, gain, done: 0, finish });
      if (this.underWay?.set === set) this.end();
      if (this.underWay === null) this.begin();
    });
  }

  /** A gain that was set while filters with an older one wait. */
  setGain(set: number, gain: number): void {
    const waiting = this.waiting.get(set);
    if (waiting) this.waiting.set(set, { ...waiting, gain });
  }

  /** @param report anything that the matrix says */
  hear(report: FilterMatrixReport): void {
    if (report.type === 'fault') return this.giveUp();
    if (!('delivery' in report) || report.delivery !== this.underWay?.number) return;
    if (report.type === 'want') return this.handOver(this.underWay, report.address);
    this.end();
    this.begin();
  }

  /** The matrix takes no more. */
  giveUp(): void {
    this.gone = true;
    this.end();
    for (const { finish } of this.waiting.values()) finish();
    this.waiting.clear();
  }

  private begin(): void {
    const [next] = this.waiting.values();
    if (next === undefined) return;
    this.waiting.delete(next.set);
    this.underWay = next;
    const { spectra, ...header } = next.prepared;
    const first = this.nextPiece(next, SENT_PIECE).slice();
    this.setup.send(
      {
        type: 'begin-filters',
        delivery: next.number,
        set: next.set,
        header,
        length: spectra.length,
        spectra: first,
        ...(next.gain !== undefined && { gain: next.gain }),
      },
      [first.buffer],
    );
  }

  private nextPiece(delivery: Delivery, size: number): Float32Array {
    const piece = delivery.prepared.spectra.subarray(delivery.done, delivery.done + size);
    delivery.done += piece.length;
    return piece;
  }

  private handOver(delivery: Delivery, address: number): void {
    const { memory, send } = this.setup;
    const piece = this.nextPiece(delivery, memory === null ? SENT_PIECE : WRITTEN_PIECE);
    const command = { type: 'spectra', delivery: delivery.number } as const;
    if (memory === null) {
      // The caller keeps its own.
      const spectra = piece.slice();
      return send({ ...command, spectra }, [spectra.buffer]);
    }
    new Float32Array(memory.buffer, 4 * address, piece.length).set(piece);
    send({ ...command, spectra: piece.length });
  }

  private end(): void {
    this.underWay?.finish();
    this.underWay = null;
  }
}
