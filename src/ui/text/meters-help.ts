import { help } from './help.ts';
import { inLanguage } from './language.ts';

/** Beside the meters. */
export const metersHelpText = inLanguage('metersHelp', {
  levels: help(
    'Levels',
    'The peak and the mean of what is sent to each output, in decibels under full scale. The line is the largest peak of the last moments. Where a device’s drivers play by themselves, each has a bar with its number.',
  ),
  loudness: help(
    'Loudness',
    'How loud it is to the ear, measured as broadcasters do (LUFS): now, over three seconds, and over all since the track began. The range tells how far loud and quiet parts lie apart.',
  ),
  image: help(
    'Image',
    'Upright is what left and right share, to the sides what differs: a wide cloud is wide sound. Correlation near +1 is mono, around 0 wide, below it left and right work against each other.',
  ),
  spectrum: help(
    'Spectrum',
    'How strong each pitch is, from 20 Hz to 20 kHz; the fine line holds the strongest of late. Look at what is played, or at left, right and centre as the upmix tells them apart.',
  ),
  limiter: help(
    'Limiter',
    'How much the loudest moments are turned down so that nothing distorts, over the last seconds. Now and then is fine; all the time, lower the volume.',
  ),
} as const);
