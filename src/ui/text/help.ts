import { inLanguage } from './language.ts';

/** Two sentences: what it is, and what one hears of it. */
export function help(title: string, text: string) {
  return { label: `Help: ${title}`, title, text } as const;
}

export const helpText = inLanguage('help', {
  compare: help(
    'What you hear',
    'Switch at any moment: the track goes on, and only the way to your ears changes. Nothing else does, so what you notice is what the filters do.',
  ),
  match: help(
    'Equal loudness',
    'Louder nearly always seems better, so all sides are brought to the same loudness at your ears. Switch it off to hear the difference in level too.',
  ),
  volume: help(
    'Volume',
    'How loud everything is played, in decibels under the loudest there is. Your own device’s volume comes on top of it.',
  ),
  limiter: help(
    'Limiter',
    'It keeps every output a decibel under full scale, so that nothing can distort. While it lights up, the loudest moments are turned down: lower the volume until it rests.',
  ),
  listening: help(
    'Listening on',
    'On loudspeakers the filters are made for your own two, at the places you give here. On headphones you hear what the chosen device would send to your two ears; with every driver on an output of its own, the device itself plays.',
  ),
  pair: help(
    'Your two loudspeakers',
    'The cancellation works at one place: measure from middle to middle, and from there to your head. A few centimetres off cost some width, not the music.',
  ),
  device: help(
    'Device',
    'Which loudspeaker the design is for. More drivers keep left and right further apart and send the middle more straight at you.',
  ),
  profile: help(
    'Music or video',
    'With time to look ahead, voices and instruments are told apart better. With a picture, sound must not be late, so some of that is given up.',
  ),
  output: help(
    'Output',
    'Which device of this computer plays. It is remembered, and found again when it comes back.',
  ),
  stage: help(
    'Stage',
    'What reaches you, seen from above: the coloured clouds show where sound seems to come from at this moment, the shapes around the device where it is really sent. Switch between the sides and see it open and close.',
  ),
  separation: help(
    'Separation',
    'How much louder what is meant for an ear arrives there than at the other one. Above some 15 dB, left and right can stand outside your loudspeakers.',
  ),
} as const);
