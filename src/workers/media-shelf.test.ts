import { describe, expect, it } from 'vitest';
import { wavFile } from '../media/testing/sound-files.ts';
import { MediaShelf } from './media-shelf.ts';

const RATE = 48_000;
/** Longer than what is read of a file at once. */
const FRAMES = 200_000;
const ramp = Float64Array.from({ length: FRAMES }, (_, n) => n / FRAMES);

/** A file that cannot be read for a while: `failures` counts down. */
class Unsteady extends Blob {
  failures = 0;

  override slice(...range: Parameters<Blob['slice']>): Blob {
    const part = super.slice(...range);
    if (this.failures === 0) return part;
    this.failures -= 1;
    part.arrayBuffer = () => Promise.reject(new Error('the disk was away'));
    return part;
  }
}

async function opened() {
  const file = new Unsteady([wavFile({ rateHz: RATE, planes: [ramp, ramp], bits: 32, isFloat: true })]);
  const shelf = new MediaShelf();
  const media = { id: 1, file, rateHz: RATE };
  expect(await shelf.open(media, false)).toMatchObject({ ok: true, info: { frames: FRAMES } });
  return { shelf, media, file };
}

describe('a file that is read while it plays', () => {
  it('that cannot be read once is opened anew, and goes on where it was', async () => {
    const { shelf, media, file } = await opened();
    file.failures = 1;
    const { stereo, damage } = await shelf.read(media, 150_000, 1000);
    expect(damage).toBeNull();
    expect([...stereo!.left]).toEqual([...Float32Array.from(ramp.subarray(150_000, 151_000))]);
  });

  it('that stays unreadable is said to be damaged, and why', async () => {
    const { shelf, media, file } = await opened();
    file.failures = 100;
    expect(await shelf.read(media, 150_000, 1000)).toMatchObject({
      stereo: null,
      damage: 'the disk was away',
    });
  });

  it('that was let go is not opened again', async () => {
    const { shelf, media } = await opened();
    shelf.close(media.id);
    expect(await shelf.read(media, 0, 10)).toMatchObject({ stereo: null, damage: ['let-go'] });
  });
});
