import { groupsOf, readDriverGroups, type DriverGroups, type DriverResponse } from './driver-files.ts';
import { MeasurementError } from './measurement-error.ts';
import { sortedByName, type NamedFile } from './named-files.ts';
import { sofaDirections, type SofaReading } from './sofa-directivity.ts';
import { readSofa } from './sofa-file.ts';
import { readSofaResponses } from './sofa-responses.ts';
import { phrase } from '../refusal/phrase.ts';

/** What was taken of SOFA files, to be told. */
export interface TakenOfSofa {
  /** The conventions that the files name, each once. */
  readonly conventions: readonly string[];
  readonly readings: readonly SofaReading[];
  /** Directions in the horizontal plane, of all files. */
  readonly directions: number;
  /** Above and below it. */
  readonly leftOut: number;
  /** Whether there were spectra, of which impulse responses were made. */
  readonly fromSpectra: boolean;
}

/** Drivers as they were found in files, with what was taken of those that are SOFA. */
export interface DriverSets extends DriverGroups {
  readonly taken: TakenOfSofa | null;
}

/** As many as a device has drivers. */
const MOST_EMITTERS = 32;
const SOFA = /\.sofa$/i;

/**
 * Reads drivers that were measured over azimuth from files of any kind: those of `readDriverGroups`, or SOFA files of impulse responses or
 * evenly spaced spectra (GeneralFIR, GeneralFIR-E, FreeFieldDirectivityTF, SimpleFreeFieldHRIR and their like), one for each driver, or one
 * with an emitter for each.
 * @throws MeasurementError naming file, rule and what was found
 */
export async function readDriverSets(
  files: readonly NamedFile[],
  driverIds: readonly string[],
): Promise<DriverSets> {
  const other = files.find(({ name }) => !SOFA.test(name));
  if (other || files.length === 0) {
    if (other && files.some(({ name }) => SOFA.test(name))) {
      throw new MeasurementError('unfit', other.name, phrase('sofa-as-others'), phrase('another-kind'));
    }
    return { ...readDriverGroups(files, driverIds), taken: null };
  }
  const read: SofaDrivers[] = [];
  for (const file of sortedByName(files)) read.push(await readOne(file));
  const first = read[0]!;
  const away = read.find(({ distanceM }) => Math.abs(distanceM / first.distanceM - 1) > 0.01);
  if (away) {
    const rule = phrase('microphones-as', first.distanceM, first.name);
    throw new MeasurementError('unfit', away.name, rule, phrase('metres', away.distanceM));
  }
  const sum = (of: (one: SofaDrivers) => number) => read.reduce((total, one) => total + of(one), 0);
  return {
    ...groupsOf(
      read.flatMap(({ responses }) => responses),
      driverIds,
      first.distanceM,
    ),
    taken: {
      conventions: [...new Set(read.map(({ convention }) => convention))],
      readings: [...new Set(read.map(({ reading }) => reading))],
      directions: sum(({ directions }) => directions),
      leftOut: sum(({ leftOut }) => leftOut),
      fromSpectra: read.some((one) => one.fromSpectra),
    },
  };
}

interface SofaDrivers {
  readonly name: string;
  readonly convention: string;
  readonly reading: SofaReading;
  readonly directions: number;
  readonly leftOut: number;
  readonly fromSpectra: boolean;
  readonly distanceM: number;
  readonly responses: readonly DriverResponse[];
}

/** One file; what it is refused for is told under its name. */
async function readOne({ name, bytes }: NamedFile): Promise<SofaDrivers> {
  try {
    const file = await readSofa(bytes);
    const found = readSofaResponses(file);
    const { measurements, receivers, emitters, sampleRateHz, fromSpectra } = found;
    if (emitters > MOST_EMITTERS) {
      throw new MeasurementError(
        'unfit',
        phrase('emitters'),
        phrase('most-emitters', MOST_EMITTERS),
        emitters,
      );
    }
    const { inPlane, reading, leftOut, distanceM } = sofaDirections(file, measurements, receivers);
    const stem = name.replace(SOFA, '');
    const responses = Array.from({ length: emitters }, (_, emitter) => {
      const driver = emitters === 1 ? stem : `${stem}, emitter ${emitter + 1}`;
      return inPlane.map(({ measurement, receiver, azimuthDeg }) => ({
        name: `${driver}, ${azimuthDeg}°`,
        driver,
        azimuthDeg,
        sampleRateHz,
        plane: found.response(measurement, receiver, emitter),
      }));
    }).flat();
    const convention = file.attributes['SOFAConventions'] ?? 'SOFA';
    const directions = inPlane.length;
    return { name, convention, reading, directions, leftOut, fromSpectra, distanceM, responses };
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error;
    throw new MeasurementError(error.code, phrase('in-file', name, error.field), error.rule, error.value);
  }
}
