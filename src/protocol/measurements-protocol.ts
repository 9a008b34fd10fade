import type { MeasurementKind } from '../design/required-measurements.ts';
import type { TakenOfSofa } from '../measured/driver-sofa.ts';
import type { EarMapping } from '../measured/ear-responses.ts';
import type { Reason } from '../refusal/phrase.ts';

export type { EarMapping, MeasurementKind, TakenOfSofa };

/** A measurement that a document refers to, on its way to where it is needed. */
export interface MeasurementFile {
  readonly kind: MeasurementKind;
  readonly name: string;
  readonly sha256: string;
  readonly file: Blob;
}

/** What a worker exposes besides, whose documents may refer to measurements. */
export interface KnowsMeasurements {
  /** To be told before a document that refers to them. What cannot be read is left unknown: the design then says that it is missing. */
  know(files: readonly MeasurementFile[]): Promise<void>;
  /** Of measurements that were removed, by their hashes: a document that refers to them is refused from then on. */
  forget(hashes: readonly string[]): void;
}

/** A file as it was opened: its name tells what it holds. */
export interface OpenedFile {
  readonly name: string;
  readonly file: Blob;
}

/** Files that are to be read as a measurement of a device. */
export interface InspectRequest {
  readonly kind: MeasurementKind;
  readonly files: readonly OpenedFile[];
  /** In the order of the document. */
  readonly driverIds: readonly string[];
}

/** What files hold, and which driver is most likely meant by which. */
export type Inspected =
  | {
      readonly kind: 'plant';
      readonly sampleRateHz: number;
      /** By name. */
      readonly channels: readonly string[];
      readonly mapping: EarMapping;
    }
  | {
      readonly kind: 'drivers';
      readonly sampleRateHz: number;
      readonly azimuthsDeg: readonly number[];
      /** By name. */
      readonly groups: readonly string[];
      /** Index into `groups` for each driver. */
      readonly mapping: readonly number[];
      /** Of the microphone, where the file says so. */
      readonly distanceM: number | null;
      /** What was taken of SOFA files. */
      readonly taken: TakenOfSofa | null;
    };

export type InspectReply =
  { readonly ok: true; readonly found: Inspected } | { readonly ok: false; readonly said: Reason };

/** What was meant, of what was found. */
export type MeasurementAnswer =
  | { readonly kind: 'plant'; readonly mapping: EarMapping }
  | { readonly kind: 'drivers'; readonly mapping: readonly number[]; readonly distanceM: number };

export interface AssembleRequest extends Omit<InspectRequest, 'kind'> {
  readonly answer: MeasurementAnswer;
}

/** What is told of a measurement of responses. */
export interface ResponsesInfo {
  readonly drivers: number;
  readonly sampleRateHz: number;
  readonly taps: number;
  /** Of drivers alone: how many azimuths, and how far away the microphone was. */
  readonly around?: { readonly azimuths: number; readonly distanceM: number };
}

export type AssembleReply =
  | {
      readonly ok: true;
      /** SHA-256 of the file: what the document refers to. */
      readonly sha256: string;
      /** All of it in one WAV file. */
      readonly file: Blob;
      readonly info: ResponsesInfo;
    }
  | { readonly ok: false; readonly said: Reason };

/** What the measurements worker exposes through comlink. */
export interface MeasurementsWorkerApi {
  inspect(request: InspectRequest): Promise<InspectReply>;
  assemble(request: AssembleRequest): Promise<AssembleReply>;
}
