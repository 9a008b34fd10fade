import { WaveformPyramid } from '../media/waveform-pyramid.ts';
import type { MediaAccess, MediaFile } from '../protocol/media-protocol.ts';

/** Looked through at once. */
const STEP_SECONDS = 10;
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

  stop(): void {
    this.isStopped = true;
  }
}
