import { pressureTransfers } from '../acoustics/transfers.ts';
import type { DesignDocument } from './document.ts';

/** The band in which levels are matched: where voices are, and below the combing of drivers that are far apart. */
const BAND_HZ = [200, 2000] as const;
const POINTS = 24;

/**
 * Pressure at the head's centre, root mean square over 200 Hz to 2 kHz on a log scale, of all drivers playing one signal at
 * gain 1: a centred mono signal in the original. The design is made to the same: C gives this pressure, L and R half of it
 * at their near ears, as each loudspeaker of a pair gives half of a centred signal. So no gain is left to choose, the
 * original passes its input at exactly 1, and drivers work as hard as there, times the effort.
 */
export function referencePressure({ device, listener, speedOfSoundMps }: DesignDocument): number {
  const [low, high] = BAND_HZ;
  const frequenciesHz = Float64Array.from(
    { length: POINTS },
    (_, i) => low * (high / low) ** (i / (POINTS - 1)),
  );
  const { re, im, columns } = pressureTransfers(device, [listener.positionM], frequenciesHz, speedOfSoundMps);
  let power = 0;
  for (let bin = 0; bin < POINTS; bin++) {
    let x = 0;
    let y = 0;
    for (let i = bin * columns; i < (bin + 1) * columns; i++) {
      x += re[i]!;
      y += im[i]!;
    }
    power += (x * x + y * y) / POINTS;
  }
  return Math.sqrt(power);
}

/** Time from the device's centre to the head's centre: what is taken off as the common propagation delay, seconds. */
export function propagationSeconds({ listener, speedOfSoundMps }: DesignDocument): number {
  return Math.hypot(...listener.positionM) / speedOfSoundMps;
}
