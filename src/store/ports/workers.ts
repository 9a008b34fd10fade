import type { ZoneMaps } from '../../design/zone-maps.ts';
import type { DesignReply, DesignRequest } from '../../protocol/designer-protocol.ts';
import type { ExportReply, ExportRequest } from '../../protocol/export-protocol.ts';
import type { HeadHeard, HeadReply, HearRequest } from '../../protocol/heads-protocol.ts';
import type { LoudnessMatch, LoudnessRequest, TrackSamples } from '../../protocol/loudness-protocol.ts';
import type {
  AssembleReply,
  AssembleRequest,
  InspectReply,
  InspectRequest,
} from '../../protocol/measurements-protocol.ts';
import type { Picture, PictureRequest, PictureSource } from '../../protocol/picture-protocol.ts';
import type { StudyReply, StudyRequest } from '../../protocol/study-protocol.ts';
import type { ZoneRequest } from '../../protocol/zones-protocol.ts';

/** What the store asks of the workers. A request that a newer one overtook resolves to `null`. */
export interface DesignPort {
  design(request: DesignRequest): Promise<DesignReply | null>;
  /** @param onMaps told of every coarser map with the fraction that is done; the finest is the answer */
  zones(request: ZoneRequest, onMaps: (maps: ZoneMaps, fraction: number) => void): Promise<ZoneMaps | null>;
  /** Gives up what is being mapped. */
  cancelZones(): void;
  picture(
    request: PictureRequest,
    source: PictureSource,
    onProgress: (fraction: number) => void,
  ): Promise<Picture | null>;
  /** Gives up what is being drawn. */
  cancelPicture(): void;
  /** Everything that is to be seen of a design, on its own device; one after the other. */
  study(request: StudyRequest, onProgress: (fraction: number) => void): Promise<StudyReply>;
  setTrack(track: TrackSamples): void;
  /** Within tenths of a decibel of the measurement, in milliseconds where something is known of the track already. */
  estimateLoudness(request: LoudnessRequest): Promise<LoudnessMatch | null>;
  /** Measured on the track itself. */
  matchLoudness(request: LoudnessRequest): Promise<LoudnessMatch | null>;
  /** Gives up what is being measured. */
  cancelLoudness(): void;
}

/** A measured head that hears what is designed. Implemented by src/workers. */
export interface HeadsPort {
  /** Reads a SOFA file, whose head then hears; what heard before stays when it is refused. Never throws. */
  open(file: Blob, fileName: string): Promise<HeadReply>;
  /** `null` when a newer request came meanwhile, or where no head is open. */
  hear(request: HearRequest): Promise<HeadHeard | null>;
}

/** Reads files of measurements. Never throws. Implemented by src/workers. */
export interface MeasurementsPort {
  inspect(request: InspectRequest): Promise<InspectReply>;
  assemble(request: AssembleRequest): Promise<AssembleReply>;
}

/** Designs as files for other programs. Never throws. Implemented by src/workers. */
export interface ExportPort {
  make(request: ExportRequest): Promise<ExportReply>;
}
