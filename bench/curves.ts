/** One line of a picture. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly curves: readonly Curve[];
}

const WIDTH = 420;
const HEIGHT = 300;
const MARGIN = { left: 58, right: 24, top: 40, bottom: 46 };
/** Okabe–Ito, and a dash besides: told apart without colour. */
const STYLES = [
  { colour: '#0072B2', dash: '' },
  { colour: '#D55E00', dash: '6 4' },
];

/** Plots side by side as an SVG, both axes logarithmic, with a line of slope one for comparison. */
export function curves(plots: readonly Plot[]): string {
  const parts = plots.map((plot, i) => `<g transform="translate(${i * WIDTH} 0)">${drawn(plot)}</g>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plots.length * WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function drawn({ title, x, y, curves: lines }: Plot): string {
  const all = lines.flatMap(({ points }) => points);
  const xs = span(
    all.map(([value]) => value),
    2,
  );
  const ys = span(
    all.map(([, value]) => value),
    10,
  );
  const px = (value: number) => scale(value, xs, MARGIN.left, WIDTH - MARGIN.right);
  const py = (value: number) => scale(value, ys, HEIGHT - MARGIN.bottom, MARGIN.top);
  const path = (points: Curve['points']) =>
    points.map(([a, b], i) => `${i ? 'L' : 'M'}${px(a).toFixed(1)} ${py(b).toFixed(1)}`).join('');
  const [first] = lines[0]!.points;
  const linear: [number, number] = [xs[1], (first![1] * xs[1]) / first![0]];
  const ends = Math.min(linear[1], ys[1]);
  return [
    `<text x="${MARGIN.left}" y="20" font-weight="bold">${title}</text>`,
    ...ticks(xs, 2).map(
      (value) =>
        `<path d="M${px(value)} ${py(ys[0])}V${py(ys[1])}" stroke="#ddd"/><text x="${px(value)}" y="${HEIGHT - 28}" text-anchor="middle">${short(value)}</text>`,
    ),
    ...ticks(ys, 10).map(
      (value) =>
        `<path d="M${px(xs[0])} ${py(value)}H${px(xs[1])}" stroke="#ddd"/><text x="${MARGIN.left - 6}" y="${py(value) + 4}" text-anchor="end">${value}</text>`,
    ),
    `<text x="${(MARGIN.left + WIDTH) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${x}</text>`,
    `<text transform="rotate(-90)" x="${-HEIGHT / 2}" y="14" text-anchor="middle">${y}</text>`,
    `<path d="${path([first!, [(ends / first![1]) * first![0], ends]])}" stroke="#999" stroke-dasharray="2 3" fill="none"/><text x="${px(Math.sqrt((ends / first![1]) * first![0] ** 2)) - 4}" y="${py(Math.sqrt(ends * first![1])) - 6}" text-anchor="end" fill="#777">linear</text>`,
    ...lines.map(({ name, points }, i) => {
      const { colour, dash } = STYLES[i]!;
      const [a, b] = points.at(-1)!;
      return `<path d="${path(points)}" stroke="${colour}" stroke-dasharray="${dash}" stroke-width="2" fill="none"/><text x="${px(a) - 4}" y="${py(b) - 8}" text-anchor="end" fill="${colour}">${name}</text>`;
    }),
  ].join('\n');
}

/** Powers of the base around the values. */
function span(values: readonly number[], base: number): readonly [number, number] {
  const exponentOf = (value: number) => Math.log(value) / Math.log(base);
  const low = Math.floor(exponentOf(Math.min(...values)) + 1e-9);
  const high = Math.ceil(exponentOf(Math.max(...values)) - 1e-9);
  return [base ** low, base ** high];
}

function ticks([low, high]: readonly [number, number], base: number): number[] {
  const all: number[] = [];
  for (let value = low; value <= high * 1.001; value *= base) all.push(Number(value.toPrecision(6)));
  return all;
}

function scale(value: number, [low, high]: readonly [number, number], from: number, to: number): number {
  return from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
}

const short = (value: number) => (value >= 1024 ? `${value / 1024}k` : String(value));
