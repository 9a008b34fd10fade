import type { Vec3 } from '../acoustics/types.ts';
import { bundleReadme, oneLine } from './bundle-readme.ts';
import { INPUT_NAMES, pathTaps } from './export-file.ts';
import type { ExportFile, ExportSource } from './export-file.ts';
import { dateText, METRES, writeSofa } from './sofa-writer.ts';
import type { SofaVariable } from './sofa-writer.ts';

const FILE_NAME = 'filters.sofa';

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

/**
 * A place of the document in SOFA's frame, which is right-handed: x to the front, y to the left of who looks that way, z up.
 * The document's left is that of the audience, who look the other way.
 */
const inSofaFrame = ([front, left, up]: Vec3): [x: number, y: number, z: number] => [front, 0 - left, up];

/** Positions and filters. */
function variables({ document, drivers: set }: ExportSource): SofaVariable[] {
  const { inputs, outputs, taps } = set;
  const responses = new Float64Array(outputs * taps * inputs);
  for (let driver = 0; driver < outputs; driver++) {
    for (let input = 0; input < inputs; input++) {
      pathTaps(set, input, driver).forEach(
        (tap, t) => (responses[(driver * taps + t) * inputs + input] = tap),
      );
    }
  }
  const positions = document.device.drivers.flatMap(({ positionM }) => inSofaFrame(positionM));
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

/**
 * The filters as a SOFA file (AES69) of the convention GeneralFIR-E: emitters are the inputs, receivers the drivers,
 * in SOFA's right-handed frame: y is minus the audience's left. The HDF5 library is loaded with the first one.
 */
export async function sofaBundle(source: ExportSource, date = new Date()): Promise<ExportFile[]> {
  const { inputs, outputs, taps } = source.drivers;
  const content = await writeSofa({
    attributes: globalAttributes(source, date),
    lengths: { I: 1, C: 3, M: 1, R: outputs, E: inputs, N: taps },
    variables: variables(source),
  });
  const readme = bundleReadme(source, {
    title: 'FIR filters as a SOFA file',
    files: [[FILE_NAME, 'all filters, AES69-2022 (SOFA 2.1), convention GeneralFIR-E 2.0']],
    steps: [
      `Data.IR is [M R N E]: one measurement, ${source.drivers.outputs} receivers (the drivers), taps, ${INPUT_NAMES.length} emitters (${INPUT_NAMES.join(', ')}).`,
      "ReceiverPosition is in metres in SOFA's own frame: x in front of the device, y to the device's own left, which is the audience's right, z up.",
      'Data.Delay is 0: the modelling delay stated above is in the filters.',
    ],
  });
  return [
    { name: FILE_NAME, content },
    { name: 'README.txt', content: readme },
  ];
}
