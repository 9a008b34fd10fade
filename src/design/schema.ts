import * as v from 'valibot';
import { DesignError } from './design-error.ts';
import type { DesignDocument } from './document.ts';
import { checkGeometry } from './schema-geometry.ts';
import { refusal, toldAs } from './schema-refusal.ts';
import { phrase, type Phrase } from '../refusal/phrase.ts';

const finite = v.pipe(v.number(toldAs(phrase('a-number'))), v.finite(toldAs(phrase('finite-number'))));
const positive = ruled(phrase('above-zero'), (x) => x > 0);
const vec3 = v.strictTuple([finite, finite, finite], toldAs(phrase('three-numbers')));

/** A finite number that keeps a rule, whatever it breaks of it. */
function ruled(what: Phrase, holds: (x: number) => boolean) {
  const rule = toldAs(what);
  return v.pipe(v.number(rule), v.finite(rule), v.check(holds, rule));
}

const text = v.pipe(v.string(toldAs(phrase('a-text'))), v.nonEmpty(toldAs(phrase('some-text'))));

const HASH_RULE = toldAs(phrase('sha256'));

const measurement = {
  name: text,
  sha256: v.pipe(v.string(HASH_RULE), v.regex(/^[0-9a-f]{64}$/, HASH_RULE)),
};

const baffle = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('none') }),
    v.strictObject({ kind: v.literal('rigid-sphere'), radiusM: positive }),
    v.strictObject({ kind: v.literal('infinite-plane') }),
    v.strictObject({ kind: v.literal('measured'), ...measurement }),
  ],
  toldAs(phrase('baffle-kinds')),
);

const band = v.pipe(
  v.strictTuple([positive, positive], toldAs(phrase('two-frequencies'))),
  v.check(([low, high]) => low < high, toldAs(phrase('low-below-high'))),
);

const driver = v.strictObject({
  id: text,
  positionM: vec3,
  radiusM: positive,
  bandHz: v.exactOptional(band),
  gainDb: v.exactOptional(finite),
});

const gainCurve = v.pipe(
  v.array(v.strictTuple([positive, finite], toldAs(phrase('point'))), toldAs(phrase('points'))),
  v.minLength(1, toldAs(phrase('one-point'))),
);

const maxEffortDb = ruled(phrase('zero-or-more'), (x) => x >= 0);

const azimuth = ruled(phrase('azimuth'), (x) => x > -180 && x <= 180);

const nullWidth = ruled(phrase('null-width'), (x) => x >= 0 && x <= 180);

const nullDetail = v.strictObject({
  widthDeg: v.exactOptional(nullWidth),
  extraDepthDb: v.exactOptional(ruled(phrase('number-from', -60, 60), (x) => Math.abs(x) <= 60)),
  shape: v.exactOptional(v.picklist(['flat', 'raised-cosine'], toldAs(phrase('null-shapes')))),
});

const nulls = {
  nullAzimuthsDeg: v.array(azimuth, toldAs(phrase('azimuths-listed'))),
  nullWidthDeg: nullWidth,
  nullDetails: v.exactOptional(v.array(nullDetail, toldAs(phrase('null-details')))),
};

const cancellation = v.strictObject({
  targetGainDb: gainCurve,
  maxEffortDb,
  headOffsetsM: v.pipe(
    v.array(vec3, toldAs(phrase('offsets'))),
    v.minLength(1, toldAs(phrase('one-offset'))),
  ),
  sideNulls: v.exactOptional(v.strictObject(nulls)),
});

const beam = v.strictObject({
  ...nulls,
  windowDeg: v.exactOptional(ruled(phrase('window-angle'), (x) => x >= 5 && x <= 120)),
  targetGainDb: gainCurve,
  maxEffortDb,
});

const room = v.strictObject({
  sizeM: v.strictTuple([positive, positive, positive], toldAs(phrase('three-lengths'))),
  reverberationTimeS: positive,
  devicePositionM: vec3,
});

const isFilterLength = (x: number) => x >= 256 && x <= 16384 && Number.isInteger(Math.log2(x));

const document = v.strictObject({
  format: v.literal('soundstage-design'),
  version: v.literal(1),
  name: text,
  sampleRateHz: ruled(phrase('sample-rate', 44100, 192000), (x) => x >= 44100 && x <= 192000),
  filterTaps: ruled(phrase('filter-length', 256, 16384), isFilterLength),
  speedOfSoundMps: positive,
  device: v.strictObject({
    baffle,
    drivers: v.pipe(
      v.array(driver, toldAs(phrase('drivers', 32))),
      v.minLength(1, toldAs(phrase('drivers', 32))),
      v.maxLength(32, toldAs(phrase('drivers', 32))),
    ),
  }),
  listener: v.strictObject({
    positionM: vec3,
    headRadiusM: positive,
    earAzimuthDeg: ruled(phrase('ear-angle'), (x) => x > 0 && x < 180),
  }),
  upmix: v.strictObject({
    kind: v.picklist(['off', 'mid-side', 'least-correlated', 'adaptive'], toldAs(phrase('upmix-kinds'))),
  }),
  sides: v.strictObject({
    virtualSpeakerAzimuthDeg: v.nullable(ruled(phrase('pair-angle'), (x) => x > 0 && x <= 90)),
    cancellation: v.nullable(cancellation),
  }),
  centre: v.strictObject({ beam: v.nullable(beam) }),
  plant: v.exactOptional(v.strictObject(measurement)),
  room: v.nullable(room),
});

/**
 * Reads a design document: the one door for files, links, the app and the command.
 * Nothing is clamped and nothing guessed: an unknown field or a broken rule refuses the document.
 * @param value parsed JSON, or an edited document
 * @throws DesignError naming the field's path, the rule and the value, e.g.
 *   `device.drivers[2].radiusM: expected a number > 0, got -1`
 */
export function parseDesign(value: unknown): DesignDocument {
  refuseOtherVersions(value);
  const result = v.safeParse(document, value, { abortPipeEarly: true });
  if (!result.success) throw refusal(result.issues[0]);
  checkGeometry(result.output);
  return result.output;
}

/**
 * Reads a design document from its JSON text.
 * @param fileName put before the message where given
 * @throws DesignError 'not-json' for a text that is no JSON, else as `parseDesign`
 */
export function parseDesignText(json: string, fileName?: string): DesignDocument {
  const placed = (said: Phrase): Phrase => (fileName === undefined ? said : phrase('at', fileName, said));
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DesignError('not-json', '', fileName ?? '', placed(phrase('no-json', reason)));
  }
  try {
    return parseDesign(value);
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    throw new DesignError(error.code, error.field, error.value, placed(error.said));
  }
}

/** A document of another version is told so before its fields are looked at: they may rightly differ. */
function refuseOtherVersions(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value)) return;
  const { format, version } = value;
  if (format !== 'soundstage-design' || version === 1 || typeof version !== 'number') return;
  const got = phrase(version > 1 ? 'newer-version' : 'no-such-version', version);
  throw new DesignError('unsupported-version', 'version', version, phrase('expected', 'version', 1, got));
}
