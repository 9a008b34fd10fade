import type { DesignDocument } from '../design/document.ts';
import type { FilterCurves } from '../design/filter-curves.ts';
import type { FilterSet } from '../design/filter-set.ts';

/** A column of the filter matrix: an input of the drivers. */
export type Column = 'left' | 'right' | 'centre';

/** The columns in the order of the matrix's inputs. */
export const COLUMNS = ['left', 'right', 'centre'] as const satisfies readonly Column[];

/**
 * Which filters of a column: as they play, the cancellation alone (without the virtual pair; a centre has none and is shown
 * as it plays), or that relative to the column's near driver.
 */
export type FilterForm = 'played' | 'cancellation' | 'relative';

/** What of a design is to be seen; drawn when it is looked at, not with every design. */
export type PictureRequest = {
  readonly kind: 'filters';
  readonly column: Column;
  readonly form: FilterForm;
};

export type PictureKind = PictureRequest['kind'];

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

interface PictureData {
  readonly filters: FiltersPicture;
}

/** A request and what was drawn for it. */
export type PictureOf<Kind extends PictureKind> = {
  readonly kind: Kind;
  readonly request: Extract<PictureRequest, { kind: Kind }>;
  /** The document that was designed. */
  readonly document: DesignDocument;
  readonly data: PictureData[Kind];
};

export type Picture = { [Kind in PictureKind]: PictureOf<Kind> }[PictureKind];

/** What the pictures worker exposes through comlink. */
export interface PicturesWorkerApi {
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
