import { expose } from 'comlink';
import type { PicturesWorkerApi } from '../protocol/picture-protocol.ts';
import { drawPicture } from './draw-picture.ts';
import { knowsMeasurements } from './known-measurements.ts';
import { nextTask } from './next-task.ts';

/** Messages are looked after this often, so that a newer request need not wait. */
const BREATH_MS = 30;

let newest = 0;

const api: PicturesWorkerApi = {
  ...knowsMeasurements,
  async draw(request, source, onProgress) {
    const ticket = (newest += 1);
    // Requests that queued up while another was drawn are read first: only the newest is drawn.
    await nextTask();
    if (ticket !== newest) return null;
    const steps = drawPicture(request, source);
    let breathedAt = performance.now();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() - breathedAt < BREATH_MS) continue;
      onProgress(value);
      await nextTask();
      if (ticket !== newest) return null;
      breathedAt = performance.now();
    }
  },
  cancel() {
    newest += 1;
  },
};

expose(api);
