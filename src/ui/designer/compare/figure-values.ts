import type { StudyFigure } from '../../../store/index.ts';
import { formatFixed } from '../../format.ts';

export const FIGURE_SHOWN: Readonly<Record<StudyFigure, { readonly unit: string; readonly digits: number }>> =
  {
    separationDb: { unit: 'dB', digits: 1 },
    nearEarRippleDb: { unit: 'dB', digits: 1 },
    sideEffortDb: { unit: 'dB', digits: 1 },
    ildErrorDb: { unit: 'dB', digits: 1 },
    itdErrorUs: { unit: 'µs', digits: 0 },
    sideRejectionDb: { unit: 'dB', digits: 1 },
    centreEffortDb: { unit: 'dB', digits: 1 },
    directivityIndexDb: { unit: 'dB', digits: 1 },
    frontToSideDb: { unit: 'dB', digits: 1 },
    windowFlatnessDb: { unit: 'dB', digits: 1 },
    tailEnergyDb: { unit: 'dB', digits: 0 },
    zoneAreaM2: { unit: 'm²', digits: 3 },
    ratioLeftDb: { unit: 'dB', digits: 1 },
    ratioRightDb: { unit: 'dB', digits: 1 },
    ratioCentreDb: { unit: 'dB', digits: 1 },
    criticalLeftM: { unit: 'm', digits: 2 },
    criticalRightM: { unit: 'm', digits: 2 },
    criticalCentreM: { unit: 'm', digits: 2 },
    latencyMs: { unit: 'ms', digits: 1 },
  };

/** A figure of a study with its unit, to the digits that are worth reading. */
export function figureValue(figure: StudyFigure, value: number): string {
  const { unit, digits } = FIGURE_SHOWN[figure];
  return `${formatFixed(value, digits)} ${unit}`;
}
