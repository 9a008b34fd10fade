import type { Amounts } from '../design/amounts.ts';
import type { DesignDocument, UpmixKind } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import type { PolarMap } from '../design/polar-map.ts';
import type { DesignPart } from '../design/variants.ts';
import type { PreparedFilters } from '../kernel/prepare-filters.ts';
import type { ChainShape, Listening, Profile, Slot } from './listening-protocol.ts';
import type { KnowsMeasurements } from './measurements-protocol.ts';
import type { Reason } from '../refusal/phrase.ts';

export type { DesignPart, PreparedFilters };

/** What a slot is to play. */
export type SlotRequest =
  /** The track as it is, on the same device. */
  | { readonly kind: 'original' }
  /** The plain mid-side matrix on the same device. */
  | { readonly kind: 'matrix' }
  /** A real pair at ±30° at the ears: on headphones alone. */
  | { readonly kind: 'reference' }
  /** The design of the request, whole or without a part of it. */
  | { readonly kind: 'design'; readonly without: DesignPart | null }
  /** Another design, listened to in the same way. */
  | { readonly kind: 'other'; readonly document: unknown };

export type SlotRequests = Readonly<Partial<Record<Slot, SlotRequest>>>;

export interface DesignRequest {
  /** The document as edited: it is validated in the worker, by the one schema. */
  readonly document: unknown;
  readonly listening: Listening;
  /** The AudioContext's rate: the filters are designed for it. */
  readonly sampleRateHz: number;
  /** Decides how late the filters may be; `music` where absent. */
  readonly profile?: Profile;
  /** How much of the document's design is heard and shown; all of it where absent. */
  readonly amounts?: Amounts;
  /** The original in A and the design in B where absent. */
  readonly slots?: SlotRequests;
  /** Shorter filters and fewer points on the curves: what can follow a hand where all of the acoustics is new. */
  readonly isDraft?: boolean;
}

/** What the stage shows of filters that are neither the original nor the design itself. */
export interface SlotPicture {
  /** What they were made for: of another design its own device and listener. */
  readonly document: DesignDocument;
  readonly beams: StageBeams;
  /** Of another design; null where the filters are made of the design itself. */
  readonly metrics: DesignMetrics | null;
}

/** One side of a comparison as it is played and measured. */
export interface HeardSet {
  /** Two sets with the same number are the same; a set that was made anew has another, whichever worker made it. */
  readonly id: number;
  /** The upmix that it was made for; `null` where any gives the same. */
  readonly upmix: UpmixKind | null;
  /** Spectra for the filter-matrix node: an output for each loudspeaker, driver or ear. */
  readonly prepared: PreparedFilters;
  /** The same set as FIRs, outputs as played. */
  readonly outputs: FilterSet;
  /** The same set heard at the listener's ears, for loudness; on headphones equal to `outputs`. */
  readonly ears: FilterSet;
  /** Null where the outcome's view has it, or no device radiates it. */
  readonly picture: SlotPicture | null;
}

/** Level over azimuth of each column (L, R, C) of realised filters, for the stage view. */
export interface StageBeams {
  readonly azimuthDeg: Float64Array;
  /** Over all bands. Column-major: input i at azimuth a is `[i * azimuthDeg.length + a]`, dB relative to the loudest. */
  readonly levelDb: Float32Array;
  /** (inputs, `STAGE_BANDS_HZ`, azimuths), mean power of each band; that of a monopole at 1 m for drive 1 is 1. */
  readonly bandPowers: Float32Array;
}

/** Everything a designer is shown of one design: computed from the realised FIRs. */
export interface DesignView {
  /** The document that was designed: the edited one, with the listener's amounts, on their own pair when that is listened on. */
  readonly document: DesignDocument;
  readonly metrics: DesignMetrics;
  readonly centreMap: PolarMap;
  /** Of the left column's cancellation, where the side beams have nulls of their own. */
  readonly sideMap: PolarMap | null;
  readonly beams: StageBeams;
  /** What the drivers radiate of the original. */
  readonly originalBeams: StageBeams;
  /** Of the whole chain with these filters in either profile: upmix, filters and limiter. */
  readonly latencySamples: Readonly<Record<Profile, number>>;
  readonly stepsMs: Readonly<Record<string, number>>;
}

export interface DesignOutcome {
  /** The design itself is still to come. */
  readonly isDraft: boolean;
  /** What the sets are for; they are all late by the same. */
  readonly profile: Profile;
  readonly listening: Listening;
  /** What all spectra were prepared for. */
  readonly shape: ChainShape;
  readonly view: DesignView;
  readonly original: HeardSet;
  readonly spatial: HeardSet;
  /** What was asked for the slots, all of it late by the same. */
  readonly slots: Readonly<Partial<Record<Slot, HeardSet>>>;
  /** Why a slot has something else: in A the original, elsewhere the design, stands in for what cannot be heard. */
  readonly standIns: Readonly<Partial<Record<Slot, DesignFailure>>>;
  /** The spatial filters as driver filters, L, R, C → drivers, for the pictures. */
  readonly drivers: FilterSet;
  /** The cancellation stage as driver filters, for the listening-zone map and the pictures. */
  readonly cancellation: FilterSet;
}

/** A refusal that names field, value and rule; errors lose their fields on the way between threads, so it is data. */
export interface DesignFailure {
  readonly code: string;
  readonly field: string;
  /** What is said of it; of what nobody foresaw, the words of the error as they are. */
  readonly said: Reason;
}

export type DesignReply =
  | { readonly ok: true; readonly outcome: DesignOutcome }
  | { readonly ok: false; readonly failure: DesignFailure };

/** What the page has of earlier outcomes: the numbers of its sets, and what their spectra were prepared for. */
export interface KeptIds {
  readonly shape: ChainShape;
  readonly ids: readonly number[];
}

/** A set that the page has: it is not sent again. */
export type KnownSet = Pick<HeardSet, 'id' | 'upmix'>;
export type SentSet = HeardSet | KnownSet;

/** An outcome on its way between threads. */
export interface SentOutcome extends Omit<DesignOutcome, 'original' | 'spatial' | 'slots'> {
  readonly original: SentSet;
  readonly spatial: SentSet;
  readonly slots: Readonly<Partial<Record<Slot, SentSet>>>;
}

export type SentReply =
  { readonly ok: true; readonly outcome: SentOutcome } | Extract<DesignReply, { readonly ok: false }>;

/** What the designer worker exposes through comlink. */
export interface DesignerWorkerApi extends KnowsMeasurements {
  /** @param kernel the compiled kernels, for the filters' spectra */
  initialise(kernel: WebAssembly.Module): void;
  /** @param kept what need not be sent */
  design(request: DesignRequest, kept: readonly KeptIds[]): SentReply;
}
