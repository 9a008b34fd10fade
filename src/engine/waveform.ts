import { WaveformPyramid } from '../media/waveform-pyramid.ts';
import type { MediaAccess, MediaFile } from '../protocol/media-protocol.ts';

/** Looked through at once. */
const STEP_SECONDS = 5;
/** Of a longer track so many places are looked at first: they show its course. */
const LONG_SECONDS = 600;
const PLACES = 150;
const PLACE_BINS = 8;
/** Told at most so often. */
const TOLD_MS = 250;

/** Fills in a track's waveform from its file, beside what plays, until it is stopped. */
export class WaveformSurvey {
  readonly waveform: WaveformPyramid;
  private isStopped = false;

  constructor(
    private readonly file: MediaFile,
    frames: number,
    private readonly onMore: (knownSeconds: number) => void,
  ) {
    this.waveform = new WaveformPyramid(frames);
  }

  /** @returns when it is filled, stopped, or cannot go on */
  async run(media: Pick<MediaAccess, 'peaks'>): Promise<void> {
    const { binFrames } = this.waveform;
    const step = Math.ceil((STEP_SECONDS * this.file.rateHz) / binFrames);
    let toldAt = 0;
    let known = 0;
    const tell = () => this.onMore((known * binFrames) / this.file.rateHz);
    await this.sketch(media);
    for (let bin = 0; !this.isStopped; bin += step) {
      const bins = await media.peaks(this.file, binFrames, bin, step).catch(() => null);
      if (bins === null || this.isStopped) break;
      this.waveform.write(bin, bins);
      known = bin + bins.length / 2;
      if (performance.now() - toldAt < TOLD_MS) continue;
      toldAt = performance.now();
      tell();
    }
    if (!this.isStopped) tell();
  }

  private async sketch(media: Pick<MediaAccess, 'peaks'>): Promise<void> {
    const { binFrames, bins } = this.waveform;
    if (bins * binFrames < LONG_SECONDS * this.file.rateHz) return;
    for (let place = 0; place < PLACES && !this.isStopped; place++) {
      const bin = Math.floor((place * bins) / PLACES);
      const found = await media.peaks(this.file, binFrames, bin, PLACE_BINS).catch(() => null);
      if (found === null) return;
      this.waveform.write(bin, found);
    }
    if (!this.isStopped) this.onMore((PLACE_BINS * binFrames) / this.file.rateHz);
  }

  stop(): void {
    this.isStopped = true;
  }
}
