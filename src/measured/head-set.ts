import type { Vec3 } from '../acoustics/types.ts';
import { directionOf, length, subtract } from '../acoustics/vectors.ts';
import { MeasurementError } from './measurement-error.ts';
import type { SofaFile } from './sofa-file.ts';
import {
  delaysOf,
  framesOf,
  optionalPlaces,
  placesOf,
  rateOf,
  seenIn,
  variableOf,
} from './sofa-variables.ts';
import { phrase, type Phrase, type PhraseValue } from '../refusal/phrase.ts';

/** Directions that were measured at one distance. */
export interface HeadShell {
  readonly distanceM: number;
  /** (directions, 3) unit vectors in the head's own frame: to the nose, to the left ear, up. */
  readonly directions: Float64Array;
  /** (directions, 2 ears: left, right, taps) */
  readonly responses: Float64Array;
  /** (directions, 2 ears) delay that is not in the responses, samples. */
  readonly delays: Float64Array;
}

/** A measured head: responses of both ears to sources around it. */
export interface HeadSet {
  /** As its file calls it. */
  readonly name: string;
  readonly sampleRateHz: number;
  readonly taps: number;
  /** By distance, the nearest first. */
  readonly shells: readonly HeadShell[];
  /** The file's ear positions say the opposite of its sound; the sound is believed. */
  readonly earsSwapped: boolean;
}

const LEAST_DIRECTIONS = 4;
const MOST_TAPS = 65_536;
/** Distances within this of each other are one: files round them. */
const SAME_DISTANCE = 0.01;
/** No source can be nearer to the head's centre. */
const LEAST_DISTANCE_M = 0.1;

/**
 * Reads a head from a SOFA file of the convention SimpleFreeFieldHRIR, or any other of two receivers' FIRs over source positions.
 * @param otherwise name of a head whose file gives none
 * @throws MeasurementError 'unfit' naming variable, rule and what was found
 */
export function readHeadSet({ attributes, variables }: SofaFile, otherwise: string): HeadSet {
  const unfit = (field: string, rule: Phrase, value: PhraseValue) =>
    new MeasurementError('unfit', field, rule, value);
  const { DataType: type = 'none' } = attributes;
  if (type !== 'FIR') throw unfit('DataType', phrase('impulses'), type);
  const ir = variableOf(variables, 'Data.IR');
  const [count = 0, ears = 0, taps = 0] = ir.shape;
  if (ir.shape.length !== 3) throw unfit('Data.IR', phrase('three-dimensions'), ir.shape.length);
  if (ears !== 2) throw unfit('Data.IR', phrase('two-receivers'), ears);
  if (count < LEAST_DIRECTIONS)
    throw unfit('Data.IR', phrase('directions-at-least', LEAST_DIRECTIONS), count);
  if (taps < 1 || taps > MOST_TAPS) throw unfit('Data.IR', phrase('taps-up-to', MOST_TAPS), taps);
  if (ir.data.length !== count * ears * taps) throw unfit('Data.IR', phrase('numbers'), phrase('none'));
  const rate = rateOf(variables);
  if (!ir.data.every(Number.isFinite)) throw unfit('Data.IR', phrase('finite-numbers'), phrase('some-none'));
  const positions = sourcesInHeadFrame(variables, count);
  const delays = delaysOf(variables, count, 2);
  const swap = swapOf(ir.data, positions, taps);
  const first = variables['ReceiverPosition']?.data[1] ?? 0;
  return {
    name: nameOf(attributes) || otherwise,
    sampleRateHz: rate,
    taps,
    shells: shellsOf({ positions, responses: ir.data, delays, taps, swap }),
    earsSwapped: swap ? first > 0 : first < 0,
  };
}

/** Head and database, as far as the file tells. */
function nameOf(attributes: SofaFile['attributes']): string {
  const told = ['DatabaseName', 'ListenerShortName'].map((name) => (attributes[name] ?? '').trim());
  const names = told.filter((name) => name !== '' && name !== 'null');
  return (names.length > 0 ? names.join(', ') : (attributes['Title'] ?? '').trim()).slice(0, 80);
}

/** Where each source is as the head sees it, metres: [to the nose, to the left ear, up]. */
function sourcesInHeadFrame(variables: SofaFile['variables'], count: number): Vec3[] {
  const source = placesOf('SourcePosition', variableOf(variables, 'SourcePosition'), count);
  const place = optionalPlaces(variables, 'ListenerPosition', count, [0, 0, 0]);
  const frame = framesOf(variables, 'Listener', count);
  return Array.from({ length: count }, (_, m) => {
    const seen = seenIn(frame(m), subtract(source(m), place(m)));
    const distance = length(seen);
    if (!(distance >= LEAST_DISTANCE_M)) {
      throw new MeasurementError(
        'unfit',
        `SourcePosition[${m}]`,
        phrase('metres-from-head', LEAST_DISTANCE_M),
        phrase('metres', distance),
      );
    }
    return seen;
  });
}

/** Whether the first receiver is the right ear: a source at a side is louder in the ear on that side, whatever the file says. */
function swapOf(responses: Float64Array, positions: readonly Vec3[], taps: number): boolean {
  let leftward = 0;
  positions.forEach((position, m) => {
    const energies = [0, 1].map((ear) =>
      responses.subarray((2 * m + ear) * taps, (2 * m + ear + 1) * taps).reduce((sum, x) => sum + x * x, 0),
    );
    const total = energies[0]! + energies[1]!;
    if (total > 0) leftward += (position[1] / length(position)) * ((energies[0]! - energies[1]!) / total);
  });
  return leftward < 0;
}

interface Measured {
  readonly positions: readonly Vec3[];
  readonly responses: Float64Array;
  readonly delays: Float64Array;
  readonly taps: number;
  readonly swap: boolean;
}

function shellsOf({ positions, responses, delays, taps, swap }: Measured): HeadShell[] {
  const distances = positions.map(length);
  const order = distances.map((_, m) => m).sort((a, b) => distances[a]! - distances[b]!);
  const groups: number[][] = [];
  for (const m of order) {
    const group = groups.at(-1);
    if (group && distances[m]! <= distances[group[0]!]! * (1 + SAME_DISTANCE)) group.push(m);
    else groups.push([m]);
  }
  return groups.map((unordered) => {
    const members = [...unordered].sort((a, b) => a - b);
    const shell = {
      distanceM: members.reduce((sum, m) => sum + distances[m]!, 0) / members.length,
      directions: new Float64Array(3 * members.length),
      responses: new Float64Array(2 * taps * members.length),
      delays: new Float64Array(2 * members.length),
    };
    members.forEach((m, at) => {
      shell.directions.set(directionOf(positions[m]!, [1, 0, 0]), 3 * at);
      [0, 1].forEach((ear) => {
        const from = 2 * m + (swap ? 1 - ear : ear);
        shell.responses.set(responses.subarray(from * taps, (from + 1) * taps), (2 * at + ear) * taps);
        shell.delays[2 * at + ear] = delays[from]!;
      });
    });
    return shell;
  });
}

/** The shell that was measured nearest to a distance, by its ratio. */
export function shellAt({ shells }: HeadSet, distanceM: number): HeadShell {
  const off = (shell: HeadShell) => Math.abs(Math.log(shell.distanceM / distanceM));
  return shells.reduce((best, shell) => (off(shell) < off(best) ? shell : best));
}
