/** Position or direction `[front, left, up]` in metres from the device's centre; *left* is the audience's left. */
export type Vec3 = readonly [front: number, left: number, up: number];

/** One loudspeaker driver: a circular piston of unit monopole strength. */
export interface Driver {
  readonly id: string;
  readonly positionM: Vec3;
  readonly radiusM: number;
  /** Band the driver can be used in, Hz; the whole band where absent. */
  readonly bandHz?: readonly [low: number, high: number];
  readonly gainDb?: number;
}

/** A measurement that is kept beside what refers to it: its name, and what its file must be, by its hash. */
export interface MeasurementReference {
  readonly name: string;
  /** Of the whole file, 64 hexadecimal figures in lower case. */
  readonly sha256: string;
}

export type Baffle =
  | { readonly kind: 'none' }
  | { readonly kind: 'rigid-sphere'; readonly radiusM: number }
  | { readonly kind: 'infinite-plane' }
  /** Whatever the device was built into when its drivers were measured (`MeasuredDrivers`). */
  | ({ readonly kind: 'measured' } & MeasurementReference);

export interface Device {
  readonly baffle: Baffle;
  readonly drivers: readonly Driver[];
}

/** A rigid spherical head that faces the device. */
export interface Listener {
  readonly positionM: Vec3;
  readonly headRadiusM: number;
  /** Angle of each ear from the nose, degrees. */
  readonly earAzimuthDeg: number;
}

/**
 * Complex matrices, one per frequency bin. Element (bin, row, column) is at index
 * `(bin * rows + row) * columns + column` of both planes.
 */
export interface ComplexMatrices {
  readonly bins: number;
  readonly rows: number;
  readonly columns: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}
