import { STAGE_BANDS_HZ } from '../../store/meter-reading.ts';
import type { ThemeColours } from '../kit/index.ts';
import { BEYOND_DEG, EnergyRidge } from './energy-ridge.ts';
import type { Point } from './geometry.ts';
import { LevelMemory, shareOf } from './level-memory.ts';
import type { StageScene } from './scene.ts';
import { PLACES, SoundImage } from './sound-image.ts';
import { Spots, tonesOf } from './tones.ts';

const FORGET_DB_PER_SECOND = 3;
const FAINTEST_DB = -62;
/** How high the ridge stands at its loudest, as a share of the way from the head to the device. */
const RIDGE_SHARE = 0.18;
/** A tenth of the energy still stands half as high; below a hundredth there is none. */
const RIDGE_POWER = 0.33;
const RIDGE_FLOOR = 0.01 ** RIDGE_POWER;
/** Of its height, on the side of the head. */
const INWARD = 0.35;
/** The cloud's breadth along the way: low tones behind, high ones in front. */
const CLOUD_SHARE = 0.22;
const SPOT_RANGE_DB = 30;
const SPOT_SECONDS = 0.06;
const RADIANS = Math.PI / 180;

/**
 * Where the sound's energy is, as the listener hears it: a ridge along the circle of the loudspeakers, and over it a spot
 * for each band and source.
 */
export class ImageLayer {
  private readonly sound = new SoundImage();
  private readonly ridge = new EnergyRidge();
  private readonly ridgeLoudest = new LevelMemory(FORGET_DB_PER_SECOND, FAINTEST_DB);
  private readonly spotLoudest = new LevelMemory(FORGET_DB_PER_SECOND, FAINTEST_DB);
  private readonly energies = new Float64Array(PLACES * STAGE_BANDS_HZ.length);
  private readonly azimuthsDeg = new Float64Array(PLACES * STAGE_BANDS_HZ.length);
  private readonly spots: Spots;
  private readonly fill: CanvasGradient;
  /** Points of the ridge that are drawn. */
  private readonly first: number;
  private readonly end: number;
  private readonly at = { x: 0, y: 0 };

  constructor(
    private readonly scene: StageScene,
    look: ThemeColours,
    context: OffscreenCanvasRenderingContext2D,
  ) {
    const tones = tonesOf(look);
    this.spots = new Spots(tones, context.getTransform().a);
    const { azimuthsDeg } = EnergyRidge;
    this.first = Math.max(
      0,
      azimuthsDeg.findIndex((deg) => deg >= -scene.pairDeg - BEYOND_DEG),
    );
    this.end = azimuthsDeg.findLastIndex((deg) => deg <= scene.pairDeg + BEYOND_DEG) + 1;
    const start = { ...this.place(scene.pairDeg, scene.reachPx) };
    const end = { ...this.place(-scene.pairDeg, scene.reachPx) };
    this.fill = context.createLinearGradient(start.x, start.y, end.x, end.y);
    tones.forEach((colour, i, all) => this.fill.addColorStop(i / (all.length - 1), colour));
  }

  draw(context: OffscreenCanvasRenderingContext2D, image: Float32Array, elapsedSeconds: number): void {
    this.sound.place(image, this.scene.pairDeg);
    this.drawRidge(context, elapsedSeconds);
    this.drawSpots(context, elapsedSeconds);
    context.globalAlpha = 1;
  }

  private drawRidge(context: OffscreenCanvasRenderingContext2D, elapsedSeconds: number): void {
    const { reachPx } = this.scene;
    const { azimuthsDeg } = EnergyRidge;
    const largest = this.ridge.move(this.sound, elapsedSeconds);
    const reference = this.ridgeLoudest.follow(largest, elapsedSeconds);
    const height = RIDGE_SHARE * reachPx;
    context.beginPath();
    for (let i = this.first; i < this.end; i++) {
      const { x, y } = this.place(azimuthsDeg[i]!, reachPx + height * this.levelAt(i, reference));
      context.lineTo(x, y);
    }
    for (let i = this.end - 1; i >= this.first; i--) {
      const { x, y } = this.place(azimuthsDeg[i]!, reachPx - INWARD * height * this.levelAt(i, reference));
      context.lineTo(x, y);
    }
    context.closePath();
    context.fillStyle = context.strokeStyle = this.fill;
    context.globalAlpha = 0.3;
    context.fill();
    context.globalAlpha = 0.95;
    context.lineWidth = 2;
    context.stroke();
  }

  private levelAt(point: number, reference: number): number {
    const level = (this.ridge.energies[point]! / reference) ** RIDGE_POWER;
    return Math.max(0, (level - RIDGE_FLOOR) / (1 - RIDGE_FLOOR));
  }

  private drawSpots(context: OffscreenCanvasRenderingContext2D, elapsedSeconds: number): void {
    const { reachPx, pairDeg } = this.scene;
    const { energies, azimuthsDeg } = this.sound;
    const share = shareOf(elapsedSeconds, SPOT_SECONDS);
    let largest = 0;
    for (let i = 0; i < energies.length; i++) {
      this.energies[i]! += share * (energies[i]! - this.energies[i]!);
      this.azimuthsDeg[i]! += share * (azimuthsDeg[i]! - this.azimuthsDeg[i]!);
      largest = Math.max(largest, this.energies[i]!);
    }
    const reference = this.spotLoudest.follow(largest, elapsedSeconds);
    for (let i = 0; i < energies.length; i++) {
      const level = 1 + (10 * Math.log10(this.energies[i]! / reference)) / SPOT_RANGE_DB;
      if (!(level > 0)) continue;
      const azimuthDeg = this.azimuthsDeg[i]!;
      const height = Math.floor(i / PLACES) / (STAGE_BANDS_HZ.length - 1) - 0.5;
      const { x, y } = this.place(azimuthDeg, reachPx * (1 - CLOUD_SHARE * height));
      context.globalAlpha = 0.75 * level;
      this.spots.draw(context, x, y, azimuthDeg / Math.max(1, pairDeg), level);
    }
  }

  /** On the stage, in a direction as the head sees it. The same object every time. */
  private place(azimuthDeg: number, radiusPx: number): Point {
    const { centre, noseDeg } = this.scene.head;
    const turn = (noseDeg - azimuthDeg) * RADIANS;
    this.at.x = centre.x - radiusPx * Math.sin(turn);
    this.at.y = centre.y + radiusPx * Math.cos(turn);
    return this.at;
  }
}
