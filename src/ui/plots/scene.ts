/** Something drawn, in px from the upper left corner: the same list for a canvas and for a vector file. */
export type Shape =
  | { readonly kind: 'area'; readonly points: readonly Point[]; readonly color: string }
  | {
      readonly kind: 'line';
      readonly points: readonly Point[];
      readonly color: string;
      readonly widthPx: number;
      readonly dash?: readonly number[];
    }
  | {
      readonly kind: 'text';
      readonly at: Point;
      readonly text: string;
      readonly color: string;
      readonly sizePx: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly isBold?: boolean;
    };

export type Point = readonly [x: number, y: number];

export interface Scene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontFamily: string;
  /** Behind everything. */
  readonly ground: string;
  /** In the order in which they cover each other. */
  readonly shapes: readonly Shape[];
}

/** What of a 2-D canvas context a scene is painted with. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'fill' | 'stroke' | 'fillText' | 'fillRect' | 'setLineDash'
  | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'font' | 'textAlign' | 'textBaseline'
>; // prettier-ignore

/** Areas are a hair wider than they are, so that no ground shows between neighbours. */
const SEAM_PX = 0.7;

export function paintScene(scene: Scene, brush: Brush): void {
  brush.fillStyle = scene.ground;
  brush.fillRect(0, 0, scene.widthPx, scene.heightPx);
  brush.lineJoin = 'round';
  brush.textBaseline = 'middle';
  for (const shape of scene.shapes) {
    if (shape.kind === 'text') {
      brush.fillStyle = shape.color;
      brush.font = `${shape.isBold ? '600 ' : ''}${shape.sizePx}px ${scene.fontFamily}`;
      brush.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      brush.fillText(shape.text, ...shape.at);
      continue;
    }
    brush.beginPath();
    shape.points.forEach(([x, y], i) => (i === 0 ? brush.moveTo(x, y) : brush.lineTo(x, y)));
    brush.strokeStyle = shape.color;
    brush.setLineDash(shape.kind === 'line' ? [...(shape.dash ?? [])] : []);
    if (shape.kind === 'area') {
      brush.closePath();
      brush.fillStyle = shape.color;
      brush.fill();
    }
    brush.lineWidth = shape.kind === 'line' ? shape.widthPx : SEAM_PX;
    brush.stroke();
  }
}

/** Of the title above a scene in its file. */
export const SCENE_HEAD_PX = 40;

/** The scene as an SVG file. @param title above it, and its accessible name */
export function sceneSvg(scene: Scene, title: string): string {
  const { widthPx, heightPx } = scene;
  const headPx = SCENE_HEAD_PX;
  const size = `width="${widthPx}" height="${heightPx + headPx}" viewBox="0 ${-headPx} ${widthPx} ${heightPx + headPx}"`;
  const ink = scene.shapes.findLast((shape) => shape.kind === 'text')?.color ?? '#000000';
  const head = textSvg({
    kind: 'text',
    at: [12, -headPx / 2],
    text: title,
    color: ink,
    sizePx: 16,
    anchor: 'start',
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(scene.fontFamily)}" role="img" aria-label="${escaped(title)}">`,
    `<rect y="${-headPx}" width="${widthPx}" height="${heightPx + headPx}" fill="${scene.ground}"/>`,
    head,
    ...scene.shapes.map(shapeSvg),
    '</svg>',
  ].join('\n');
}

function shapeSvg(shape: Shape): string {
  if (shape.kind === 'text') return textSvg(shape);
  const points = shape.points.map((point) => point.map((px) => Number(px.toFixed(2))).join(',')).join(' ');
  if (shape.kind === 'area')
    return `<polygon points="${points}" fill="${shape.color}" stroke="${shape.color}" stroke-width="${SEAM_PX}" stroke-linejoin="round"/>`;
  const dash = shape.dash ? ` stroke-dasharray="${shape.dash.join(' ')}"` : '';
  return `<polyline points="${points}" fill="none" stroke="${shape.color}" stroke-width="${shape.widthPx}"${dash}/>`;
}

function textSvg({ at, text, color, sizePx, anchor, isBold }: Extract<Shape, { kind: 'text' }>): string {
  const [x, y] = at.map((px) => Number(px.toFixed(2)));
  const weight = isBold ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" dominant-baseline="central" text-anchor="${anchor}" font-size="${sizePx}" fill="${color}"${weight}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
