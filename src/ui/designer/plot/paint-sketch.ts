import type { Annotation, Shape } from 'plotly.js';
import { levelLine, sketchPixels, type MapSketch } from '../../plots/map-sketch.ts';
import type { PlotFigure } from '../../plots/plot-figure.ts';
import { pixelOf, type PlotFrame } from '../../plots/plot-frame.ts';

/** The image has a pixel for so many of the screen's, each way: borders of colours are soft anyway while they move. */
const COARSENESS = 2;
const LINES = [
  { colour: '#ffffff', width: 3.5 },
  { colour: '#000000', width: 1.75 },
] as const;
const DASHES: Readonly<Record<string, readonly number[]>> = { dash: [9, 9], dot: [3, 3] };

/** Draws a figure's sketch and the marks of its layout on a canvas that lies over its axes. */
export function paintSketch(
  canvas: HTMLCanvasElement,
  sketch: MapSketch,
  layout: PlotFigure['layout'],
  frame: PlotFrame,
): void {
  const scale = devicePixelRatio;
  const { leftPx, topPx, widthPx, heightPx } = frame;
  canvas.width = Math.round(scale * widthPx);
  canvas.height = Math.round(scale * heightPx);
  Object.assign(canvas.style, {
    left: `${leftPx}px`,
    top: `${topPx}px`,
    width: `${widthPx}px`,
    height: `${heightPx}px`,
  });
  const context = canvas.getContext('2d');
  if (!context) return;
  paintLevels(context, sketch, frame);
  context.scale(scale, scale);
  context.translate(-leftPx, -topPx);
  paintLine(context, sketch, frame);
  for (const shape of layout.shapes ?? []) paintStraight(context, shape, frame);
  for (const label of layout.annotations ?? []) paintLabel(context, label, frame);
  canvas.hidden = false;
}

/** What stands still is drawn beneath it. */
export function hideSketch(canvas: HTMLCanvasElement | null): void {
  if (canvas) canvas.hidden = true;
}

function paintLevels(context: CanvasRenderingContext2D, sketch: MapSketch, frame: PlotFrame): void {
  const { canvas } = context;
  const width = Math.max(1, Math.round(frame.widthPx / COARSENESS));
  const height = Math.max(1, Math.round(frame.heightPx / COARSENESS));
  const image = new OffscreenCanvas(width, height);
  image
    .getContext('2d')!
    .putImageData(new ImageData(sketchPixels(sketch, frame, { width, height }), width, height), 0, 0);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
}

function paintLine(context: CanvasRenderingContext2D, sketch: MapSketch, frame: PlotFrame): void {
  const { frequencyHz, azimuthDeg } = sketch.levels;
  const path = new Path2D();
  const at = (column: number, row: number) => {
    const { x } = pixelOf(frame, between(frequencyHz, column), 0);
    const { y } = pixelOf(frame, 1, between(azimuthDeg, row));
    return [x, y] as const;
  };
  for (const [x0, y0, x1, y1] of levelLine(sketch)) {
    path.moveTo(...at(x0, y0));
    path.lineTo(...at(x1, y1));
  }
  for (const { colour, width } of LINES) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  }
}

function between(values: ArrayLike<number>, place: number): number {
  const low = Math.min(values.length - 2, Math.floor(place));
  return values[low]! + (place - low) * (values[low + 1]! - values[low]!);
}

/** Straight lines all across or all up; what else a layout has comes when the map stands still. */
function paintStraight(context: CanvasRenderingContext2D, shape: Partial<Shape>, frame: PlotFrame): void {
  const { type, xref, yref, line } = shape;
  if (type !== 'line' || !line) return;
  const { leftPx, topPx, widthPx, heightPx } = frame;
  context.strokeStyle = String(line.color);
  context.lineWidth = line.width ?? 1;
  context.setLineDash(DASHES[line.dash ?? ''] ?? []);
  context.beginPath();
  if (xref === 'paper') {
    const { y } = pixelOf(frame, 1, Number(shape.y0));
    context.moveTo(leftPx, y);
    context.lineTo(leftPx + widthPx, y);
  } else if (yref === 'paper') {
    const { x } = pixelOf(frame, Number(shape.x0), 0);
    context.moveTo(x, topPx);
    context.lineTo(x, topPx + heightPx);
  }
  context.stroke();
  context.setLineDash([]);
}

/** A label at the left edge. */
function paintLabel(context: CanvasRenderingContext2D, label: Partial<Annotation>, frame: PlotFrame): void {
  const { font, text = '', xshift = 0, borderpad = 0, bgcolor } = label;
  const sizePx = font?.size ?? 11;
  context.font = `${sizePx}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  const x = frame.leftPx + xshift;
  const { y } = pixelOf(frame, 1, Number(label.y));
  context.fillStyle = String(bgcolor ?? 'transparent');
  const tall = 1.3 * sizePx + 2 * borderpad;
  context.fillRect(x, y - tall / 2, context.measureText(text).width + 2 * borderpad + 2, tall);
  context.fillStyle = String(font?.color);
  context.fillText(text, x + borderpad + 1, y);
}
