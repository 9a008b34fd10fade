import { atRate } from '../design/at-rate.ts';
import { DesignError } from '../design/design-error.ts';
import type { Designer } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import { parseDesign } from '../design/schema.ts';
import { studyFigures } from '../design/study-figures.ts';
import { chainLatency, modellingDelay } from '../kernel/chain-latency.ts';
import type { Column } from '../protocol/picture-protocol.ts';
import { COLUMNS } from '../protocol/picture-protocol.ts';
import type { DesignStudy, StudyReply, StudyRequest } from '../protocol/study-protocol.ts';
import { cta2034Picture, directivityPicture, mapPicture } from './directivity-pictures.ts';
import { filtersPicture } from './draw-picture.ts';
import { pairPicture } from './ear-pictures.ts';

/** Pictures after the design: directivity, CTA-2034, the pair, and map and filters of each column. */
const STEPS = 7;

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
 */
export function* studyDesign(
  { document, sampleRateHz, profile }: StudyRequest,
  designer: Designer,
): Generator<number, Studied | Extract<StudyReply, { ok: false }>> {
  try {
    const wanted = atRate(parseDesign(document), sampleRateHz);
    const latencySamples = modellingDelay(profile, wanted.filterTaps, sampleRateHz);
    const { spatial, cancellation, metrics } = designer.design(wanted, latencySamples);
    let done = 0;
    const step = () => (done += 1) / STEPS;
    yield step();
    const source = { document: wanted, drivers: spatial.drivers, cancellation };
    const directivity = directivityPicture(source);
    yield step();
    const cta2034 = cta2034Picture({ source: 'centre' }, source);
    yield step();
    const pair = pairPicture(source);
    yield step();
    const maps = {} as Record<Column, DesignStudy['maps'][Column]>;
    const filters = {} as Record<Column, DesignStudy['filters'][Column]>;
    for (const column of COLUMNS) {
      maps[column] = mapPicture({ source: column }, source);
      filters[column] = filtersPicture({ column, form: 'played' }, source);
      yield step();
    }
    const latencyMs = (1000 * chainLatency(profile, wanted.filterTaps, sampleRateHz)) / sampleRateHz;
    const figures = studyFigures({
      metrics,
      centre: directivity.columns.centre,
      pair: wanted.sides.virtualSpeakerAzimuthDeg === null ? null : pair,
      latencyMs,
    });
    const study = { document: wanted, profile, metrics, figures, directivity, maps, filters, pair, cta2034 };
    return { ok: true, study, taps: spatial.drivers.firs };
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    const { code, field, message } = error;
    return { ok: false, failure: { code, field, message } };
  }
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
