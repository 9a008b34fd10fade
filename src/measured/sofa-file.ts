import type { Dataset, File } from 'h5wasm';
import { MeasurementError } from './measurement-error.ts';
import { phrase } from '../refusal/phrase.ts';

/** A variable of a SOFA file. */
export interface SofaValues {
  readonly shape: readonly number[];
  /** Row by row, the last dimension fastest. */
  readonly data: Float64Array;
  /** Attributes that are texts, e.g. `Type`, `Units`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is read of a SOFA file (AES69): its attributes that are texts, and its variables that are numbers. */
export interface SofaFile {
  readonly attributes: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, SofaValues>>;
}

/** No head is larger; what is, would take the page's memory. */
export const LARGEST_SOFA_BYTES = 256 * 2 ** 20;

/** The variables that a head or drivers are read from. */
const VARIABLES = [
  'Data.IR',
  'Data.SamplingRate',
  'Data.Delay',
  'Data.Real',
  'Data.Imag',
  'N',
  'SourcePosition',
  'SourceView',
  'SourceUp',
  'ReceiverPosition',
  'ListenerPosition',
  'ListenerView',
  'ListenerUp',
];

/** How an HDF5 file begins. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** @throws MeasurementError for a file that is too large to be read */
export function refuseTooLarge(bytes: number): void {
  if (bytes > LARGEST_SOFA_BYTES) {
    throw new MeasurementError(
      'too-large',
      phrase('size'),
      phrase('at-most-bytes', LARGEST_SOFA_BYTES),
      bytes,
    );
  }
}

/**
 * Reads a SOFA file. The HDF5 library is loaded with the first one.
 * @throws MeasurementError 'too-large', 'not-the-format' for what is no HDF5, 'damaged' for what is cut short or broken
 */
export async function readSofa(bytes: Uint8Array): Promise<SofaFile> {
  refuseTooLarge(bytes.length);
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) {
    const got = phrase(bytes.length === 0 ? 'an-empty-one' : 'begins-otherwise');
    throw new MeasurementError('not-the-format', phrase('file'), phrase('a-sofa-file'), got);
  }
  const { File: Hdf5File, ready } = await import('h5wasm');
  const { FS, activate_throwing_error_handler } = await ready;
  activate_throwing_error_handler();
  const path = '/read.sofa';
  FS.writeFile(path, bytes);
  let file: File | null = null;
  try {
    file = new Hdf5File(path, 'r');
    return contentOf(file);
  } catch (error) {
    throw damage(error instanceof Error ? error.message : String(error));
  } finally {
    file?.close();
    FS.unlink(path);
  }
}

function contentOf(file: File): SofaFile {
  const names = new Set(file.keys());
  const found = VARIABLES.filter((name) => names.has(name)).map((name) => [name, file.get(name)!] as const);
  return {
    attributes: textsOf(file.attrs),
    variables: Object.fromEntries(found.map(([name, dataset]) => [name, valuesOf(dataset)])),
  };
}

function valuesOf(dataset: Dataset): SofaValues {
  const value = dataset.value;
  const numbers = ArrayBuffer.isView(value) && !(value instanceof DataView) ? value : [];
  return {
    shape: [...dataset.shape],
    data: Float64Array.from(numbers as Float64Array, Number),
    attributes: textsOf(dataset.attrs),
  };
}

function textsOf(attributes: Readonly<Record<string, { readonly value: unknown }>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { value }]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function damage(reason: string): MeasurementError {
  const [, bytes, whole] = /truncated file: eof = (\d+).*stored_eof = (\d+)/.exec(reason) ?? [];
  if (bytes && whole) {
    return new MeasurementError(
      'damaged',
      phrase('file'),
      phrase('all-bytes', Number(whole)),
      phrase('first-bytes', Number(bytes)),
    );
  }
  return new MeasurementError(
    'damaged',
    phrase('file'),
    phrase('whole-hdf5'),
    phrase('broken', innermost(reason)),
  );
}

/** The library tells a stack of places; the innermost says what went wrong. */
function innermost(reason: string): string {
  const told = [...reason.matchAll(/\(\): (.+)/g)].map(([, what]) => what!);
  return (told.at(-1) ?? reason.split('\n', 1)[0]!).slice(0, LONGEST_REASON);
}

const LONGEST_REASON = 120;
