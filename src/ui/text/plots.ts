import { inLanguage } from './language.ts';
import { formatExact } from '../format.ts';
import { degrees } from '../plots/units.ts';

/** Words in the designer's plots: at their axes and marks, and for who points at a curve. */
export const plotsText = inLanguage('plots', {
  frequency: 'Frequency (Hz)',
  effort: 'Effort (dB)',
  cap: (capDb: number) => `cap ${formatExact(capDb)} dB`,
  azimuth: 'Azimuth (°), left is positive',
  toTheLeft: 'To the left (m)',
  toTheFront: 'To the front (m)',
  device: 'device',
  time: 'Time after the modelling delay (ms)',
  tap: 'Tap',
  difference: 'This less the other (dB)',
  curves: {
    natural: 'Natural',
    target: 'Target',
    directivityIndex: 'Directivity index',
    effort: 'Effort',
    mismatch: 'With mismatch',
  },
  /** Of a band: its values are numbers as they are written. */
  between: (low: string, high: string) => `${low} to ${high} dB`,
  edges: {
    low: (band: string) => `${band}, low`,
    high: (band: string) => `${band}, high`,
  },
  /** On a plan, in metres as they are written. */
  place: (front: string, left: string) => `front ${front} m · left ${left} m`,
  minusSix: (curve: string) => `${curve}, −6 dB`,
  /** Along a map, beside its lines. */
  marks: {
    onAxis: 'on axis',
    window: 'window',
    null: (azimuthDeg: number) => `null ${degrees(azimuthDeg)}`,
  },
  /** Around a circle. */
  around: { onAxis: '0° on axis', left: '90° left', right: '−90° right' },
  directions: { front: 'front', left: 'left', up: 'up' },
  levelOver: {
    'on-axis': 'dB re on axis',
    'listening-window': 'dB re ±30° mean',
    maximum: 'dB re loudest',
    none: 'dB re loudest of all',
  },
} as const);
