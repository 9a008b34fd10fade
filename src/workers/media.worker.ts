import { expose, transfer } from 'comlink';
import type { MediaWorkerApi } from '../protocol/media-protocol.ts';
import { MediaShelf } from './media-shelf.ts';

const shelf = new MediaShelf();

const api: MediaWorkerApi = {
  open: (file, withTags) => shelf.open(file, withTags),
  async read(file, from, count) {
    const block = await shelf.read(file, from, count);
    const { stereo } = block;
    return stereo === null ? block : transfer(block, [stereo.left.buffer, stereo.right.buffer]);
  },
  async excerpts(file) {
    const stereo = await shelf.excerpts(file);
    return transfer(stereo, [stereo.left.buffer, stereo.right.buffer]);
  },
  peaks: (file, binFrames, from, count) => shelf.peaks(file, binFrames, from, count),
  close: (id) => shelf.close(id),
};

expose(api);
