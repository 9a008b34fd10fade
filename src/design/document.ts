import type { Device, Listener, MeasurementReference, Vec3 } from '../acoustics/types.ts';

/** Points `[Hz, dB]`, linear in dB over log frequency, held flat beyond the ends. */
export type GainCurve = readonly (readonly [frequencyHz: number, gainDb: number])[];

export type UpmixKind = 'off' | 'mid-side' | 'least-correlated' | 'adaptive';

/** How a null weighs the azimuths of its width: all alike, or its middle most and its edges least. */
export type NullShape = 'flat' | 'raised-cosine';

/** What one null has of its own; what is absent is as for all nulls of the set. */
export interface NullDetail {
  readonly widthDeg?: number;
  /** How much deeper than the target curve it is to be, dB; negative for less deep. */
  readonly extraDepthDb?: number;
  /** Flat where absent. */
  readonly shape?: NullShape;
}

/** Directions in which little is to be radiated. */
export interface NullSet {
  readonly nullAzimuthsDeg: readonly number[];
  readonly nullWidthDeg: number;
  /** One for each azimuth, in the same order. */
  readonly nullDetails?: readonly NullDetail[];
}

export interface CancellationTarget {
  readonly targetGainDb: GainCurve;
  readonly maxEffortDb: number;
  /** Head positions relative to the listener that share one filter; `[[0,0,0]]` for one exact spot. */
  readonly headOffsetsM: readonly Vec3[];
  /** Directions to be dark with the far ear, as for the left channel; the right one has them mirrored. */
  readonly sideNulls?: NullSet;
}

/** Half of the listening window where the beam does not say. */
export const DEFAULT_WINDOW_DEG = 45;

export interface BeamTarget extends NullSet {
  /** Half of the listening window, in which the beam is held even; `DEFAULT_WINDOW_DEG` where absent. */
  readonly windowDeg?: number;
  readonly targetGainDb: GainCurve;
  readonly maxEffortDb: number;
}

export interface Room {
  readonly sizeM: Vec3;
  readonly reverberationTimeS: number;
  readonly devicePositionM: Vec3;
}

/** Everything that is designed: device, listener and targets. The one document that app, workers and command read. */
export interface DesignDocument {
  readonly format: 'soundstage-design';
  readonly version: 1;
  readonly name: string;
  readonly sampleRateHz: number;
  readonly filterTaps: number;
  readonly speedOfSoundMps: number;
  readonly device: Device;
  readonly listener: Listener;
  readonly upmix: { readonly kind: UpmixKind };
  readonly sides: {
    /** `null` leaves the virtual pair out. */
    readonly virtualSpeakerAzimuthDeg: number | null;
    readonly cancellation: CancellationTarget | null;
  };
  readonly centre: { readonly beam: BeamTarget | null };
  /** Responses of the drivers at the ears, measured in place: the sides are designed on them instead of on the model. */
  readonly plant?: MeasurementReference;
  /** `null`: free field. */
  readonly room: Room | null;
}
