import type { ZoneMaps } from '../../design/zone-maps.ts';
import type { DesignReply, DesignRequest } from '../../protocol/designer-protocol.ts';
import type { ExportReply, ExportRequest } from '../../protocol/export-protocol.ts';
import type { HeadHeard, HeadReply, HearRequest } from '../../protocol/heads-protocol.ts';
import type { LoudnessMatch } from '../../protocol/loudness-protocol.ts';
import type {
  AssembleReply,
  AssembleRequest,
  InspectReply,
  InspectRequest,
} from '../../protocol/measurements-protocol.ts';
import type { PictureRequest } from '../../protocol/picture-protocol.ts';
import type { StudyReply, StudyRequest } from '../../protocol/study-protocol.ts';
import type { ZoneRequest } from '../../protocol/zones-protocol.ts';
import type { DesignPort, HeadsPort, MeasurementsPort } from '../ports.ts';
import { fakeEstimate } from './fake-outcome.ts';
import { type Pending, pendingList } from './pending.ts';

/** Workers whose answers the test gives. */
export function createFakeDesign() {
  const designs = pendingList<DesignRequest, DesignReply | null>();
  const matches = pendingList<unknown, LoudnessMatch | null>();
  const estimates = pendingList<unknown, LoudnessMatch | null>();
  const holds = { estimates: false };
  const maps: (Pending<ZoneRequest, ZoneMaps | null> & { tell: (map: ZoneMaps, done: number) => void })[] =
    [];
  const pictures = pendingList<PictureRequest, never>();
  const studies = pendingList<StudyRequest, StudyReply>();
  const tracks: unknown[] = [];
  const cancelled: number[] = [];
  const cancelledMaps: number[] = [];
  const cancelledMatches: number[] = [];
  const port: DesignPort = {
    design: designs.ask,
    cancelZones: () => void cancelledMaps.push(maps.length),
    zones: (request, tell) =>
      new Promise((resolve, reject) => void maps.push({ request, tell, resolve, reject })),
    picture: pictures.ask,
    study: studies.ask,
    cancelPicture: () => void cancelled.push(pictures.list.length),
    setTrack: (track) => void tracks.push(track),
    matchLoudness: matches.ask,
    cancelLoudness: () => void cancelledMatches.push(matches.list.length),
    estimateLoudness: (request) => (holds.estimates ? estimates.ask(request) : Promise.resolve(fakeEstimate)),
  };
  const lists = {
    designs: designs.list,
    matches: matches.list,
    estimates: estimates.list,
    maps,
    pictures: pictures.list,
    studies: studies.list,
  };
  return { port, tracks, holds, cancelled, cancelledMaps, cancelledMatches, ...lists };
}

/** A measured head: what was asked of it is answered by the test. */
export function createFakeHeads() {
  const opens = pendingList<string, HeadReply>();
  const hears = pendingList<HearRequest, HeadHeard | null>();
  const port: HeadsPort = { open: (_, fileName) => opens.ask(fileName), hear: hears.ask };
  return { port, opens: opens.list, hears: hears.list };
}

/** Readings of measurements that the test answers. */
export function createFakeMeasurements() {
  const inspections = pendingList<InspectRequest, InspectReply>();
  const assemblies = pendingList<AssembleRequest, AssembleReply>();
  const port: MeasurementsPort = { inspect: inspections.ask, assemble: assemblies.ask };
  return { port, inspections: inspections.list, assemblies: assemblies.list };
}

/** Exports that the test answers. */
export const createFakeExports = () => pendingList<ExportRequest, ExportReply>();
