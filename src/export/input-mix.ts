import type { DesignDocument } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { INPUT_NAMES, pathTaps } from './export-file.ts';

/**
 * How the channels that a convolver is fed with become L′, R′ and C. The adaptive upmix is not a filter, so no convolver
 * has it: whoever brings its three channels uses `three-channel`, whoever plays stereo the fixed mid-side one.
 */
export interface InputMix {
  readonly name: 'three-channel' | 'stereo';
  /** What is fed in, in order. */
  readonly channels: readonly string[];
  /** (3, channels) gains of the channels in L′, R′ and C. */
  readonly gains: readonly (readonly number[])[];
  /** One sentence for the reader of a bundle. */
  readonly explained: string;
}

export const THREE_CHANNEL: InputMix = {
  name: 'three-channel',
  channels: INPUT_NAMES,
  gains: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  explained: "three channels L', R', C as they leave the upmix (soundstage render --upmix-only writes them)",
};

/** C = ½(L+R), L′ = L−C, R′ = R−C; with the document's upmix off L and R go to the sides as they are. */
export function stereoMix({ upmix }: DesignDocument): InputMix {
  const isOff = upmix.kind === 'off';
  return {
    name: 'stereo',
    channels: ['L', 'R'],
    gains: isOff
      ? [
          [1, 0],
          [0, 1],
          [0, 0],
        ]
      : [
          [0.5, -0.5],
          [-0.5, 0.5],
          [0.5, 0.5],
        ],
    explained: isOff
      ? "stereo L, R; the design's upmix is off, so they go to the side filters and C is silent"
      : "stereo L, R with a fixed mid-side upmix, C = (L+R)/2, L' = L-C, R' = R-C; a convolver cannot adapt as the design's own upmix does",
  };
}

/** Every way to feed a convolver that has this document's filters. */
export function inputMixes(document: DesignDocument): readonly InputMix[] {
  return [THREE_CHANNEL, stereoMix(document)];
}

/** The filters from what is fed in to the drivers: the mix folded into the set, in Float32 like it. */
export function mixedSet(set: FilterSet, { channels, gains }: InputMix): FilterSet {
  const { outputs, taps } = set;
  const firs = new Float32Array(channels.length * outputs * taps);
  channels.forEach((_, channel) => {
    for (let output = 0; output < outputs; output++) {
      const start = (channel * outputs + output) * taps;
      gains.forEach((row, input) => {
        const gain = row[channel]!;
        if (gain !== 0) pathTaps(set, input, output).forEach((tap, t) => (firs[start + t]! += gain * tap));
      });
    }
  });
  return { ...set, inputs: channels.length, firs };
}
