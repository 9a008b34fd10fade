import { sphereResponses } from '../../acoustics/sphere.ts';
import type { Vec3 } from '../../acoustics/types.ts';
import { unitVector } from '../../acoustics/vectors.ts';
import { fftPlan } from '../../design/fft.ts';
import type { SofaContent } from '../../export/sofa-writer.ts';

export const RATE_HZ = 48_000;
export const TAPS = 256;
/** Samples before what passes the head's centre: the near ear hears it 12 samples earlier. */
const BULK_DELAY = 64;

export interface SphereHead {
  readonly radiusM: number;
  readonly earAzimuthDeg: number;
  readonly distanceM: number;
  /** Between neighbours, degrees. */
  readonly stepDeg: number;
  /** Elevations from −max to max; 0 for the horizontal plane alone. */
  readonly maxElevationDeg: number;
}

export const HEAD: SphereHead = {
  radiusM: 0.0875,
  earAzimuthDeg: 100,
  distanceM: 1.4,
  stepDeg: 10,
  maxElevationDeg: 40,
};

/** Azimuth, elevation and distance of every measured direction. */
function sourcesOf({ distanceM, stepDeg, maxElevationDeg }: SphereHead): number[][] {
  const sources: number[][] = [];
  for (let elevation = -maxElevationDeg; elevation <= maxElevationDeg; elevation += stepDeg) {
    for (let azimuth = 0; azimuth < 360; azimuth += stepDeg) sources.push([azimuth, elevation, distanceM]);
  }
  return sources;
}

/** (sources, 2 ears, taps): the sphere's spectra on the bins of one FFT, as long as the response. */
function responsesOf({ radiusM, earAzimuthDeg }: SphereHead, sources: readonly number[][]): Float64Array {
  const bins = Float64Array.from({ length: TAPS / 2 + 1 }, (_, bin) => (bin * RATE_HZ) / TAPS);
  const angle = (earAzimuthDeg * Math.PI) / 180;
  const ears: Vec3[] = [1, -1].map((side) => [Math.cos(angle), side * Math.sin(angle), 0]);
  const paths = sources.flatMap(([azimuthDeg, elevationDeg, distanceM]) =>
    ears.map((ear) => {
      const to = unitVector({ azimuthDeg: azimuthDeg!, elevationDeg: elevationDeg! });
      return { distanceM: distanceM!, cosAngle: to[0] * ear[0] + to[1] * ear[1] };
    }),
  );
  const spectra = sphereResponses(radiusM, paths, bins, 343);
  const responses = new Float64Array(paths.length * TAPS);
  const re = new Float64Array(TAPS);
  const im = new Float64Array(TAPS);
  paths.forEach((_, path) => {
    im.fill(0);
    bins.forEach((_hz, bin) => {
      const turn = (-2 * Math.PI * bin * BULK_DELAY) / TAPS;
      const [x, y] = [spectra.re[bin * paths.length + path]!, spectra.im[bin * paths.length + path]!];
      re[bin] = (x * Math.cos(turn) - y * Math.sin(turn)) / TAPS;
      im[bin] = bin === 0 || bin === TAPS / 2 ? 0 : (x * Math.sin(turn) + y * Math.cos(turn)) / TAPS;
      if (bin > 0 && bin < TAPS / 2) {
        re[TAPS - bin] = re[bin]!;
        im[TAPS - bin] = -im[bin]!;
      }
    });
    fftPlan(TAPS).inverse(re, im);
    responses.set(re, path * TAPS);
  });
  return responses;
}

/** A rigid sphere measured all around, as a SOFA file would hold it. */
export function sphereContent(head: SphereHead = HEAD): SofaContent {
  const sources = sourcesOf(head);
  const count = sources.length;
  const metres = { Type: 'cartesian', Units: 'metre' };
  return {
    attributes: {
      Conventions: 'SOFA',
      SOFAConventions: 'SimpleFreeFieldHRIR',
      DataType: 'FIR',
      RoomType: 'free field',
      DatabaseName: 'Sphere',
      ListenerShortName: 'a rigid one',
    },
    lengths: { I: 1, C: 3, M: count, R: 2, N: TAPS },
    variables: [
      { name: 'ListenerPosition', dimensions: ['I', 'C'], data: new Float64Array(3), attributes: metres },
      { name: 'ListenerView', dimensions: ['I', 'C'], data: Float64Array.of(1, 0, 0), attributes: metres },
      { name: 'ListenerUp', dimensions: ['I', 'C'], data: Float64Array.of(0, 0, 1) },
      {
        name: 'ReceiverPosition',
        dimensions: ['R', 'C', 'I'],
        data: Float64Array.of(0, head.radiusM, 0, 0, -head.radiusM, 0),
        attributes: metres,
      },
      {
        name: 'SourcePosition',
        dimensions: ['M', 'C'],
        data: Float64Array.from(sources.flat()),
        attributes: { Type: 'spherical', Units: 'degree, degree, metre' },
      },
      { name: 'Data.IR', dimensions: ['M', 'R', 'N'], data: responsesOf(head, sources) },
      {
        name: 'Data.SamplingRate',
        dimensions: ['I'],
        data: Float64Array.of(RATE_HZ),
        attributes: { Units: 'hertz' },
      },
      { name: 'Data.Delay', dimensions: ['I', 'R'], data: new Float64Array(2) },
    ],
  };
}

/** The same with some of its variables and attributes changed; `null` leaves a variable out. */
export function changed(
  content: SofaContent,
  variables: Readonly<Record<string, Partial<SofaContent['variables'][number]> | null>>,
  attributes: Readonly<Record<string, string>> = {},
): SofaContent {
  return {
    ...content,
    attributes: { ...content.attributes, ...attributes },
    variables: content.variables.flatMap((variable) => {
      const change = variables[variable.name];
      return change === null ? [] : [{ ...variable, ...change }];
    }),
  };
}
