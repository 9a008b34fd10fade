import * as v from 'valibot';
import { DesignError } from './design-error.ts';
import type { DesignDocument } from './document.ts';
import { checkGeometry } from './schema-geometry.ts';
import { refusal } from './schema-refusal.ts';

const finite = v.pipe(v.number('a number'), v.finite('a finite number'));
const positive = ruled('a number > 0', (x) => x > 0);
const vec3 = v.strictTuple([finite, finite, finite], 'three numbers [front, left, up]');

/** A finite number that keeps a rule; the rule's words are the whole message. */
function ruled(rule: string, holds: (x: number) => boolean) {
  return v.pipe(v.number(rule), v.finite(rule), v.check(holds, rule));
}

const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));

const HASH_RULE = 'a SHA-256 of 64 figures from 0 to f';

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
  '"none", "rigid-sphere", "infinite-plane" or "measured"',
);

const band = v.pipe(
  v.strictTuple([positive, positive], 'two frequencies [low, high]'),
  v.check(([low, high]) => low < high, 'a low frequency below the high one'),
);

const driver = v.strictObject({
  id: text,
  positionM: vec3,
  radiusM: positive,
  bandHz: v.exactOptional(band),
  gainDb: v.exactOptional(finite),
});

const gainCurve = v.pipe(
  v.array(v.strictTuple([positive, finite], 'a point [Hz, dB]'), 'a list of points [Hz, dB]'),
  v.minLength(1, 'at least one point [Hz, dB]'),
);

const maxEffortDb = ruled('a number >= 0', (x) => x >= 0);

const azimuth = ruled('an azimuth above -180 and up to 180 degrees', (x) => x > -180 && x <= 180);

const nullWidth = ruled('a width from 0 to 180 degrees', (x) => x >= 0 && x <= 180);

const nullDetail = v.strictObject({
  widthDeg: v.exactOptional(nullWidth),
  extraDepthDb: v.exactOptional(ruled('a number from -60 to 60', (x) => Math.abs(x) <= 60)),
  shape: v.exactOptional(v.picklist(['flat', 'raised-cosine'], '"flat" or "raised-cosine"')),
});

const nulls = {
  nullAzimuthsDeg: v.array(azimuth, 'a list of azimuths'),
  nullWidthDeg: nullWidth,
  nullDetails: v.exactOptional(v.array(nullDetail, 'a list with one entry for each null')),
};

const cancellation = v.strictObject({
  targetGainDb: gainCurve,
  maxEffortDb,
  headOffsetsM: v.pipe(v.array(vec3, 'a list of offsets'), v.minLength(1, 'at least one offset')),
  sideNulls: v.exactOptional(v.strictObject(nulls)),
});

const beam = v.strictObject({
  ...nulls,
  windowDeg: v.exactOptional(ruled('an angle from 5 to 120 degrees', (x) => x >= 5 && x <= 120)),
  targetGainDb: gainCurve,
  maxEffortDb,
});

const room = v.strictObject({
  sizeM: v.strictTuple([positive, positive, positive], 'three lengths [front, left, up]'),
  reverberationTimeS: positive,
  devicePositionM: vec3,
});

const isFilterLength = (x: number) => x >= 256 && x <= 16384 && Number.isInteger(Math.log2(x));

const document = v.strictObject({
  format: v.literal('soundstage-design', '"soundstage-design"'),
  version: v.literal(1, '1'),
  name: text,
  sampleRateHz: ruled('a rate from 44100 to 192000', (x) => x >= 44100 && x <= 192000),
  filterTaps: ruled('a power of two from 256 to 16384', isFilterLength),
  speedOfSoundMps: positive,
  device: v.strictObject({
    baffle,
    drivers: v.pipe(
      v.array(driver, 'a list of 1 to 32 drivers'),
      v.minLength(1, 'a list of 1 to 32 drivers'),
      v.maxLength(32, 'a list of 1 to 32 drivers'),
    ),
  }),
  listener: v.strictObject({
    positionM: vec3,
    headRadiusM: positive,
    earAzimuthDeg: ruled('an angle between 0 and 180 degrees', (x) => x > 0 && x < 180),
  }),
  upmix: v.strictObject({
    kind: v.picklist(
      ['off', 'mid-side', 'least-correlated', 'adaptive'],
      '"off", "mid-side", "least-correlated" or "adaptive"',
    ),
  }),
  sides: v.strictObject({
    virtualSpeakerAzimuthDeg: v.nullable(
      ruled('null or an angle above 0 and up to 90 degrees', (x) => x > 0 && x <= 90),
    ),
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
  const place = fileName === undefined ? '' : `${fileName}: `;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DesignError(
      'not-json',
      '',
      fileName ?? '',
      `${place}expected a JSON design document: ${reason}`,
    );
  }
  try {
    return parseDesign(value);
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    throw new DesignError(error.code, error.field, error.value, place + error.message);
  }
}

/** A document of another version is told so before its fields are looked at: they may rightly differ. */
function refuseOtherVersions(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value)) return;
  const { format, version } = value;
  if (format !== 'soundstage-design' || version === 1 || typeof version !== 'number') return;
  const advice =
    version > 1 ? 'it was made by a newer Soundstage; update this one to open it' : 'no such version';
  throw new DesignError(
    'unsupported-version',
    'version',
    version,
    `version: expected 1, got ${version}: ${advice}`,
  );
}
