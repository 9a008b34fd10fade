import { frequency } from '../plots/units.ts';
import { inLanguage } from './language.ts';
import { formatExact, formatFixed, formatNumber } from '../format.ts';

/** "12 cm", "−1.2 cm": a place in the device to the tenth of a millimetre, which is what it is built to. */
function centimetres(valueM: number): string {
  return `${formatNumber(100 * valueM, 2)} cm`;
}

/** "40–300 Hz", "300 Hz – 3 kHz": the unit once where both have the same. */
function frequencyRange([low, high]: readonly [number, number]): string {
  const [from, to] = [frequency(low), frequency(high)];
  const [number, unit] = from.split(' ');
  return to.endsWith(` ${unit}`) ? `${number}–${to}` : `${from} – ${to}`;
}

/** Every word of the array editor. */
export const arrayText = inLanguage('array', {
  title: 'Device and listener',
  above: 'From above',
  front: 'From the front',
  summary: (drivers: number, widthM: number, distanceM: number) =>
    `${drivers} ${drivers === 1 ? 'driver' : 'drivers'} across ${centimetres(widthM)}, listener at ${formatFixed(distanceM, 2)} m.`,
  zoom: { label: 'In sight', device: 'Device', scene: 'Listener too' },
  snap: {
    label: 'Snap',
    off: 'Off',
    of: (millimetres: number) => `${formatExact(millimetres)} mm`,
    hint: {
      axis: 'On the axis',
      mirror: (id: string) => `Mirror image of “${id}”`,
      grid: (stepM: number) => `On the ${formatNumber(1000 * stepM, 1)} mm grid`,
    },
  },

  driver: (number: number, id: string, view: string) => `Driver ${number}, ${id}, ${view.toLowerCase()}`,
  place: (front: number, left: number, up: number) =>
    `front ${centimetres(front)}, left ${centimetres(left)}, up ${centimetres(up)}`,
  band: frequencyRange,
  wholeBand: 'whole band',
  scale: centimetres,
  keys: 'Arrow keys move it 1 mm, with Shift 10 mm; Delete removes it.',
  keysOnSphere: 'Arrow keys move it 1 mm around and over the sphere, with Shift 10 mm; Delete removes it.',
  sphereHandle: (view: string) => `Radius of the sphere, ${view.toLowerCase()}`,
  listenerHandle: 'Listener',
  offsetHandle: (index: number) => `Head position ${index + 1}`,
  offsetPlace: (front: number, left: number) =>
    `${centimetres(front)} to the front, ${centimetres(left)} to the left of the listener`,

  refused: {
    overlap: (one: string, other: string, byM: number) =>
      `“${one}” would overlap “${other}” by ${formatNumber(1000 * byM, 1)} mm.`,
    stays: 'What was before stays, and plays.',
  },
  done: {
    ontoSphere: (count: number, mostM: number) => carried(count, 'onto the sphere', mostM),
    intoWall: (count: number, mostM: number) => carried(count, 'into the wall', mostM),
    free: 'The drivers stay where they were; the baffle is gone.',
    mirrored: (id: string, image: string) => `“${image}” is now the mirror image of “${id}”.`,
    halfMirrored: (count: number) =>
      `The right half mirrors the left one: ${count} ${count === 1 ? 'driver' : 'drivers'} on each side.`,
    renumbered: 'The drivers are numbered anew, and so are the outputs.',
    added: (id: string) => `“${id}” was added.`,
    removed: (id: string) => `“${id}” was removed.`,
    generated: (count: number) => `${count} ${count === 1 ? 'driver was' : 'drivers were'} put in place.`,
  },

  actions: {
    label: 'Arrange',
    add: 'Add a driver',
    full: 'There are 32 drivers, which is all there can be.',
    generate: 'Generate',
    mirrorHalf: 'Mirror left to right',
    nothingLeft: 'No driver stands left of the axis.',
    number: 'Number',
    numberLeft: 'Number left to right',
    numberFront: 'Number front to back',
  },
  selected: {
    label: (number: number, id: string) => `Driver ${number}, ${id}`,
    none: 'Choose a driver in the drawing or the table to mirror, duplicate or remove it.',
    mirror: 'Mirror',
    onAxis: 'It stands on the axis: it is its own mirror image.',
    duplicate: 'Duplicate',
    remove: 'Remove',
    last: 'A device needs one driver.',
  },

  table: {
    label: 'Drivers',
    number: 'No.',
    id: 'Name',
    front: 'Front',
    left: 'Left',
    up: 'Up',
    azimuth: 'Azimuth',
    elevation: 'Elevation',
    radius: 'Radius',
    bandLow: 'From',
    bandHigh: 'To',
    gain: 'Gain',
    remove: 'Remove',
    of: (column: string, id: string) => `${column} of driver ${id}`,
    removeDriver: (id: string) => `Remove driver ${id}`,
    all: 'all',
    by: 'Places by',
    angles: 'Angles',
    coordinates: 'Coordinates',
    hint: 'Lengths can be typed with mm, cm or m. Without a band a driver plays all.',
    nameless: 'Enter a name',
  },
  bands: {
    label: 'Bands of the drivers',
    of: (id: string, band: string) => `${id}: ${band}`,
  },

  generator: {
    title: 'Generate an array',
    about: 'Drivers in a regular order take the place of those that are there. It can be undone.',
    close: 'Close',
    kind: 'Arrangement',
    kinds: {
      line: 'Line',
      arc: 'Arc',
      ring: 'Ring on a sphere',
      'smart-speaker': 'Five-driver speaker',
    },
    explained: {
      line: 'A row across, evenly spaced. In a wall where the baffle is a wall, else without a baffle.',
      arc: 'A row that bulges to the front, evenly spaced along a circle, without a baffle.',
      ring: 'Drivers around a rigid sphere at one height.',
      'smart-speaker':
        'On a rigid sphere: a mid on either side, a woofer facing down, and in front two tweeters, or one with a mid facing up. Each has its band.',
    },
    fields: {
      count: 'Drivers',
      spacingM: 'Spacing',
      widthM: 'Width',
      radiusM: 'Radius of the arc',
      spanDeg: 'Span',
      driverRadiusM: 'Driver radius',
      sphereRadiusM: 'Sphere radius',
      elevationDeg: 'Elevation',
      sideAzimuthDeg: 'Azimuth of the side mids',
      sideRadiusM: 'Mid radius',
      tweeters: 'Tweeters',
      tweeterAzimuthDeg: 'Azimuth of two tweeters',
      tweeterRadiusM: 'Tweeter radius',
      wooferRadiusM: 'Woofer radius',
      wooferHz: 'Woofer to mids',
      tweeterHz: 'Mids to tweeters',
    },
    figures: 'Figures of the array',
    width: 'Width',
    depth: 'Depth',
    height: 'Height',
    nearest: 'Nearest centres',
    /** Above it, two neighbours are more than half a wave apart. */
    halfWave: 'Half a wave apart at',
    apply: 'Put in place',
    refused: 'This array cannot be made',
  },
} as const);

function carried(count: number, where: string, mostM: number): string {
  const drivers = count === 1 ? 'One driver was' : `${count} drivers were`;
  return count === 0
    ? `The drivers were there already: none was moved ${where}.`
    : `${drivers} moved ${where}, by up to ${formatFixed(1000 * mostM, 0)} mm.`;
}
