import { inLanguage } from './language.ts';
import { formatExact } from '../format.ts';

export const stageText = inLanguage('stage', {
  section: 'Stage',
  above: 'Seen from above, to scale',
  legend: { left: 'Left', right: 'Right', centre: 'Centre' },
  legendLabel: 'Colours',
  level: (db: string) => `${db} dB`,
  /** Where most of the sound is. */
  balance: {
    silent: 'Silence.',
    left: 'Most of the sound is on the left.',
    right: 'Most of the sound is on the right.',
    middle: 'Most of the sound is in the middle.',
    apart: 'Most of the sound is at both sides.',
    spread: 'The sound is spread from left to right.',
  },
  beamsNote: 'Beams: level over direction, rings 5 dB apart',
  imageNote: 'Clouds: where the sound seems to come from',
  designing: 'Designing the filters…',
  waiting: 'The beams appear with the first design.',
  refused: 'This design was refused',
  refusedNote: 'You go on hearing the last good one.',
  separation: 'Separation',
  separationBand: 'mean 1–8 kHz',
  natural: (db: string) => `${db} dB without filters`,
  unfiltered: 'as it is, without cancellation',
  virtual: (side: string) => `${side}, virtual`,
  summary: (parts: {
    readonly device: string;
    readonly distance: string;
    readonly heardAs: 'original' | 'matrix' | 'reference' | 'design' | 'uncancelled' | 'other';
    readonly virtualAzimuthDeg: number | null;
    readonly headphones: boolean;
  }) =>
    [
      `Seen from above: ${parts.device}, your head ${parts.distance} in front of it${parts.headphones ? ', on headphones' : ''}.`,
      {
        original:
          'You hear the original: left and right come from the drivers themselves and reach both ears.',
        matrix: 'You hear a plain mid-side matrix: sum and difference come from the drivers without filters.',
        reference: 'You hear the reference: a real pair of loudspeakers, 30 degrees to each side.',
        uncancelled:
          'You hear the design without its cancellation: left and right come from the drivers and reach both ears.',
        other: 'You hear other filters: device, beams and separation are theirs.',
        design:
          parts.virtualAzimuthDeg === null
            ? 'You hear the spatial design: left and right each reach one ear, the centre is a beam towards you.'
            : `You hear the spatial design: left and right seem to come from ${formatExact(parts.virtualAzimuthDeg)} degrees to each side, the centre is a beam towards you.`,
      }[parts.heardAs],
    ].join(' '),
} as const);
