import type { Dataset, File } from 'h5wasm';

/** A variable of a SOFA file, its dimensions by their letters. */
export interface SofaVariable {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly data: Float64Array;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** All that stands in a SOFA file (AES69), which is netCDF-4, which is HDF5. */
export interface SofaContent {
  readonly attributes: Readonly<Record<string, string>>;
  /** Length of each dimension. */
  readonly lengths: Readonly<Record<string, number>>;
  readonly variables: readonly SofaVariable[];
}

export const METRES = { Type: 'cartesian', Units: 'metre' };

/** `2026-01-31 12:00:00`, as SOFA writes dates. */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  return [...text].reduce((sum, letter) => {
    const code = letter.codePointAt(0)!;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

/** A text of fixed length, as netCDF's character attributes are. */
function setText(target: File | Dataset, name: string, text: string): void {
  target.create_attribute(name, text, null, `S${utf8Length(text)}`);
}

/** What netCDF calls a dimension that has no values of its own. */
function dimensionName(length: number): string {
  return `This is a netCDF dimension but not a netCDF variable.${String(length).padStart(10)}`;
}

function fill(file: File, { attributes, lengths, variables }: SofaContent): void {
  for (const [name, text] of Object.entries(attributes)) setText(file, name, text);
  for (const [name, length] of Object.entries(lengths)) {
    const data = new Float32Array(length);
    file.create_dataset({ name, data, shape: [length], dtype: '<f' }).make_scale(dimensionName(length));
  }
  for (const { name, dimensions, data, attributes: own } of variables) {
    const shape = dimensions.map((dimension) => lengths[dimension]!);
    const dataset = file.create_dataset({ name, data, shape, dtype: '<d' });
    dimensions.forEach((dimension, index) => dataset.attach_scale(index, dimension));
    for (const [key, text] of Object.entries(own ?? {})) setText(dataset, key, text);
  }
}

/** The bytes of a SOFA file. The HDF5 library is loaded with the first one. */
export async function writeSofa(content: SofaContent): Promise<Uint8Array> {
  const { File: Hdf5File, ready } = await import('h5wasm');
  const { FS } = await ready;
  const path = '/written.sofa';
  const file = new Hdf5File(path, 'w');
  try {
    fill(file, content);
  } finally {
    file.close();
  }
  const bytes = FS.readFile(path);
  FS.unlink(path);
  return bytes;
}
