import type { HeadHeard } from '../../store/index.ts';
import { inLanguage } from './language.ts';
import { formatFixed } from '../format.ts';

/** Every word of measured heads. */
export const headsText = inLanguage('heads', {
  title: 'Heard by',
  select: 'Head',
  model: 'The model alone (a sphere)',
  open: 'Open a SOFA file…',
  reading: (name: string) => `Reading “${name}”…`,
  remove: (name: string) => `Forget ${name}`,
  hint: 'A design is made on a spherical head. A measured one hears it too: its curves are drawn beside.',
  /** A curve of the measured head. */
  on: (curve: string, head: string) => `${curve} on ${head}`,
  figures: (separationDb: string, ildDb: string | null, itdUs: string | null) =>
    ildDb === null || itdUs === null
      ? `Separation on this head ${separationDb} dB from 300 Hz to 8 kHz.`
      : `On this head: separation ${separationDb} dB from 300 Hz to 8 kHz; the virtual pair departs from a real one by ${ildDb} dB and ${itdUs} µs.`,
  waiting: 'The head is listening…',
  fit: fitWords,
} as const);

const NEAR_DEG = 5;

/** What to know before the curves of a head are believed, a sentence each. */
function fitWords({ fit }: HeadHeard): string[] {
  const { measuredM, listenerM, isDistanceOff, farthestDeg, lowestHz, earsSwapped } = fit;
  const metres = (length: number) => `${formatFixed(length, 2)} m`;
  return [
    `Measured at ${metres(measuredM)}, from ${Math.round(lowestHz)} Hz up. Levels without ear canal and microphone: its diffuse-field response is that of the model.`,
    ...(isDistanceOff
      ? [`The listener sits at ${metres(listenerM)}: near sources are louder in the near ear than told here.`]
      : []),
    ...(farthestDeg > NEAR_DEG
      ? [`A driver lies ${Math.round(farthestDeg)}° from what was measured; the nearest stands for it.`]
      : []),
    ...(earsSwapped
      ? ['Its file names the ears the other way round than they sound; the sound is believed.']
      : []),
  ];
}
