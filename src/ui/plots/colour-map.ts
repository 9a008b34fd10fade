/** Colour maps. All are read from low to high. */
export type ColourMap = 'viridis' | 'classic' | 'sides';

/** viridis (van der Walt and Smith, CC0): even in lightness, also for colour-blind eyes and in grey. */
const VIRIDIS = [
  '#440154', '#482878', '#3e4a89', '#31688e', '#26828e',
  '#1f9e89', '#35b779', '#6dcd59', '#b4de2c', '#fde725',
]; // prettier-ignore

/** The rainbow that loudspeaker data sheets grew up with: familiar, but its lightness misleads. */
const CLASSIC = [
  '#000080',
  '#0000ff',
  '#0080ff',
  '#00ffff',
  '#80ff80',
  '#ffff00',
  '#ff8000',
  '#ff0000',
  '#800000',
];

/** From the right's vermilion over nothing to the left's blue: for what has two sides and a middle. */
const SIDES = [
  '#8a3800', '#c25200', '#e88a4a', '#f5c6a0', '#f4f4f2',
  '#aed3ea', '#5aa7d6', '#0072b2', '#004a78',
]; // prettier-ignore

const STOPS: Readonly<Record<ColourMap, readonly string[]>> = {
  viridis: VIRIDIS,
  classic: CLASSIC,
  sides: SIDES,
};

/** Evenly spaced stops for plotly. */
export function colourScale(map: ColourMap): [number, string][] {
  const stops = STOPS[map];
  return stops.map((colour, index) => [index / (stops.length - 1), colour]);
}

/** The colour at a share of the map, 0…1, as #rrggbb; beyond its ends that of the end. */
export function colourAt(map: ColourMap, share: number): string {
  const stops = STOPS[map];
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  return mixed(stops[below], stops[below + 1], place - below);
}

/** Between two colours, #rrggbb, channel by channel. */
export function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a + share * (b - a))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
