import type { NullShape } from '../../store/index.ts';
import { inLanguage } from './language.ts';

/** What a set of nulls is called. */
export type NullNames = {
  readonly title: string;
  readonly null: (index: number) => string;
  readonly widthOf: (index: number) => string;
  readonly remove: (index: number) => string;
  readonly add: string;
  readonly widthOfAll: string;
};

function namesOf(title: string, one: string): NullNames {
  const numbered = (index: number): string => `${one} ${index + 1}`;
  return {
    title,
    null: numbered,
    widthOf: (index) => `${numbered(index)}, width`,
    remove: (index) => `Remove ${numbered(index).toLowerCase()}`,
    add: `Add a ${one.toLowerCase()}`,
    widthOfAll: `Width of every ${one.toLowerCase()}`,
  };
}

/** Words for nulls, of the centre's beam and of the side beams. */
export const nullsText = inLanguage('nulls', {
  centre: namesOf('Nulls', 'Null'),
  sides: namesOf('Nulls of the side beams', 'Side null'),
  azimuth: 'Azimuth',
  width: 'Width',
  depth: 'Deeper by',
  shape: 'Shape',
  shapes: { flat: 'Flat', 'raised-cosine': 'Cosine' } satisfies Record<NullShape, string>,
  mirrored: 'Left and right alike',
  window: 'Listening window',
  windowField: 'Half its width',
  windowHint: 'The beam is held even within it, and power beyond it is kept low.',
  sidesHint:
    'Azimuths are the left beam’s; the right one has them mirrored. The far ear and these nulls together are held to the cancellation’s target.',
  sidesOff: 'The side beams care for the far ear alone.',
  sidesWithout: 'Side nulls are part of the cancellation, which is off.',
} as const);
