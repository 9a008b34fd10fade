import { describe, expect, it } from 'vitest';
import { balloonFaces, faceAt, radiusOf, seenFrom } from './balloon-mesh.ts';
import { balloonPicture } from './balloon-scene.ts';
import { sphereCsv } from './exports.ts';
import type { PlotTheme } from './plot-figure.ts';
import { paintScene, sceneSvg, type Brush } from './scene.ts';

const AZIMUTHS = Array.from({ length: 72 }, (_, i) => 5 * i - 180);
const ELEVATIONS = Array.from({ length: 37 }, (_, i) => 5 * i - 90);
const levels = (level: (azimuthDeg: number, elevationDeg: number) => number) => ({
  azimuthDeg: AZIMUTHS,
  elevationDeg: ELEVATIONS,
  levelDb: ELEVATIONS.flatMap((elevation) => AZIMUTHS.map((azimuth) => level(azimuth, elevation))),
});
const SCALE = { zeroDb: 0, floorDb: -30 };
const FRONT = { turnDeg: 0, tiltDeg: 0, zoom: 1 };
const THEME = {
  ground: '#ffffff',
  ink: '#111111',
  muted: '#777777',
  fontFamily: 'sans-serif',
} as unknown as PlotTheme;

describe('the way a balloon is seen', () => {
  it('has its front towards the viewer and the audience’s left on the left', () => {
    expect(seenFrom(FRONT, [1, 0, 0])).toEqual([-0, 0, 1]);
    expect(seenFrom(FRONT, [0, 1, 0])[0]).toBe(-1);
    expect(seenFrom(FRONT, [0, 0, 1])[1]).toBe(1);
  });

  it('turned by 90° it is seen from its left, tilted by 90° from above', () => {
    const fromLeft = seenFrom({ ...FRONT, turnDeg: 90 }, [0, 1, 0]);
    [0, 0, 1].forEach((x, i) => expect(fromLeft[i]).toBeCloseTo(x, 12));
    const fromAbove = seenFrom({ ...FRONT, tiltDeg: 90 }, [0, 0, 1]);
    [0, 0, 1].forEach((x, i) => expect(fromAbove[i]).toBeCloseTo(x, 12));
  });
});

describe('its surface', () => {
  it('of equal levels is a sphere of radius 1, its nearest patch last', () => {
    const faces = balloonFaces(
      levels(() => 0),
      SCALE,
      FRONT,
    );
    expect(faces).toHaveLength(72 * 36);
    for (const { corners } of faces) for (const at of corners) expect(Math.hypot(...at)).toBeCloseTo(1, 12);
    const last = faces.at(-1)!;
    expect(Math.abs(last.azimuthDeg)).toBe(2.5);
    expect(Math.abs(last.elevationDeg)).toBe(2.5);
  });

  it('is in the middle at the floor, half way out at half of it, and shrinks where something is louder than 0 dB', () => {
    const plain = radiusOf(
      levels(() => 0),
      SCALE,
    );
    expect([plain(-30), plain(-15), plain(0), plain(-99)]).toEqual([0, 0.5, 1, 0]);
    const louder = radiusOf(
      levels((azimuth) => (azimuth === 90 ? 10 : 0)),
      SCALE,
    );
    expect([louder(0), louder(10)]).toEqual([0.75, 1]);
  });

  it('is read under a point: the direction that is in front there', () => {
    const faces = balloonFaces(
      levels((azimuth) => (Math.abs(azimuth) < 30 ? 0 : -3)),
      SCALE,
      FRONT,
    );
    const middle = faceAt(faces, 0.02, 0.02)!;
    expect(Math.abs(middle.azimuthDeg)).toBe(2.5);
    expect(middle.levelDb).toBe(0);
    expect(faceAt(faces, 1.2, 0)).toBeNull();
    // To the viewer's right is the audience's right.
    expect(faceAt(faces, 0.6, 0.02)!.azimuthDeg).toBeLessThan(0);
  });
});

describe('its picture', () => {
  const look = { ...SCALE, colourMap: 'viridis' } as const;
  const { scene } = balloonPicture(
    levels(() => 0),
    look,
    FRONT,
    THEME,
    { widthPx: 640, heightPx: 400 },
  );

  it('fits its room', () => {
    expect(scene).toMatchObject({ widthPx: 640, heightPx: 400 });
    for (const shape of scene.shapes) {
      for (const [x, y] of shape.kind === 'text' ? [shape.at] : shape.points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(640);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(400);
      }
    }
  });

  it('is of one colour where all directions are alike, on either side of 0 dB, which its bar keeps apart', () => {
    const almost = levels((azimuth) => (azimuth % 10 === 0 ? 0.01 : -0.01));
    const drawn = balloonPicture(almost, look, FRONT, THEME, { widthPx: 640, heightPx: 400 });
    const redness = (picture: typeof scene) =>
      picture.shapes.flatMap((shape) => {
        if (shape.kind !== 'area') return [];
        const [red, green] = [1, 3].map((at) => parseInt(shape.color.slice(at, at + 2), 16));
        // Shade leaves the ratio of channels, but for their rounding to whole numbers.
        return [red / green];
      });
    const faces = drawn.faces.length;
    const [first, ...others] = redness(drawn.scene).slice(0, faces);
    for (const ratio of others) expect(Math.abs(ratio - first)).toBeLessThan(0.02);
    expect(new Set(redness(scene).slice(faces)).size).toBe(11);
  });

  it('is the same on a canvas and as a vector file', () => {
    const painted = { fill: 0, stroke: 0, text: [] as string[] };
    const brush = new Proxy({} as Brush, {
      get: (_, name) => (first: unknown) => {
        if (name === 'fill') painted.fill += 1;
        if (name === 'stroke') painted.stroke += 1;
        if (name === 'fillText') painted.text.push(String(first));
      },
      set: () => true,
    });
    paintScene(scene, brush);
    const svg = sceneSvg(scene, 'A & B');
    const count = (tag: string) => svg.split(`<${tag} `).length - 1;
    expect(count('polygon')).toBe(painted.fill);
    expect(count('polygon') + count('polyline')).toBe(painted.stroke);
    expect(painted.text).toContain('front');
    for (const text of painted.text) expect(svg).toContain(`>${text}<`);
    expect(svg).toContain('A &#38; B');
    expect(svg).not.toContain('NaN');
  });

  it('has a row for each direction in its table, relative to the axis', () => {
    const rows = sphereCsv(
      levels((azimuth) => (azimuth === 0 ? -3 : -9)),
      -3,
    )
      .trim()
      .split('\r\n');
    expect(rows[0]).toBe('azimuth (°),elevation (°),level (dB)');
    expect(rows).toHaveLength(1 + 72 * 37);
    expect(rows[1 + 36]).toBe('0,-90,0');
    expect(rows[1]).toBe('-180,-90,-6');
  });
});
