import type { Device, Listener, Vec3 } from '../acoustics/types.ts';

/** Points `[Hz, dB]`, linear in dB over log frequency, held flat beyond the ends. */
export type GainCurve = readonly (readonly [frequencyHz: number, gainDb: number])[];

export type UpmixKind = 'off' | 'mid-side' | 'least-correlated' | 'adaptive';

export interface CancellationTarget {
  readonly targetGainDb: GainCurve;
  readonly maxEffortDb: number;
  /** Head positions relative to the listener that share one filter; `[[0,0,0]]` for one exact spot. */
  readonly headOffsetsM: readonly Vec3[];
}

export interface BeamTarget {
  readonly nullAzimuthsDeg: readonly number[];
  readonly nullWidthDeg: number;
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
  /** `null`: free field. */
  readonly room: Room | null;
}
