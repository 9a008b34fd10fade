import type { HeadHeard } from '../../protocol/heads-protocol.ts';
import type {
  Inspected,
  MeasurementAnswer,
  MeasurementKind,
  OpenedFile,
} from '../../protocol/measurements-protocol.ts';
import type { KeptHead, KeptResponses } from '../ports.ts';
import type { Reason } from '../../refusal/phrase.ts';

/** Measured heads that can hear the design beside the model that it is made on. */
export interface HeadsState {
  /** Those that are kept in this browser; `null` until they were read. */
  readonly list: readonly KeptHead[] | null;
  /** The one that hears; `null` for the model alone. */
  readonly chosen: KeptHead | null;
  /** The one to be chosen once the list is there: remembered from an earlier visit. */
  readonly wantedId: string | null;
  /** Name of the file that is being read. */
  readonly reading: string | null;
  /** What it hears of the newest design that it was told of. */
  readonly heard: HeadHeard | null;
}

export interface HeadActions {
  /** Reads a SOFA file, keeps it, and lets its head hear the design. */
  importHead(file: File): Promise<void>;
  /** @param id of a kept head, or `null` for the model alone */
  chooseHead(id: string | null): Promise<void>;
  removeHead(id: string): Promise<void>;
}

/** Files that were opened as a measurement, before it is said which driver is which. */
export interface MeasurementDraft {
  /** To begin with. */
  readonly name: string;
  readonly files: readonly OpenedFile[];
  readonly found: Inspected;
}

/** Responses that designs refer to: measured at the ears, and of drivers over azimuth. */
export interface MeasurementsState {
  /** Those that are in this browser; `null` until they were read. */
  readonly list: readonly KeptResponses[] | null;
  readonly draft: MeasurementDraft | null;
  /** Files are being read. */
  readonly isReading: boolean;
  /** Why the last ones were refused. */
  readonly refusal: Reason | null;
}

export interface MeasurementActions {
  /** Reads files as a measurement of the device: a draft, or why it is none. */
  inspectMeasurement(kind: MeasurementKind, files: readonly File[]): Promise<void>;
  /** Gives up the draft. */
  dropMeasurement(): void;
  /** Keeps the draft as it was meant and designs on it. @returns whether it could be */
  takeMeasurement(name: string, answer: MeasurementAnswer): Promise<boolean>;
  /** @param id of a kept measurement, or `null` for the model */
  chooseMeasurement(kind: MeasurementKind, id: string | null): void;
  removeMeasurement(id: string): Promise<void>;
  /** A measurement as one file, to keep beside the design's; `null` where it is gone. */
  measurementFile(id: string): Promise<Blob | null>;
}
