import { hearWith } from '../design/head-hearing.ts';
import { headFit } from '../measured/head-fit.ts';
import { readHeadSet, type HeadSet } from '../measured/head-set.ts';
import { measuredHead } from '../measured/measured-head.ts';
import { MeasurementError } from '../measured/measurement-error.ts';
import { readSofa, refuseTooLarge } from '../measured/sofa-file.ts';
import type { HeadHeard, HeadReply, HearRequest } from '../protocol/heads-protocol.ts';
import { fileHash } from './file-hash.ts';

interface OpenHead {
  readonly id: string;
  readonly set: HeadSet;
  /** Keeps what it computed of its directions from one design to the next. */
  readonly ratios: ReturnType<typeof measuredHead>;
}

/** One measured head, read from a file, and what it hears of designs. */
export class HeadListener {
  private head: OpenHead | null = null;

  /** Reads a file; what was open stays when it is refused. */
  async open(file: Blob, fileName: string): Promise<HeadReply> {
    try {
      // Before it is read: it may be larger than what there is of memory.
      refuseTooLarge(file.size);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const set = readHeadSet(await readSofa(bytes), fileName);
      const id = await fileHash(bytes);
      this.head = { id, set, ratios: measuredHead(set) };
      const { name, sampleRateHz, taps, shells } = set;
      const directions = shells.reduce((sum, shell) => sum + shell.directions.length / 3, 0);
      const distancesM = shells.map(({ distanceM }) => distanceM);
      return { ok: true, id, info: { name, directions, distancesM, sampleRateHz, taps } };
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error;
      return { ok: false, said: error.said };
    }
  }

  hear({ document, drivers, cancellation, separationDb }: HearRequest): HeadHeard | null {
    if (this.head === null) return null;
    const { id, set, ratios } = this.head;
    return {
      headId: id,
      document,
      fit: headFit(set, document.device, document.listener),
      ...hearWith(ratios, document, { drivers, cancellation }, separationDb),
    };
  }
}
