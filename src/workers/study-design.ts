import { atRate } from '../design/at-rate.ts';
import { DesignError } from '../design/design-error.ts';
import type { Designer } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import { createMemo } from '../design/memo.ts';
import { parseDesign } from '../design/schema.ts';
import { studyFigures } from '../design/study-figures.ts';
import { BROADBAND } from '../design/zone-band.ts';
import type { ZoneMixer } from '../design/zone-field.ts';
import { rowsAt, ZONE_STRIDES } from '../design/zone-grid.ts';
import { ZoneRows, ZoneSheet, type ZoneMaps } from '../design/zone-maps.ts';
import { chainLatency, modellingDelay } from '../kernel/chain-latency.ts';
import type { Column, PictureSource } from '../protocol/picture-protocol.ts';
import { COLUMNS } from '../protocol/picture-protocol.ts';
import type { DesignStudy, StudyReply, StudyRequest } from '../protocol/study-protocol.ts';
import { cta2034Picture, depthPicture, directivityPicture, mapPicture } from './directivity-pictures.ts';
import { filtersPicture } from './draw-picture.ts';
import { pairPicture } from './ear-pictures.ts';
import { PRINTED_STEPS, printedPictures } from './printed-pictures.ts';

/** The design, then its pictures: directivity, depth, CTA-2034, the pair, the zone, and map and filters of each column. */
const STEPS = 9;

/** A study before its fingerprints, which come later. */
interface Studied {
  readonly ok: true;
  readonly study: Omit<DesignStudy, 'fingerprints'>;
  /** All filters, for their fingerprint. */
  readonly taps: Float32Array;
}

/**
 * Studies a design on its own device. A refusal is data: errors lose their fields on the way between threads.
 * Yields the fraction done.
 * @param designer keeps what does not change from one study to the next
 * @param mixer does the zone's arithmetic
 */
export function* studyDesign(
  { document, sampleRateHz, profile, isPrinted }: StudyRequest,
  designer: Designer,
  mixer: ZoneMixer,
): Generator<number, Studied | Extract<StudyReply, { ok: false }>> {
  try {
    const wanted = atRate(parseDesign(document), sampleRateHz);
    const latencySamples = modellingDelay(profile, wanted.filterTaps, sampleRateHz);
    const { spatial, cancellation, metrics } = designer.design(wanted, latencySamples);
    let done = 0;
    const steps = STEPS + (isPrinted ? PRINTED_STEPS : 0);
    const step = () => (done += 1) / steps;
    yield step();
    const source = { document: wanted, drivers: spatial.drivers, cancellation };
    const directivity = directivityPicture(source);
    yield step();
    const depth = depthPicture(source);
    yield step();
    const cta2034 = cta2034Picture({ source: 'centre' }, source);
    yield step();
    const pair = pairPicture(source);
    yield step();
    const zone = zoneOf(source, mixer);
    yield step();
    const maps = {} as Record<Column, DesignStudy['maps'][Column]>;
    const filters = {} as Record<Column, DesignStudy['filters'][Column]>;
    for (const column of COLUMNS) {
      maps[column] = mapPicture({ source: column }, source);
      filters[column] = filtersPicture({ column, form: 'played' }, source);
      yield step();
    }
    const printed = isPrinted ? yield* printedPictures(source, step) : null;
    const latencyMs = (1000 * chainLatency(profile, wanted.filterTaps, sampleRateHz)) / sampleRateHz;
    const figures = studyFigures({
      document: wanted,
      depth,
      metrics,
      centre: directivity.columns.centre,
      pair: wanted.sides.virtualSpeakerAzimuthDeg === null ? null : pair,
      zone,
      latencyMs,
    });
    const study = {
      document: wanted,
      profile,
      metrics,
      figures,
      directivity,
      maps,
      filters,
      pair,
      zone,
      cta2034,
      depth,
      printed,
    };
    return { ok: true, study, taps: spatial.drivers.firs };
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    const { code, field, said } = error;
    return { ok: false, failure: { code, field, said } };
  }
}

/** Half as fine as it can be looked at by itself. */
const ZONE_STRIDE = 2;
const memo = createMemo();

function zoneOf({ document, drivers, cancellation }: PictureSource, mixer: ZoneMixer): ZoneMaps {
  const rows = new ZoneRows(document, drivers, cancellation, BROADBAND, mixer, memo);
  const sheet = new ZoneSheet(rows.grid, rows.seat, BROADBAND);
  for (const stride of ZONE_STRIDES.filter((one) => one >= ZONE_STRIDE)) {
    for (const row of rowsAt(stride)) sheet.put(stride, row, rows.row(stride, row));
  }
  return sheet.maps(ZONE_STRIDE);
}

/** What tells a design and its filters from others: SHA-256 in hexadecimal. A name changes neither. */
export async function fingerprintsOf(
  { document }: Pick<DesignStudy, 'document'>,
  taps: Float32Array,
): Promise<DesignStudy['fingerprints']> {
  const text = new TextEncoder().encode(canonical({ ...document, name: '' } satisfies DesignDocument));
  return { design: await sha256(text), filters: await sha256(new Uint8Array(taps.slice().buffer)) };
}

/** JSON with fields in the order of the alphabet: the same for the same content, wherever it was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
