import type { RefObject } from 'react';
import { createSpectrumReading, type EnginePort, type SpectrumReading } from '../../store/index.ts';
import type { MeterFrame } from '../meter-loop.ts';
import { Painter } from '../painter.ts';
import type { ImageDial } from './image-dial.ts';
import type { PaintCommand, PaintedFrame, PicturePlace, PictureName } from './painting-protocol.ts';

/** A 24th of an octave apart. */
const FREQUENCIES = 240;

interface Shown {
  readonly name: PictureName;
  readonly canvas: HTMLCanvasElement;
  readonly inSight: RefObject<boolean>;
  /** What the page reads for it alone. */
  readonly spectrum: SpectrumReading | null;
}

type Message = Omit<PaintedFrame, 'inSight' | 'spectrum'> & {
  readonly inSight: PictureName[];
  spectrum: { readonly frequenciesHz: Float32Array; readonly levelsDb: Float32Array[] } | null;
};

/**
 * Has what moves on the meters painted, on a thread of its own that is there while there are pictures; without one the dials
 * stay as they are. One message a frame, filled anew and copied on its way, for all that is in sight.
 */
export class MetersPainter {
  private painter: Painter<PaintCommand> | null = null;
  private pictures: readonly Shown[] = [];
  private message: { readonly type: 'frame'; readonly frame: Message } | null = null;

  /** @param onLost the thread has ended by itself: nothing moves until all pictures were removed and others are there */
  constructor(
    private readonly engine: Pick<EnginePort, 'readSpectrum'>,
    private readonly imageDial: Pick<ImageDial, 'gainDb'>,
    private readonly onLost: () => void,
  ) {}

  /** @returns what it is painted on, for the page */
  add(name: PictureName, inSight: RefObject<boolean>): HTMLCanvasElement {
    this.painter ??= new Painter<PaintCommand>(() => this.startWorker());
    const canvas = this.painter.giveCanvas((offscreen) => ({ type: 'add', name, canvas: offscreen }));
    const isSpectrum = name === 'outputs' || name === 'upmix';
    const spectrum = isSpectrum ? createSpectrumReading(name, FREQUENCIES) : null;
    this.pictures = [...this.pictures, { name, canvas, inSight, spectrum }];
    return canvas;
  }

  /** Its size and colours: it is empty until the next frame. */
  place(name: PictureName, place: PicturePlace): void {
    this.painter?.send({ type: 'place', name, ...place });
  }

  /** The canvas leaves the page. */
  remove(name: PictureName): void {
    this.pictures.find((shown) => shown.name === name)?.canvas.remove();
    this.pictures = this.pictures.filter((shown) => shown.name !== name);
    this.painter?.send({ type: 'remove', name });
    if (this.pictures.length > 0) return;
    this.painter?.dispose();
    this.painter = null;
  }

  show(frame: MeterFrame): void {
    const { painter } = this;
    if (!painter || !this.pictures.some(({ inSight }) => inSight.current)) return;
    // None follows when all has come to rest.
    const waitedSeconds = painter.takeTurn(frame.elapsedSeconds, frame.resting);
    if (waitedSeconds === null) return;
    this.message ??= { type: 'frame', frame: messageOf(frame) };
    this.fill(this.message.frame, frame, waitedSeconds);
    painter.send(this.message);
  }

  private fill(message: Message, { reductionDb, resting, calm }: MeterFrame, elapsedSeconds: number): void {
    Object.assign(message, { reductionDb, resting, calm, elapsedSeconds });
    message.imageGainDb = this.imageDial.gainDb;
    message.inSight.length = 0;
    message.spectrum = null;
    for (const { name, inSight, spectrum } of this.pictures) {
      if (!inSight.current) continue;
      message.inSight.push(name);
      if (spectrum === null || resting) continue;
      this.engine.readSpectrum(name === 'upmix' ? 'upmix' : 'outputs', spectrum);
      const { frequenciesHz, levelsDb, channels } = spectrum;
      message.spectrum = { frequenciesHz, levelsDb: levelsDb.slice(0, channels) };
    }
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./meters.worker.ts', import.meta.url), {
      type: 'module',
      name: 'meters',
    });
    worker.onerror = () => {
      worker.terminate();
      this.onLost();
    };
    return worker;
  }
}

/** With the arrays that the frame is filled into again and again. */
function messageOf({ reading, levels, ...frame }: MeterFrame): Message {
  const { shownDb, heldDb } = levels;
  return { ...frame, reading, levels: { shownDb, heldDb }, inSight: [], imageGainDb: 0, spectrum: null };
}
