import { readExcerpts, type Excerpts } from '../media/excerpts.ts';
import { MediaError } from '../media/media-error.ts';
import { openSound, type OpenedSound } from '../media/open-sound.ts';
import { NO_TAGS } from '../media/sound.ts';
import { StereoReader } from '../media/stereo-reader.ts';
import { toStereo } from '../media/downmix.ts';
import { peakBins, type PeakBins } from '../media/waveform-pyramid.ts';
import type { MediaBlock, MediaFile, MediaReply } from '../protocol/media-protocol.ts';
import { phrase } from '../refusal/phrase.ts';
import { shareableSamples } from './shared-samples.ts';

interface Opened extends OpenedSound {
  readonly reader: StereoReader;
}

/** Files that are open. Of one file what is asked is answered one after the other. */
export class MediaShelf {
  private readonly opened = new Map<number, Promise<Opened>>();
  /** Let go: what is still asked of them does not open them again. */
  private readonly closed = new Set<number>();
  private readonly turns = new Map<number, Promise<unknown>>();

  async open(file: MediaFile, withTags: boolean): Promise<MediaReply> {
    try {
      const { sound, tags, reader } = await this.get(file);
      const { format, rateHz, channels, frames, speakerMask } = sound;
      const info = { sound: { format, rateHz, channels, frames, speakerMask }, frames: reader.frames };
      return { ok: true, info: { ...info, tags: withTags ? await tags() : NO_TAGS } };
    } catch (error) {
      const { code, detail } = asMediaError(error);
      return { ok: false, code, detail };
    }
  }

  /** What cannot be read is opened anew before it is said to be damaged: a browser may take a decoder away. */
  async read(file: MediaFile, from: number, count: number): Promise<MediaBlock> {
    const attempt = async () => ({
      ...(await this.inTurn(file, async ({ reader, sound }) => ({
        stereo: await reader.read(from, count),
        lost: sound.takeLosses().map((each) => ({
          atSeconds: each.from / sound.rateHz,
          seconds: each.frames / sound.rateHz,
        })),
      }))),
      damage: null,
    });
    return attempt()
      .catch(() => {
        this.letGo(file.id);
        return attempt();
      })
      .catch((error: unknown) => ({ stereo: null, damage: asMediaError(error).detail, lost: [] }));
  }

  excerpts(file: MediaFile): Promise<Excerpts> {
    return this.inTurn(file, ({ reader }) => readExcerpts(reader, file.rateHz, shareableSamples));
  }

  /** At the file's own rate: a waveform is drawn of it, no sound made. */
  peaks(file: MediaFile, binFrames: number, from: number, count: number): Promise<PeakBins | null> {
    return this.inTurn(file, async ({ sound }) => {
      const ratio = sound.rateHz / file.rateHz;
      const place = (bin: number) => Math.round(bin * binFrames * ratio);
      const start = place(from);
      const planes = await sound.read(start, place(from + count) - start);
      const length = planes[0]!.length;
      if (length === 0) return null;
      const { left, right } = toStereo(planes, sound.speakerMask);
      return peakBins(left, right, (bin) => place(from + bin) - start);
    });
  }

  close(id: number): void {
    this.closed.add(id);
    this.turns.delete(id);
    this.letGo(id);
  }

  private letGo(id: number): void {
    const opened = this.opened.get(id);
    this.opened.delete(id);
    void opened?.then(
      ({ sound }) => sound.dispose(),
      () => undefined,
    );
  }

  private get({ id, file, rateHz }: MediaFile): Promise<Opened> {
    if (this.closed.has(id)) return Promise.reject(new MediaError('unreadable', phrase('let-go')));
    const before = this.opened.get(id);
    if (before) return before;
    const opening = openSound(file).then((sound) => ({
      ...sound,
      reader: new StereoReader(sound.sound, rateHz),
    }));
    this.opened.set(id, opening);
    return opening;
  }

  private async inTurn<Result>(file: MediaFile, use: (opened: Opened) => Promise<Result>): Promise<Result> {
    const turn = (this.turns.get(file.id) ?? Promise.resolve()).then(async () => use(await this.get(file)));
    this.turns.set(
      file.id,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

function asMediaError(error: unknown): MediaError {
  if (error instanceof MediaError) return error;
  return new MediaError('undecodable', error instanceof Error ? error.message : String(error));
}
