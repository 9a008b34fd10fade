import { filterCurves, relativeCurves } from '../design/filter-curves.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { metricFrequencies } from '../design/metrics.ts';
import { nearDriver, relativeForm } from '../design/rtf.ts';
import {
  balloonPicture,
  COLUMN_INPUT,
  cta2034Picture,
  depthPicture,
  directivityPicture,
  mapPicture,
  slicesPicture,
} from './directivity-pictures.ts';
import { comparisonPicture, mismatchPicture, pairPicture } from './ear-pictures.ts';
import type {
  FiltersPicture,
  Picture,
  PictureKind,
  PictureOf,
  PictureRequest,
  PictureSource,
  RequestOf,
} from '../protocol/picture-protocol.ts';

/** Yields the fraction done where a picture takes long, so that a worker can see to its messages in between. */
type Steps<Data> = Generator<number, Data>;

const painters: {
  readonly [Kind in PictureKind]: (
    request: RequestOf<Kind>,
    source: PictureSource,
  ) => Steps<PictureOf<Kind>['data']>;
} = {
  filters: atOnce(filtersPicture),
  directivity: atOnce((_, source) => directivityPicture(source)),
  cta2034: atOnce(cta2034Picture),
  map: atOnce(mapPicture),
  slices: atOnce(slicesPicture),
  balloon: atOnce(balloonPicture),
  pair: atOnce((_, source) => pairPicture(source)),
  comparison: atOnce(comparisonPicture),
  depth: atOnce((_, source) => depthPicture(source)),
  mismatch: mismatchPicture,
};

/** Draws a picture step by step. */
export function* drawPicture(request: PictureRequest, source: PictureSource): Steps<Picture> {
  const paint = painters[request.kind] as (request: PictureRequest, source: PictureSource) => Steps<unknown>;
  const data = yield* paint(request, source);
  return { kind: request.kind, request, document: source.document, data } as Picture;
}

function atOnce<Request, Data>(paint: (request: Request, source: PictureSource) => Data) {
  return function* (request: Request, source: PictureSource): Steps<Data> {
    // Nothing to tell on the way.
    yield* [];
    return paint(request, source);
  };
}

export function filtersPicture(
  { column, form }: Omit<RequestOf<'filters'>, 'kind'>,
  source: PictureSource,
): FiltersPicture {
  const { document, drivers, cancellation } = source;
  const input = COLUMN_INPUT[column];
  const set = form === 'played' || input >= cancellation.inputs ? drivers : cancellation;
  const near = nearDriver(document, input);
  const frequencyHz = metricFrequencies();
  const own = filterCurves(set, input, frequencyHz);
  return {
    frequencyHz,
    curves: form === 'relative' ? relativeCurves(own, near) : own,
    impulses: impulsesOf(form === 'relative' ? relativeForm(document, set) : set, input),
    sampleRateHz: set.sampleRateHz,
    latencySamples: set.latencySamples,
    nearDriver: near,
  };
}

function impulsesOf({ outputs, taps, firs }: FilterSet, input: number): Float32Array[] {
  return Array.from({ length: outputs }, (_, output) => {
    const start = (input * outputs + output) * taps;
    return firs.slice(start, start + taps);
  });
}
