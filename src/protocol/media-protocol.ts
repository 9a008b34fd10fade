import type { Stereo } from '../media/downmix.ts';
import type { Excerpts } from '../media/excerpts.ts';
import type { MediaDetail, MediaErrorCode } from '../media/media-error.ts';
import type { SoundInfo, Tags } from '../media/sound.ts';
import type { PeakBins } from '../media/waveform-pyramid.ts';

/** A file that is read from, as every request names it: a worker that has not opened it yet, does. */
export interface MediaFile {
  readonly id: number;
  readonly file: Blob;
  /** Of what is to be had of it. */
  readonly rateHz: number;
}

export interface MediaInfo {
  readonly sound: SoundInfo;
  readonly tags: Tags;
  /** Length at the rate that was asked for. */
  readonly frames: number;
}

export type MediaReply =
  | { readonly ok: true; readonly info: MediaInfo }
  | { readonly ok: false; readonly code: MediaErrorCode; readonly detail: MediaDetail };

/** A stretch of a file that is silent because it is damaged, in seconds of the track. */
export interface LostStretch {
  readonly atSeconds: number;
  readonly seconds: number;
}

/** What of a file can be read; `damage` where it ends because it is damaged there. */
export interface MediaBlock {
  /** Null behind the end. */
  readonly stereo: Stereo | null;
  readonly damage: MediaDetail | null;
  /** Found while it was read; it plays on behind them. */
  readonly lost: readonly LostStretch[];
}

/** What the media worker exposes through comlink. */
export interface MediaWorkerApi {
  /** @param withTags false for what is called by another name than it says */
  open(file: MediaFile, withTags: boolean): Promise<MediaReply>;
  /** @param from first frame of `count`, at the rate that is asked for */
  read(file: MediaFile, from: number, count: number): Promise<MediaBlock>;
  /** All of a short file, of a longer one parts spread over it, for its loudness. */
  excerpts(file: MediaFile): Promise<Excerpts>;
  /** Of whole bins; null behind the end. @param from first bin of `count` */
  peaks(file: MediaFile, binFrames: number, from: number, count: number): Promise<PeakBins | null>;
  close(id: number): void;
}

/** Files, as the engine reads them. Implemented by src/workers. */
export interface MediaAccess {
  open: MediaWorkerApi['open'];
  read: MediaWorkerApi['read'];
  excerpts: MediaWorkerApi['excerpts'];
  peaks: MediaWorkerApi['peaks'];
  /** Lets it go everywhere. */
  close(id: number): void;
}
