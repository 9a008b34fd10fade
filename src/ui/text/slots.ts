import { inLanguage } from './language.ts';

/** What a slot plays: on its button, in two words beside it, and in the list where it is chosen. */
export type SlotWords = {
  readonly name: string;
  /** The name with the places where a narrow button may part it. */
  readonly parted?: string;
  readonly hint: string;
  /** What exactly is heard. */
  readonly what: string;
};

const words = (name: string, hint: string, what: string): SlotWords => ({ name, hint, what });

export const slotsText = inLanguage('slots', {
  open: 'Choose what is compared',
  title: 'What is compared',
  plays: (slot: string) => `${slot} plays`,
  add: 'Compare one more',
  full: 'Four can be alive at once.',
  remove: (slot: string) => `Take ${slot} away`,
  note: (matched: boolean) =>
    `All play along at the same moment, as late as each other${matched ? ' and equally loud' : ''}: switching changes nothing but what is named here${matched ? '' : ', and the loudness'}.`,
  gain: (gainDb: string) => `${gainDb} dB`,
  groups: { sides: 'On the same device', parts: 'This design without a part', designs: 'Other designs' },
  original: words(
    'Original',
    'as it is',
    'The track as it is: left and right from the drivers on their side.',
  ),
  matrix: words(
    'Mid-side',
    'plain matrix',
    'Sum and difference of left and right from the middle and the outer drivers, without filters: what the beam is held against.',
  ),
  /** Two drivers have no middle of their own. */
  matrixOfTwo: 'From two drivers a plain mid-side matrix is the original again: there is no middle one.',
  reference: words(
    'Reference',
    'a pair at ±30°',
    'What a real pair of loudspeakers at ±30° would send to your two ears.',
  ),
  referenceElsewhere: 'A real pair can be heard on headphones alone.',
  headphonesOnly: (name: string) => `${name} (on headphones)`,
  design: words('Spatial', 'as designed', 'This design, as it is edited.'),
  amounted: words('Spatial', 'with your amounts', 'This design, as it is edited, with your amounts.'),
  without: {
    upmix: words(
      'No upmix',
      'left and right alone',
      'This design’s side filters, fed with left and right as they are: nothing goes through the centre’s.',
    ),
    cancellation: {
      ...words(
        'No cancellation',
        'natural crosstalk',
        'This design with natural side filters: no cancellation, and no virtual pair, which stands on it.',
      ),
      parted: 'No can\u00adcel\u00adla\u00adtion',
    },
    beam: words(
      'No beam',
      'plain centre',
      'This design with the least-effort centre in the place of the beam.',
    ),
  },
  /** The design has no such part. */
  lacking: {
    upmix: 'This design has no upmix: the same as Spatial.',
    cancellation: 'This design has no cancellation: the same as Spatial.',
    beam: 'On what you listen to the design has no beam: the same as Spatial.',
  },
  preset: (name: string) =>
    words(name, 'as it comes', 'The design that comes along, listened to as yours is.'),
  saved: (name: string) =>
    words(name, 'from the library', 'Its newest version in the library, listened to as your design is.'),
  upmixed: (kind: 'adaptive' | 'least-correlated') =>
    `Its own upmix (${kind}) comes in a tenth of a second after its filters.`,
  standIn: {
    A: 'Original instead',
    other: 'Spatial instead',
    because: (reason: string, slot: string) =>
      `${reason} ${slot === 'A' ? 'The original' : 'This design'} plays in its place.`,
  },
  gone: (name: string) => `“${name}” is in the library no more.`,
  reading: 'The library is being read.',
  newer: (name: string) => `“${name}” was saved by a newer Soundstage.`,
  refused: 'It cannot be designed here.',
} as const);
