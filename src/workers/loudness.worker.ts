import { expose } from 'comlink';
import type { LoudnessWorkerApi } from '../protocol/loudness-protocol.ts';
import { LoudnessMeasurer } from './loudness-measurer.ts';

let measurer: LoudnessMeasurer | null = null;
let newest = 0;

/** The client initialises before it calls anything else. */
function ready(): LoudnessMeasurer {
  if (measurer === null) throw new Error('the loudness worker has not been initialised');
  return measurer;
}

const api: LoudnessWorkerApi = {
  initialise(kernel) {
    measurer = new LoudnessMeasurer(kernel);
  },
  setTrack: (track) => ready().setTrack(track),
  measure(request) {
    newest += 1;
    const own = newest;
    return ready().measure(request, () => own !== newest);
  },
  cancel() {
    newest += 1;
  },
  programme: (upmix, profile) => ready().programme(upmix, profile),
};

expose(api);
