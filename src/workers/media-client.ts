import type { MediaAccess, MediaWorkerApi } from '../protocol/media-protocol.ts';
import { superviseWorker } from './supervised-worker.ts';

/**
 * The media workers behind what the engine asks of them: one decodes what is to be played, another one looks through the
 * files for their loudness and waveforms, so that what plays never waits.
 */
export function createMediaClient(): MediaAccess {
  const start = (name: string) =>
    superviseWorker<MediaWorkerApi>(
      () => new Worker(new URL('./media.worker.ts', import.meta.url), { type: 'module', name }),
      () => Promise.resolve(),
    );
  const [player, surveyor] = [start('media'), start('media survey')];
  return {
    async open(...request) {
      const reply = await player.call(async (api) => api.open(...request));
      // What a worker could not fetch once it never asks for again.
      if (!reply.ok && reply.code === 'not-fetched') player.replace();
      return reply;
    },
    read: (...request) => player.call(async (api) => api.read(...request)),
    excerpts: (file) => surveyor.call(async (api) => api.excerpts(file)),
    peaks: (...request) => surveyor.call(async (api) => api.peaks(...request)),
    close(id) {
      for (const worker of [player, surveyor]) {
        // One that is gone holds nothing.
        void worker.call(async (api) => api.close(id)).catch(() => undefined);
      }
    },
  };
}
