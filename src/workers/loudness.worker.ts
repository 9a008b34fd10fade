import { expose } from 'comlink';
import type { LoudnessWorkerApi } from '../protocol/loudness-protocol.ts';
import { LoudnessMeasurer } from './loudness-measurer.ts';
import { LoudnessSketch } from './loudness-sketch.ts';

let measurer: LoudnessMeasurer | null = null;
let sketch: LoudnessSketch | null = null;
let newest = 0;

/** The client initialises before it calls anything else. */
function ready(): LoudnessMeasurer {
  if (measurer === null) throw new Error('the loudness worker has not been initialised');
  return measurer;
}

function sketched(): LoudnessSketch {
  if (sketch === null) throw new Error('no track to estimate');
  return sketch;
}

const api: LoudnessWorkerApi = {
  initialise(kernel) {
    measurer = new LoudnessMeasurer(kernel);
  },
  setTrack: (track) => ready().setTrack(track),
  sketchTrack(track) {
    sketch = new LoudnessSketch(ready(), track);
  },
  measure(request) {
    newest += 1;
    const own = newest;
    return ready().measure(request, () => own !== newest);
  },
  cancel() {
    newest += 1;
  },
  estimate: (request) => sketched().estimate(request),
  learn: (request, measured) => sketched().learn(request, measured),
};

expose(api);
