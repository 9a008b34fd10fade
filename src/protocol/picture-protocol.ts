import type { Balloon } from '../design/balloon.ts';
import type { Band } from '../design/band-powers.ts';
import type { Cta2034Curves } from '../design/cta-2034.ts';
import type { DepthFigures } from '../design/depth.ts';
import type { DirectivityFigures } from '../design/directivity-figures.ts';
import type { DesignDocument } from '../design/document.ts';
import type { FilterCurves } from '../design/filter-curves.ts';
import type { FilterSet } from '../design/filter-set.ts';
import type { PairHeard } from '../design/head-hearing.ts';
import type { Mismatch, Spread } from '../design/mismatch.ts';
import type { PolarMap } from '../design/polar-map.ts';
import type { PolarSlices } from '../design/polar-slices.ts';
import type { KnowsMeasurements } from './measurements-protocol.ts';

/** A column of the filter matrix: an input of the drivers. */
export type Column = 'left' | 'right' | 'centre';

/** The columns in the order of the matrix's inputs. */
export const COLUMNS = ['left', 'right', 'centre'] as const satisfies readonly Column[];

/**
 * Which filters of a column: as they play, the cancellation alone (without the virtual pair; a centre has none and is shown
 * as it plays), or that relative to the column's near driver.
 */
export type FilterForm = 'played' | 'cancellation' | 'relative';

/** What radiates: a column as it plays, or one driver alone at drive 1, by its index in the document. */
export type SoundSource = Column | number;

/** What of a design is to be seen; drawn when it is looked at, not with every design. */
export type PictureRequest =
  | { readonly kind: 'filters'; readonly column: Column; readonly form: FilterForm }
  | { readonly kind: 'directivity' }
  | { readonly kind: 'cta2034'; readonly source: SoundSource }
  | { readonly kind: 'map'; readonly source: SoundSource }
  | {
      readonly kind: 'slices';
      readonly source: SoundSource;
      readonly frequenciesHz: readonly number[];
      readonly band: Band;
    }
  | {
      readonly kind: 'balloon';
      readonly source: SoundSource;
      readonly frequencyHz: number;
      readonly band: Band;
    }
  | { readonly kind: 'pair' }
  | { readonly kind: 'comparison'; readonly column: Column }
  | { readonly kind: 'depth' }
  | ({ readonly kind: 'mismatch' } & Mismatch);

export type PictureKind = PictureRequest['kind'];

export type RequestOf<Kind extends PictureKind> = Extract<PictureRequest, { kind: Kind }>;

/** What a picture is drawn from: the design's realised FIRs. */
export interface PictureSource {
  readonly document: DesignDocument;
  /** L, R, C → drivers. */
  readonly drivers: FilterSet;
  /** The cancellation stage, L, R → drivers. */
  readonly cancellation: FilterSet;
}

/** Every driver's filter in one column; drivers in the order of the document. */
export interface FiltersPicture {
  readonly frequencyHz: Float64Array;
  readonly curves: readonly FilterCurves[];
  readonly impulses: readonly Float32Array[];
  readonly sampleRateHz: number;
  readonly latencySamples: number;
  /** Index of the driver that a relative form is relative to. */
  readonly nearDriver: number;
}

/** Directivity of L, R and C. */
export interface DirectivityPicture {
  readonly frequencyHz: Float64Array;
  readonly columns: Readonly<Record<Column, DirectivityFigures>>;
}

export interface Cta2034Picture extends Cta2034Curves {
  readonly frequencyHz: Float64Array;
}

export interface PairPicture extends PairHeard {
  readonly frequencyHz: Float64Array;
}

/** The plain matrix beside the relative form of the designed filters. */
export interface ComparisonPicture {
  readonly matrix: PolarMap;
  readonly beamformer: PolarMap;
  readonly frequencyHz: Float64Array;
  /** Own over other ear of L and R. */
  readonly matrixSeparationDb: Float64Array;
  readonly beamformerSeparationDb: Float64Array;
}

/** Ratios as designed and as drivers that are off would make them. */
export interface MismatchPicture {
  readonly frequencyHz: Float64Array;
  readonly separation: Spread & { readonly nominalDb: Float64Array };
  readonly rejection: Spread & { readonly nominalDb: Float64Array };
}

interface PictureData {
  readonly filters: FiltersPicture;
  readonly directivity: DirectivityPicture;
  readonly cta2034: Cta2034Picture;
  readonly map: PolarMap;
  readonly slices: PolarSlices;
  readonly balloon: Balloon;
  readonly pair: PairPicture;
  readonly comparison: ComparisonPicture;
  readonly depth: DepthFigures;
  readonly mismatch: MismatchPicture;
}

/** A request and what was drawn for it. */
export type PictureOf<Kind extends PictureKind> = {
  readonly kind: Kind;
  readonly request: RequestOf<Kind>;
  /** The document that was designed. */
  readonly document: DesignDocument;
  readonly data: PictureData[Kind];
};

export type Picture = { [Kind in PictureKind]: PictureOf<Kind> }[PictureKind];

/** What the pictures worker exposes through comlink. */
export interface PicturesWorkerApi extends KnowsMeasurements {
  /**
   * @param onProgress a comlink proxy, called with 0…1
   * @returns null when a newer request came meanwhile, or it was cancelled: the older one is given up
   */
  draw(
    request: PictureRequest,
    source: PictureSource,
    onProgress: (fraction: number) => void,
  ): Promise<Picture | null>;
  cancel(): void;
}
