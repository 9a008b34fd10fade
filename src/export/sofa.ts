import type { Dataset, File } from 'h5wasm';
import { bundleReadme, oneLine } from './bundle-readme.ts';
import { INPUT_NAMES, pathTaps } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';

const FILE_NAME = 'filters.sofa';

interface Variable {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly data: Float64Array;
  readonly attributes?: Readonly<Record<string, string>>;
}

const METRES = { Type: 'cartesian', Units: 'metre' };

/** `2026-01-31 12:00:00`, as SOFA writes dates. */
function dateText(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** Attributes that GeneralFIR-E 2.0 asks for [AES69-2022]. */
function globalAttributes({ document }: ExportSource, date: Date): Readonly<Record<string, string>> {
  const drivers = document.device.drivers.map(({ id }) => oneLine(id)).join(', ');
  return {
    Conventions: 'SOFA',
    Version: '2.1',
    SOFAConventions: 'GeneralFIR-E',
    SOFAConventionsVersion: '2.0',
    APIName: 'Soundstage',
    APIVersion: '1.0',
    ApplicationName: 'Soundstage',
    AuthorContact: 'not given',
    Organization: 'not given',
    License: 'No license provided, ask the author for permission',
    DataType: 'FIR-E',
    RoomType: 'free field',
    Title: oneLine(document.name),
    DateCreated: dateText(date),
    DateModified: dateText(date),
    Comment: `Loudspeaker filters. Emitters are the inputs L', R', C; receivers are the drivers: ${drivers}.`,
  };
}

/** Positions and filters; the frame of the document is SOFA's own: front, left, up. */
function variables({ document, drivers: set }: ExportSource): Variable[] {
  const { inputs, outputs, taps } = set;
  const responses = new Float64Array(outputs * taps * inputs);
  for (let driver = 0; driver < outputs; driver++) {
    for (let input = 0; input < inputs; input++) {
      pathTaps(set, input, driver).forEach(
        (tap, t) => (responses[(driver * taps + t) * inputs + input] = tap),
      );
    }
  }
  const positions = document.device.drivers.flatMap(({ positionM }) => [...positionM]);
  const origin = { dimensions: ['I', 'C'], data: new Float64Array(3), attributes: METRES };
  return [
    { name: 'ListenerPosition', ...origin },
    { name: 'SourcePosition', ...origin },
    {
      name: 'ReceiverPosition',
      dimensions: ['R', 'C', 'I'],
      data: Float64Array.from(positions),
      attributes: METRES,
    },
    {
      name: 'EmitterPosition',
      dimensions: ['E', 'C', 'I'],
      data: new Float64Array(inputs * 3),
      attributes: METRES,
    },
    { name: 'Data.IR', dimensions: ['M', 'R', 'N', 'E'], data: responses },
    {
      name: 'Data.SamplingRate',
      dimensions: ['I'],
      data: Float64Array.of(set.sampleRateHz),
      attributes: { Units: 'hertz' },
    },
    { name: 'Data.Delay', dimensions: ['M', 'R', 'E'], data: new Float64Array(outputs * inputs) },
  ];
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

function fill(file: File, source: ExportSource, date: Date): void {
  const { inputs, outputs, taps } = source.drivers;
  const lengths: Readonly<Record<string, number>> = { I: 1, C: 3, M: 1, R: outputs, E: inputs, N: taps };
  for (const [name, text] of Object.entries(globalAttributes(source, date))) setText(file, name, text);
  for (const [name, length] of Object.entries(lengths)) {
    const data = new Float32Array(length);
    file.create_dataset({ name, data, shape: [length], dtype: '<f' }).make_scale(dimensionName(length));
  }
  for (const { name, dimensions, data, attributes } of variables(source)) {
    const shape = dimensions.map((dimension) => lengths[dimension]!);
    const dataset = file.create_dataset({ name, data, shape, dtype: '<d' });
    dimensions.forEach((dimension, index) => dataset.attach_scale(index, dimension));
    for (const [key, text] of Object.entries(attributes ?? {})) setText(dataset, key, text);
  }
}

/**
 * The filters as a SOFA file (AES69) of the convention GeneralFIR-E: emitters are the inputs, receivers the drivers.
 * The HDF5 library is loaded with the first one.
 */
export async function sofaBundle(source: ExportSource, date = new Date()): Promise<ExportFile[]> {
  const { File: Hdf5File, ready } = await import('h5wasm');
  const { FS } = await ready;
  const path = `/${FILE_NAME}`;
  const file = new Hdf5File(path, 'w');
  try {
    fill(file, source, date);
  } finally {
    file.close();
  }
  const content = FS.readFile(path);
  FS.unlink(path);
  const readme = bundleReadme(source, {
    title: 'FIR filters as a SOFA file',
    files: [[FILE_NAME, 'all filters, AES69-2022 (SOFA 2.1), convention GeneralFIR-E 2.0']],
    steps: [
      `Data.IR is [M R N E]: one measurement, ${source.drivers.outputs} receivers (the drivers), taps, ${INPUT_NAMES.length} emitters (${INPUT_NAMES.join(', ')}).`,
      'Data.Delay is 0: the modelling delay stated above is in the filters.',
    ],
  });
  return [
    { name: FILE_NAME, content },
    { name: 'README.txt', content: readme },
  ];
}
