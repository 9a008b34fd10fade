import type { Balloon } from '../design/balloon.ts';
import type { DepthFigures } from '../design/depth.ts';
import type { DesignDocument } from '../design/document.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import type { PolarMap } from '../design/polar-map.ts';
import type { PolarSlices } from '../design/polar-slices.ts';
import type { StudyFigures } from '../design/study-figures.ts';
import type { ZoneMaps } from '../design/zone-maps.ts';
import type { DesignFailure } from './designer-protocol.ts';
import type { Profile } from './listening-protocol.ts';
import type {
  Column,
  Cta2034Picture,
  DirectivityPicture,
  FiltersPicture,
  PairPicture,
} from './picture-protocol.ts';
import type { KnowsMeasurements } from './measurements-protocol.ts';

export interface StudyRequest {
  /** Validated in the worker, by the one schema. */
  readonly document: unknown;
  /** The rate that filters are designed for. */
  readonly sampleRateHz: number;
  readonly profile: Profile;
  /** With what only a report shows, and takes as long again. */
  readonly isPrinted: boolean;
}

/** What a report shows of the directions around a device; bands are a third of an octave wide. */
export interface PrintedPictures {
  readonly slices: Readonly<Record<Column, PolarSlices>>;
  readonly balloons: readonly {
    readonly column: Column;
    readonly frequencyHz: number;
    readonly balloon: Balloon;
  }[];
}

/** All that one looks at of a design on its own device, whatever it is listened to on: from its realised FIRs. */
export interface DesignStudy {
  /** As designed, at the rate asked for. */
  readonly document: DesignDocument;
  readonly profile: Profile;
  readonly metrics: DesignMetrics;
  readonly figures: StudyFigures;
  readonly directivity: DirectivityPicture;
  readonly maps: Readonly<Record<Column, PolarMap>>;
  readonly filters: Readonly<Record<Column, FiltersPicture>>;
  readonly pair: PairPicture;
  /** From 300 Hz to 8 kHz. */
  readonly zone: ZoneMaps;
  /** Of the centre. */
  readonly cta2034: Cta2034Picture;
  readonly depth: DepthFigures;
  /** `null` where they were not asked for. */
  readonly printed: PrintedPictures | null;
  /** SHA-256, hexadecimal: of the document without its name, and of the filters' taps. */
  readonly fingerprints: { readonly design: string; readonly filters: string };
}

export type StudyReply =
  | { readonly ok: true; readonly study: DesignStudy }
  | { readonly ok: false; readonly failure: DesignFailure };

/** What the study worker exposes through comlink. */
export interface StudyWorkerApi extends KnowsMeasurements {
  /** @param kernel the compiled kernel of zones */
  initialise(kernel: WebAssembly.Module): void;
  /** @param onProgress a comlink proxy, called with 0…1 */
  study(request: StudyRequest, onProgress: (fraction: number) => void): Promise<StudyReply>;
}
