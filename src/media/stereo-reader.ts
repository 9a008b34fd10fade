import { toStereo, type Stereo } from './downmix.ts';
import { Resampler } from './resampler.ts';
import type { Sound } from './sound.ts';

/** A sound as it is played: stereo, at the rate of the output. Any cut into pieces gives the same samples. */
export class StereoReader {
  /** Length at the output's rate. */
  readonly frames: number;
  private readonly resampler: Resampler | null;

  constructor(
    private readonly sound: Sound,
    rateHz: number,
  ) {
    this.resampler = sound.rateHz === rateHz ? null : new Resampler(sound.rateHz, rateHz);
    this.frames = this.resampler?.outputFrames(sound.frames) ?? sound.frames;
  }

  /** @returns shorter at the end, and where the file is cut short; null where nothing is left @throws MediaError */
  async read(from: number, count: number): Promise<Stereo | null> {
    const wanted = Math.min(count, this.frames - from);
    if (wanted <= 0) return null;
    if (this.resampler === null) {
      const { left, right } = toStereo(await this.sound.read(from, wanted), this.sound.speakerMask);
      // What comes from a cache is copied: it is given away.
      return left.length === 0 ? null : { left: left.slice(), right: right.slice() };
    }
    return this.convert(this.resampler, from, wanted);
  }

  private async convert(resampler: Resampler, from: number, wanted: number): Promise<Stereo | null> {
    const [first, needed] = resampler.needs(from, wanted);
    const start = Math.max(0, first);
    const planes = await this.sound.read(start, Math.min(first + needed, this.sound.frames) - start);
    const there = planes[0]!.length;
    const isCutShort = start + there < Math.min(first + needed, this.sound.frames);
    const count = isCutShort ? Math.min(wanted, resampler.outputFrames(start + there) - from) : wanted;
    if (there === 0 || count <= 0) return null;
    const { left, right } = toStereo(planes, this.sound.speakerMask);
    const [, length] = resampler.needs(from, count);
    const side = (x: Float32Array) => resampler.convert(continued(x, start - first, length), from, count);
    return { left: side(left), right: side(right) };
  }
}

/**
 * A stretch with what is missing around it: beyond a track's ends its waveform goes on turned about its first and last
 * sample, without a step or a bend, so that a track that begins or ends within sound does not ring there.
 * @param before samples missing before it
 */
function continued(x: Float32Array, before: number, length: number): Float32Array {
  if (before === 0 && x.length >= length) return x;
  const result = new Float32Array(length);
  const last = x.length - 1;
  for (let n = 0; n < length; n++) {
    const at = n - before;
    if (at < 0) result[n] = 2 * x[0]! - x[Math.min(last, -at)]!;
    else if (at > last) result[n] = 2 * x[last]! - x[Math.max(0, 2 * last - at)]!;
    else result[n] = x[at]!;
  }
  return result;
}
