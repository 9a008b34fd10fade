/** Sound files made byte by byte, for tests. */

export interface PcmFile {
  readonly rateHz: number;
  /** One plane for each channel, −1…1. */
  readonly planes: readonly ArrayLike<number>[];
  readonly bits: 8 | 16 | 24 | 32 | 64;
  readonly isFloat?: boolean;
}

function put(view: DataView, at: number, x: number, { bits, isFloat }: PcmFile, isLittle: boolean): void {
  if (isFloat) return bits === 32 ? view.setFloat32(at, x, isLittle) : view.setFloat64(at, x, isLittle);
  const value = Math.round(x * (2 ** (bits - 1) - 1));
  if (bits === 8) return view.setInt8(at, value);
  if (bits === 16) return view.setInt16(at, value, isLittle);
  if (bits === 32) return view.setInt32(at, value, isLittle);
  for (let byte = 0; byte < 3; byte++)
    view.setUint8(at + (isLittle ? byte : 2 - byte), (value >> (8 * byte)) & 0xff);
}

function samplesOf(file: PcmFile, isLittle: boolean): Uint8Array {
  const { planes, bits } = file;
  const bytes = bits / 8;
  const view = new DataView(new ArrayBuffer(planes[0]!.length * planes.length * bytes));
  planes.forEach((plane, c) => {
    for (let n = 0; n < plane.length; n++)
      put(view, (n * planes.length + c) * bytes, plane[n]!, file, isLittle);
  });
  return new Uint8Array(view.buffer);
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function numbers(
  isLittle: boolean,
  ...values: readonly (readonly [bytes: 1 | 2 | 4, value: number])[]
): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 1) view.setUint8(at, value);
    else if (bytes === 2) view.setUint16(at, value, isLittle);
    else view.setUint32(at, value, isLittle);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function chunk(name: string, content: Uint8Array, isLittle: boolean): Uint8Array {
  const padding = new Uint8Array(content.length % 2);
  return joined(ascii(name), numbers(isLittle, [4, content.length]), content, padding);
}

export interface WavFile extends PcmFile {
  /** Makes it extensible. */
  readonly mask?: number;
  /** RF64: sizes in a chunk of their own. */
  readonly isLong?: boolean;
  /** Behind the sound. */
  readonly title?: string;
}

export function wavFile(file: WavFile): Uint8Array<ArrayBuffer> {
  const { planes, bits, isFloat = false, rateHz, mask, isLong = false, title } = file;
  const stride = (planes.length * bits) / 8;
  const code = isFloat ? 3 : 1;
  const plain = numbers(
    true,
    [2, mask === undefined ? code : 0xfffe],
    [2, planes.length],
    [4, rateHz],
    [4, rateHz * stride],
    [2, stride],
    [2, bits],
  );
  const extension = numbers(
    true,
    [2, 22],
    [2, bits],
    [4, mask ?? 0],
    [2, code],
    [2, 0],
    [4, 0x100000],
    [4, 0xaa000080],
    [4, 0x719b3800],
  );
  const format = chunk('fmt ', mask === undefined ? plain : joined(plain, extension), true);
  const samples = samplesOf(file, true);
  if (bits === 8) samples.forEach((byte, n) => (samples[n] = byte ^ 0x80));
  const data = isLong
    ? joined(ascii('data'), numbers(true, [4, 0xffffffff]), samples)
    : chunk('data', samples, true);
  const texts =
    title === undefined
      ? new Uint8Array(0)
      : chunk('LIST', joined(ascii('INFO'), chunk('INAM', ascii(title), true)), true);
  const rest = joined(format, data, texts);
  const long = chunk(
    'ds64',
    numbers(true, [4, 40 + rest.length], [4, 0], [4, samples.length], [4, 0], [4, 0], [4, 0], [4, 0]),
    true,
  );
  const body = joined(ascii('WAVE'), ...(isLong ? [long] : []), rest);
  return joined(ascii(isLong ? 'RF64' : 'RIFF'), numbers(true, [4, isLong ? 0xffffffff : body.length]), body);
}

export interface AiffFile extends PcmFile {
  /** Makes it AIFF-C. */
  readonly coding?: string;
  readonly title?: string;
}

export function aiffFile(file: AiffFile): Uint8Array<ArrayBuffer> {
  const { planes, bits, rateHz, coding, title } = file;
  // A number of 80 bits with its first bit before the point.
  const exponent = Math.floor(Math.log2(rateHz));
  const mantissa = rateHz * 2 ** (31 - exponent);
  const common = numbers(
    false,
    [2, planes.length],
    [4, planes[0]!.length],
    [2, bits],
    [2, exponent + 16_383],
    [4, mantissa],
    [4, 0],
  );
  const body = joined(
    ascii(coding === undefined ? 'AIFF' : 'AIFC'),
    chunk('COMM', coding === undefined ? common : joined(common, ascii(coding), new Uint8Array(2)), false),
    title === undefined ? new Uint8Array(0) : chunk('NAME', ascii(title), false),
    chunk('SSND', joined(new Uint8Array(8), samplesOf(file, coding === 'sowt')), false),
  );
  return joined(ascii('FORM'), numbers(false, [4, body.length]), body);
}
