import { expose, transfer } from 'comlink';
import type { MediaWorkerApi } from '../protocol/media-protocol.ts';
import { MediaShelf } from './media-shelf.ts';
import { transferable } from './shared-samples.ts';

const shelf = new MediaShelf();

const api: MediaWorkerApi = {
  open: (file, withTags) => shelf.open(file, withTags),
  async read(file, from, count) {
    const block = await shelf.read(file, from, count);
    const { stereo } = block;
    return stereo === null ? block : transfer(block, transferable(stereo.left, stereo.right));
  },
  async excerpts(file) {
    const stereo = await shelf.excerpts(file);
    return transfer(stereo, transferable(stereo.left, stereo.right));
  },
  peaks: (file, binFrames, from, count) => shelf.peaks(file, binFrames, from, count),
  close: (id) => shelf.close(id),
};

expose(api);
