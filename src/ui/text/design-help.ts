import { help } from './help.ts';
import { inLanguage } from './language.ts';

/** Beside the controls of the Design face. */
export const designHelpText = inLanguage('designHelp', {
  design: {
    target: help(
      'Target curve',
      'How much quieter each ear should hear what is meant for the other, over frequency. More makes it wider but works the drivers harder and holds for a smaller place.',
    ),
    virtualPair: help(
      'Virtual pair',
      'Left and right then seem to come from loudspeakers at this angle, as the mix was made for. Without it each goes to one ear alone, which is widest and least natural.',
    ),
    beam: help(
      'Centre beam',
      'Voices in the middle are sent straight at you and less to the walls, so they sound nearer and clearer. It needs three drivers or more.',
    ),
    nulls: help(
      'Nulls',
      'Directions that the beam leaves as quiet as it can: usually the walls beside the device. What they reach is drawn from the filters as they are played.',
    ),
    upmix: help(
      'Upmix',
      'How left, right and centre are told apart in a stereo track, before the filters. What it puts into the centre comes from the middle; what it leaves is what can be made wide.',
    ),
    effort: help(
      'Effort cap',
      'How much harder the drivers may work than the least that is as loud, in decibels. A lower cap keeps them clean and the place to sit larger; where it stops the filters, the curve stays below its target.',
    ),
    offsets: help(
      'Head positions',
      'Places of the head, beside the listener’s, at which one set of filters is to work. More of them let you move, and take some of the separation in the middle.',
    ),
    mismatch: help(
      'Driver mismatch',
      'No two drivers are alike: 200 devices are tried whose drivers are off by up to this level and phase. Where the band is wide, the design hangs on more precision than one can buy; lower the target or the cap there.',
    ),
    head: help(
      'Measured head',
      'A real head, measured with microphones in its ears, hears the design that was made on a sphere. Where its dashed curves fall below, the design suits the model better than people.',
    ),
    nullDepth: help(
      'Null depth',
      'How much quieter the nulls should be than the direction straight ahead. Deeper ones send less at the walls, so that voices seem nearer, but work the drivers harder.',
    ),
    sideNulls: help(
      'Nulls of the sides',
      'Directions that left and right leave quiet as well, beside what they do at the ears. Each takes something of the separation, most where drivers are few.',
    ),
    nullWidth: help(
      'Width of the nulls',
      'Over how many degrees a null is to hold. A wide one catches a whole wall and is less deep; a narrow one is deep in one direction alone.',
    ),
    window: help(
      'Listening window',
      'Directions in which the voice keeps its tone, for whoever sits beside you. A wide window leaves less to be kept from the walls.',
    ),
    baffle: help(
      'Baffle',
      'What the drivers are built into: it shadows and reflects their sound. On a sphere they are a smart speaker’s, in a wall a built-in one’s, with none they stand free, as in a thin laptop.',
    ),
    ears: help(
      'Head and ears',
      'The sphere that the filters are made for: its radius, and how far each ear lies from the nose. A larger head hears left and right later apart; 8.75 cm and 100° fit most.',
    ),
    taps: help(
      'Length of the filters',
      'Longer filters follow the curves further down in the bass. They also make the sound later and cost the processor more.',
    ),
    room: help(
      'Room',
      'Its volume and reverberation time decide how loud the walls answer, and so how near the sound seems. It changes the figures of depth alone, not the filters.',
    ),
    measuredEars: help(
      'Measured at the ears',
      'Impulse responses from your drivers to your own ears, in your room, take the model’s place. The sides then fit that one place closely; beam, zone and depth go on being computed.',
    ),
    measuredDrivers: help(
      'Measured drivers',
      'How your drivers radiate all around, measured with a microphone, takes the place of the ideal pistons. Beam, nulls and depth then show what the real device does.',
    ),
    generators: help(
      'Arrangement',
      'Drivers in a regular order, to begin with or to compare. Wider arrays hold the bass together, closer drivers the treble: half a wave between neighbours is where more beams than one begin.',
    ),
    zoneThreshold: help(
      'Threshold',
      'From which value on a place belongs to the zone; its outline and its area follow. The larger it is, the clearer the effect at every place within, and the smaller the zone.',
    ),
    zoneWithin: help(
      'Within',
      'How far the value at a place may be from what the zone asks for and still count: from the value at the listener, or from 0 for the centre’s azimuth, the balance, and levels, which are told against the listener’s already. The smaller it is, the more alike all of the zone sounds.',
    ),
    zone: help(
      'Listening zone',
      'Where your head can be for the effect to hold, to scale. A finite target and several head positions make it larger.',
    ),
  },
  pictures: {
    filters: help(
      'Filters of the drivers',
      'What each driver is sent of left, right or centre, over frequency or time. Steep peaks mean that drivers work against each other: they ask most of the amplifier, and of your sitting still.',
    ),
    directivity: help(
      'Directivity figures',
      'How much more goes straight ahead than all around, to the sides or to the back. The more, the less the room answers and the nearer the sound seems.',
    ),
    cta2034: help(
      'CTA-2034',
      'The curves by which loudspeakers are judged: on axis, around the listener, off the walls and all in all. Where they run smoothly beside each other, the tone is the same wherever you sit.',
    ),
    map: help(
      'Polar map',
      'The level sent in each direction, at each frequency. Dark stripes are nulls: walls that lie there stay silent.',
    ),
    slices: help(
      'Polar slices',
      'The level around the device at single frequencies. Lobes of one size mean a tone that stays as you walk around it.',
    ),
    balloon: help(
      'Balloon',
      'The level in all directions of space at one frequency: far and bright is loud. It shows what goes to ceiling and floor, which come back to you as well.',
    ),
    pair: help(
      'Virtual pair',
      'What differs between your ears in level and time, for the left channel: heard as direction. The nearer to the loudspeaker it is to stand in for, the more natural the width.',
    ),
    comparison: help(
      'Matrix and beamformer',
      'A plain mix of sum and difference beside the designed filters, of the same drivers. The difference is what the design adds to what a simple circuit does.',
    ),
    mismatch: help(
      'Driver mismatch',
      'What becomes of the curves when drivers are not quite alike, over 200 devices. A narrow band is a design that sounds the same in each of them.',
    ),
  },
} as const);
