import { expose } from 'comlink';
import type { LoudnessWorkerApi } from '../protocol/loudness-protocol.ts';
import { LoudnessMatcher } from './loudness-matcher.ts';

let matcher: LoudnessMatcher | null = null;

/** The client initialises before it calls anything else. */
function ready(): LoudnessMatcher {
  if (matcher === null) throw new Error('the loudness worker has not been initialised');
  return matcher;
}

const api: LoudnessWorkerApi = {
  initialise(kernel) {
    matcher = new LoudnessMatcher(kernel);
  },
  setTrack: (track) => ready().setTrack(track),
  match: (request) => ready().match(request),
};

expose(api);
