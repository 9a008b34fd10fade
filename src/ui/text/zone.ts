import { frequency, metres, squareMetres } from '../plots/units.ts';
import { zoneValue } from '../plots/zone-value.ts';
import type { QuantityRule, ZoneQuantityName } from '../plots/zone-quantities.ts';
import { inLanguage } from './language.ts';
import { formatFixed } from '../format.ts';

const SEPARATION =
  'Near over far ear of the cancellation alone, mean of the decibels over log frequency: how well each side keeps to its own ear.';
const AZIMUTH =
  'Where the ears’ time difference below 1.5 kHz puts it, by the delays that the head’s sphere gives a real source; 0° is towards the device, positive to the audience’s left.';
const LEVEL = 'Mean power at both ears, relative to the listener’s own place.';

const EXPLANATIONS: Readonly<Record<ZoneQuantityName, string>> = {
  separation: SEPARATION,
  separationLeft: SEPARATION,
  separationRight: SEPARATION,
  azimuthLeft: AZIMUTH,
  azimuthCentre: AZIMUTH,
  azimuthRight: AZIMUTH,
  width: 'Azimuth of the left image less that of the right one: negative where they have changed sides.',
  presence:
    'Highest correlation of the two ears within 1 ms, in bands of up to an octave below 1.5 kHz: 1 for a single source, less where the centre falls apart.',
  levelLeft: LEVEL,
  levelCentre: LEVEL,
  levelRight: LEVEL,
  balance:
    'Power of the centre at the left ear over that at the right one: where its direct sound lies to one side.',
};

/** Every word of the listening-zone maps. */
export const zoneText = inLanguage('zone', {
  quantity: 'Shown',
  quantities: {
    separation: 'Separation, mean',
    separationLeft: 'Separation, left',
    separationRight: 'Separation, right',
    azimuthLeft: 'Image of left',
    azimuthCentre: 'Image of centre',
    azimuthRight: 'Image of right',
    width: 'Width of the stage',
    presence: 'Phantom centre',
    levelLeft: 'Level of left',
    levelCentre: 'Level of centre',
    levelRight: 'Level of right',
    balance: 'Balance of centre',
  } satisfies Record<ZoneQuantityName, string>,
  /** Beside the colours. */
  axes: {
    separation: 'Separation (dB)',
    separationLeft: 'Separation (dB)',
    separationRight: 'Separation (dB)',
    azimuthLeft: 'Azimuth (°)',
    azimuthCentre: 'Azimuth (°)',
    azimuthRight: 'Azimuth (°)',
    width: 'Width (°)',
    presence: 'Coherence',
    levelLeft: 'Level (dB)',
    levelCentre: 'Level (dB)',
    levelRight: 'Level (dB)',
    balance: 'Left over right ear (dB)',
  } satisfies Record<ZoneQuantityName, string>,
  explanations: EXPLANATIONS,
  modelHead: (name: string) => `Heard by the model’s head everywhere, not by ${name}.`,
  band: 'Band',
  bands: {
    broad: '300 Hz to 8 kHz',
    low: 'Low, 300 Hz to 1.5 kHz',
    high: 'High, 1.5 to 8 kHz',
    125: '125 Hz octave',
    250: '250 Hz octave',
    500: '500 Hz octave',
    1000: '1 kHz octave',
    2000: '2 kHz octave',
    4000: '4 kHz octave',
    8000: '8 kHz octave',
  },
  threshold: 'Threshold',
  within: 'Within',
  title: (name: string, areaM2: number, rule: string) => `${name}: ${squareMetres(areaM2)} ${rule}`,
  progress: 'Computing the zone',
  waiting: 'The map is computed after each design.',
  noImage: 'Ears place images by time differences below 1.5 kHz only: choose a band that reaches there.',

  reading: 'Figures at the point',
  readingHint: 'Drag the ring on the map, press on a place, or move it with the arrow keys.',
  point: 'Reading point',
  pointAt: (frontM: number, leftM: number) => `${metres(frontM)} to the front, ${aside(leftM)}`,
  pointValue: (place: string, name: string, value: string) => `${place}: ${name} ${value}`,
  columns: { quantity: 'Quantity', here: 'Point', seat: 'Listener' },
  backToListener: 'Back to the listener',
  moveListener: 'Put the listener here',
  ownPair: 'On your own pair the listener sits on its axis.',

  rule: ruleText,
  caption: zoneCaption,
} as const);

export type ZoneBandId = keyof typeof zoneText.bands;

function aside(leftM: number): string {
  if (Math.abs(leftM) < 0.005) return 'on axis';
  return `${formatFixed(Math.abs(leftM), 2)} m to the ${leftM > 0 ? 'left' : 'right'}`;
}

/** "≥ 10 dB", "within ±10° of 28°". */
function ruleText(quantity: ZoneQuantityName, rule: QuantityRule): string {
  if (rule.kind === 'least') return `at ${zoneValue(quantity, rule.value)} or more`;
  const of = rule.of === 0 ? '' : ` of ${zoneValue(quantity, rule.of)}`;
  return `within ±${zoneValue(quantity, rule.value)}${of}`;
}

function zoneCaption(
  quantity: ZoneQuantityName,
  band: readonly [number, number],
  atSeat: number,
  widthM: number,
): string {
  const width = widthM > 0 ? `, where the zone is ${formatFixed(widthM * 100, 0)} cm wide` : '';
  const from = `${frequency(band[0])} to ${frequency(band[1])}`;
  return `At the listener ${zoneValue(quantity, atSeat)}${width}. ${EXPLANATIONS[quantity]} ${from}.`;
}
