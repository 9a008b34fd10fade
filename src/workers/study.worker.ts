import { expose } from 'comlink';
import { createDesigner } from '../design/designer.ts';
import type { StudyWorkerApi } from '../protocol/study-protocol.ts';
import { fingerprintsOf, studyDesign } from './study-design.ts';

const designer = createDesigner();

const api: StudyWorkerApi = {
  async study(request, onProgress) {
    const steps = studyDesign(request, designer);
    for (;;) {
      const { done, value } = steps.next();
      if (!done) {
        onProgress(value);
        continue;
      }
      if (!value.ok) return value;
      const fingerprints = await fingerprintsOf(value.study, value.taps);
      return { ok: true, study: { ...value.study, fingerprints } };
    }
  },
};

expose(api);
