import type { ColourMap } from './colour-map.ts';

/** What a map can show of a place. */
export type ZoneQuantityName =
  | 'separation'
  | 'separationLeft'
  | 'separationRight'
  | 'azimuthLeft'
  | 'azimuthCentre'
  | 'azimuthRight'
  | 'width'
  | 'presence'
  | 'levelLeft'
  | 'levelCentre'
  | 'levelRight'
  | 'balance';

/** How a quantity is drawn and what can be asked of it. */
export interface QuantityScale {
  /** With its space, as it follows a number. */
  readonly unit: string;
  readonly digits: number;
  readonly colours: ColourMap;
  /** What the colours span; values beyond are drawn as its ends. */
  readonly range: readonly [number, number];
  /** Between two fills, and between two ticks of the colours' scale. */
  readonly step: number;
  readonly tick: number;
  readonly threshold: { readonly min: number; readonly max: number; readonly step: number };
}

const SEPARATION: QuantityScale = {
  unit: ' dB',
  digits: 1,
  colours: 'viridis',
  range: [0, 30],
  step: 3,
  tick: 6,
  threshold: { min: 3, max: 30, step: 1 },
};
const AZIMUTH: QuantityScale = {
  unit: '°',
  digits: 0,
  colours: 'sides',
  range: [-90, 90],
  step: 10,
  tick: 30,
  threshold: { min: 2, max: 45, step: 1 },
};
const LEVEL: QuantityScale = {
  unit: ' dB',
  digits: 1,
  colours: 'viridis',
  range: [-12, 6],
  step: 1,
  tick: 3,
  threshold: { min: 0.5, max: 12, step: 0.5 },
};

export const QUANTITY_SCALES: Readonly<Record<ZoneQuantityName, QuantityScale>> = {
  separation: SEPARATION,
  separationLeft: SEPARATION,
  separationRight: SEPARATION,
  azimuthLeft: AZIMUTH,
  azimuthCentre: AZIMUTH,
  azimuthRight: AZIMUTH,
  width: {
    ...AZIMUTH,
    colours: 'viridis',
    range: [0, 120],
    threshold: { min: 5, max: 120, step: 5 },
  },
  presence: {
    unit: '',
    digits: 2,
    colours: 'viridis',
    range: [0, 1],
    step: 0.1,
    tick: 0.2,
    threshold: { min: 0.3, max: 0.98, step: 0.02 },
  },
  levelLeft: LEVEL,
  levelCentre: LEVEL,
  levelRight: LEVEL,
  balance: { ...LEVEL, colours: 'sides', range: [-12, 12] },
};

/** What a place has to keep to count as of the zone. */
export type QuantityRule =
  | { readonly kind: 'least'; readonly value: number }
  | { readonly kind: 'within'; readonly value: number; readonly of: number };
