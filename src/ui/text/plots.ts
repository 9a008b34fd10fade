import { inLanguage } from './language.ts';
import { formatExact } from '../format.ts';

/** Words at the axes and marks of the designer's plots. */
export const plotsText = inLanguage('plots', {
  frequency: 'Frequency (Hz)',
  effort: 'Effort (dB)',
  cap: (capDb: number) => `cap ${formatExact(capDb)} dB`,
  azimuth: 'Azimuth (°), left is positive',
  toTheLeft: 'To the left (m)',
  toTheFront: 'To the front (m)',
  device: 'device',
  levelOver: {
    'on-axis': 'dB re on axis',
    'listening-window': 'dB re ±30° mean',
    maximum: 'dB re loudest',
    none: 'dB re loudest of all',
  },
} as const);
